# Background work, as the top bar shows it.

task-panel = Tasks
task-running = { $count ->
    [one] { $count } task running
   *[other] { $count } tasks running
}
task-finished = { $count ->
    [one] { $count } task finished
   *[other] { $count } tasks finished
}
task-import-plan = Looking through photos
task-import = Importing photos
task-watch = Watching a folder
task-hand-over = Handing over to print
task-demonstration-studio = Building the demonstration studio
task-trail-verify = Verifying the history
task-trail-export = Exporting the history
task-camera-cards = Saving camera cards
task-missing-list = Saving the missing list
task-group-legend = Saving the legends of group photos
task-code-reading = Looking for codes in photos
task-second-copy = Copying photos to another disk
task-state-running = Running
task-state-cancelling = Cancelling
task-state-completed = Done
task-state-cancelled = Cancelled
task-state-failed = Failed
task-cancel = Cancel
task-cancelling = Cancelling…
task-dismiss = Remove from the list
task-file-saving = Saving: { $name }
task-file-close = Close the notice
task-count = { $done } / { $total }
task-left = { $time } left
task-issues = { $count ->
    [one] A remark on 1 file
   *[other] Remarks on { $count } files
}
task-see-plan = See the plan
task-see-session = Open the session
task-see-report = See the report
task-see-batch = See the batch
task-see-history = See the history
