# Background work, as the top bar shows it.

task-panel = Bakgrundsuppgifter
task-running = { $count ->
    [one] { $count } uppgift pågår
   *[other] { $count } uppgifter pågår
}
task-finished = { $count ->
    [one] { $count } uppgift avslutad
   *[other] { $count } uppgifter avslutade
}
task-import-plan = Granskning av bilder
task-import = Import av bilder
task-watch = Bevakning av en mapp
task-hand-over = Överlämning till tryck
task-demonstration-studio = Demonstrationsstudion byggs
task-trail-verify = Kontroll av händelseloggen
task-trail-export = Export av händelseloggen
task-camera-cards = Kamerakorten sparas
task-missing-list = Listan över saknade sparas
task-group-legend = Bildtexterna sparas
task-code-reading = Söker koder i bilder
task-second-copy = Kopierar bilder till en annan disk
task-state-running = Pågår
task-state-cancelling = Avbryts
task-state-completed = Klar
task-state-cancelled = Avbruten
task-state-failed = Misslyckades
task-cancel = Avbryt
task-cancelling = Avbryter…
task-dismiss = Ta bort från listan
task-file-saving = Sparar: { $name }
task-file-close = Stäng meddelandet
task-count = { $done } / { $total }
task-left = { $time } kvar
task-issues = { $count ->
    [one] Anmärkning om 1 fil
   *[other] Anmärkningar om { $count } filer
}
task-see-plan = Visa planen
task-see-session = Öppna sessionen
task-see-report = Visa rapporten
task-see-batch = Visa partiet
task-see-history = Visa händelseloggen
