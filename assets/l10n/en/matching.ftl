# Whose photos are: runs of frames, why they are doubtful, and what puts them right.

matching-title = Matching
matching-open = Match photos
matching-open-of = Match the photos of the job { $job }
matching-sums = Photos { $frames } = matched { $assigned } + nobody’s { $unassigned } + cards { $keyframes }
matching-filter = Shown
matching-filter-all = All ({ $number })
matching-filter-quarantined = Needs a look ({ $number })
matching-filter-unmatched = Nobody’s ({ $number })
matching-filter-matched = Matched ({ $number })
matching-filter-absent = Absent ({ $number })
matching-list = Runs of photos
matching-list-absent = Absent people
matching-position = { $at } / { $total }
matching-nobody = Nobody’s
matching-owner-of-class = { $name }, { $class }
matching-owner-proposed = { $name }?
matching-run-photos = { $count ->
    [one] { $number } photo
   *[other] { $number } photos
}
matching-none-quarantined = Every run has been looked at. Nothing is waiting.
matching-none-unmatched = Every run has an owner or is waiting to be looked at.
matching-none-matched = No run has been matched yet.
matching-none-absent = There are photos of everybody on the list.
matching-none-all = There are no photos in the sessions yet.
matching-show-all = Show all
matching-no-session = The job has no session yet. Import photos and choose this job, or choose the job in the details of a session that is already imported.

## States, as words beside a shape

run-state-matched = Matched
run-state-unmatched = Nobody’s
run-state-quarantined = Needs a look
run-state-absent = A card without photos
absence-not-seen = No card, no photos
absence-card-only = Card only
run-confidence-none = Nobody proposed
run-confidence-low = Doubtful
run-confidence-fair = A card that was read
run-confidence-high = A card that was read, and the neighbours agree
run-confidence-certain = Staff said so
card-kind-subject = A subject’s card
card-kind-group = A group’s card
card-kind-end = END card
card-kind-skip = SKP card
card-kind-retake = Retake card
card-kind-clock = CLK card
run-hand-typed = The card’s code was typed
run-hand-split = Split
run-hand-merged = Joined
run-hand-shifted = Given to the card beside
run-hand-assigned = Given by name
run-hand-confirmed = Confirmed

## Why a run is doubtful: in short, and what it means and what to do

run-reason-no-card-before = There is no card before the photos
run-reason-no-card-before-why = No card that was read begins these photos. See from them and their neighbours who it is, and give them to that person.
run-reason-after-end = The photos come after an END card
run-reason-after-end-why = The END card ended the photos of the subject before. Give these to whom they show, or leave them nobody’s.
run-reason-after-clock = The photos come after a CLK card
run-reason-after-clock-why = A CLK card tells the time and nothing else. Give the photos to whom they show.
run-reason-skipped = Discarded with an SKP card
run-reason-skipped-why = The photographer discarded the photos with a card. Give them to somebody only if that was a mistake.
run-reason-unreadable-card = The card could not be read
run-reason-unreadable-card-why = The frame shows a card, but its code could not be read. Type the code, or give the photos by name.
run-reason-wrong-check = The card’s code was misread
run-reason-wrong-check-why = The code’s check character does not fit. See the code on the card and type it.
run-reason-unknown-card = The kind of card is not known
run-reason-unknown-card-why = The card is of a version or kind that the program does not know. See the name on the card and give the photos to that person.
run-reason-other-shoot = The card is of another job
run-reason-other-shoot-why = The card was printed for another job. Give the photos by name, or change the session’s job if the wrong one is chosen.
run-reason-unknown-code = The code is nobody’s on the list
run-reason-unknown-code-why = Nobody in this job has the code, or more than one has. See the name on the card and give the photos to that person.
run-reason-retake-not-given = The retake card is nobody’s
run-reason-retake-not-given-why = The retake card was not noted for anybody. See the handwritten name on the card and give the photos to that person.
run-reason-two-codes = Two codes are in one frame
run-reason-two-codes-why = It is not known which card counts. Type the code of the right one, or give the photos by name.
run-reason-foreign-code = A frame shows a foreign code
run-reason-foreign-code-why = The frame shows a code that is not a camera card’s. If it is a portrait, say that it is not a card; else see whose turn began there.
run-reason-too-many-frames = More photos than usual
run-reason-too-many-frames-why = A card between may not have been photographed. Split the run where the subject changes, or confirm if all show the same one.
run-reason-time-gap = A pause in which somebody else may have come
run-reason-time-gap-why = The subject may have changed during the pause without a card. Confirm if the photos show the same person; else give them to the right one.
run-reason-time-unknown = A photo has no time
run-reason-time-unknown-why = Without the time no pause can be seen. Confirm if all photos show the same person; else split the run.
run-reason-clock-jump = The camera’s clock went back
run-reason-clock-jump-why = Because of the clock, pauses cannot be judged. Confirm if all photos show the same person; else split the run.
run-reason-order-unknown = The order of the photos is not certain
run-reason-order-unknown-why = Two photos have the same number, so that it is not known which came first. See whether the card stands with the right child’s photos.
run-reason-no-change = The card came without a pause to change places
run-reason-no-change-why = Nobody had time to come: the card may only have lain in view. Confirm if the subject did change; else join the run to the one before.
run-reason-card-twice = The same card was photographed twice
run-reason-card-twice-why = The card came again, and somebody else of the class is absent: the wrong child may have held it. See whom the photos show.
run-reason-neighbour-missing = The neighbour on the list is absent
run-reason-neighbour-missing-why = Somebody who should come here is nowhere: their photos may be in this run. Split it where the subject changes, or confirm.
run-reason-other-class = The card is of another class than its neighbours
run-reason-other-class-why = The wrong child may have held the card, since somebody is absent. Confirm if the photos show the child of the card; else give them to the right one.
run-reason-out-of-order = The card is out of the list’s order
run-reason-out-of-order-why = The rest of the class came in the list’s order, so two children may have swapped cards. Confirm if the photos show the child of the card; else give them to the right one.
run-reason-file-missing = A file before these photos is missing
run-reason-file-missing-why = A photo that was taken before these could not be stored, is in another session, or does not say its camera. It may have been a card. Confirm if the photos are of the same subject; else give them by name.
run-reason-changed-since = Changed since it was put right
run-reason-changed-since-why = The run has other photos, or another card, than when somebody put it right. Look at it again and confirm, or give it by name.
run-reason-cut-off = Split off and not given yet
run-reason-cut-off-why = This part was split off another run. Give it to whom the photos show, or to nobody.

## What is said of a run without doubting it

run-note-frames-missing = { $count ->
    [one] { $number } number is missing among the photos: it was deleted on the camera or not imported.
   *[other] { $number } numbers are missing among the photos: they were deleted on the camera or not imported.
}
run-note-double-card = The card was photographed more than once in a row.
run-note-two-visits = The subject has other runs as well.
run-note-retake = The photos were taken with a retake card.
run-note-clock-went-back = The camera’s clock went back before this run.
run-note-code-in-view = A code that belongs to the room is in view.
run-note-other-class = The card is of another class than its neighbours, but nobody is absent.

## The photos of a run

matching-strip = Photos of the run
matching-strip-absent = There are no cards and no photos of this person. If their photos are in somebody else’s run, open that run and give it to them.
matching-is-card = Card
matching-is-before = Run before
matching-is-before-card = Card before
matching-is-after = Run after
matching-is-after-card = Card after

## The inspector

matching-inspector = Details of the run
matching-proposed = Proposed
matching-belongs = Belongs to
matching-how-sure = How sure
matching-card = Card
matching-camera = Camera
matching-hand = Done by hand
matching-protected = Protected
matching-protected-unnamed = Protected { $number }
matching-why = Why it needs a look
matching-why-unmatched = Why it is nobody’s
matching-why-settled = What was doubted
matching-notes = Remarks
matching-suggestions = One of these is absent
matching-actions = Actions
matching-confirm = Confirm
matching-assign = Give by name…
matching-to-previous = Give to the card before
matching-to-next = Give to the card after
matching-split = Split before this photo
matching-merge = Join to the run before
matching-type-code = Type the card’s code…
matching-not-a-card = Not a card
matching-undo = Undo the last
matching-suggestion-key = Give to a suggested absentee
matching-into-strip = Go to the photos of the run
matching-assign-label = Whose photos these are
matching-assign-help = Type the beginning of a name or class.
matching-assign-none = Nobody matches the search.
matching-assign-nobody = Nobody’s
matching-code-label = Code of the card in { $name }
matching-code-help = The whole code, or only its end with the check character for a card of this job, for example 0042-N.
matching-code-save = Save the code

## What happened, read aloud and shown below

matching-said = { $what } { $left ->
    [0] Nothing is left to look at.
    [one] { $number } run is left to look at.
   *[other] { $number } runs are left to look at.
}
matching-done-owned = The photos are now: { $owner }.
matching-done-nobody = The photos are nobody’s.
matching-done-split = The run was split.
matching-done-merge = The run was joined to the one before.
matching-done-type-code = The card’s code was typed.
matching-done-not-a-card = The frame is now a portrait.
matching-done-undo = Undone: { $edit }.
matching-edit-type-code = the card’s code
matching-edit-not-a-card = not a card
matching-edit-split = the split
matching-edit-merge = the joining
matching-edit-assign = giving by name
matching-edit-shift = giving to the card beside
matching-edit-confirm = the confirmation
matching-refused = Nothing was changed.
matching-stale = A colleague has changed the matching. It was read again; look at the run and put it right if that is still needed.
not-applied-frame-gone = The photo is no longer in the job’s sessions.
not-applied-no-card = The frame shows nothing like a card.
not-applied-nothing-to-split = There are no portraits on one side of the photo to make a run of.
not-applied-no-neighbour = There is no run or card that was read on that side.
not-applied-owner-unknown = The subject or group is not on this job’s list.
not-applied-nobody-proposed = Nobody is proposed for the run. Give it by name.
not-applied-superseded = The code of the run’s card was typed after this.
not-applied-changed-since = The run has other photos, or another proposal, than when it was put right. Look at it again.

## Above the list

matching-unread = { $count ->
    [one] Nobody has looked for codes in one photo yet. It needs a look until that is done.
   *[other] Nobody has looked for codes in { $number } photos yet. They need a look until that is done.
}
matching-read-codes = Look for codes
matching-reading-codes = Looking for codes in the photos
matching-clock-behind = { $camera }: the clock is { $time } slow.
matching-clock-ahead = { $camera }: the clock is { $time } fast.
matching-clock-unnamed = Camera
matching-clock-correct = Correct the times
matching-clock-corrected = The times are corrected.
matching-clock-zone = The difference is whole hours: the camera was probably left in the wrong time zone or without summer time. Set the clock before the next job.
matching-not-applied = { $count ->
    [one] One earlier correction no longer applies:
   *[other] { $number } earlier corrections no longer apply:
}
matching-not-applied-of = { $edit } ({ $number }): { $why }
matching-no-cards = No camera cards have been made for this job, so no card that is read names anybody. Give the photos by name, or make the cards before the job.
matching-to-jobs = Go to the jobs
