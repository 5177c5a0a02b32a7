# Background work, as the top bar shows it.

task-panel = Tehtävät
task-running = { $count ->
    [one] { $count } tehtävä käynnissä
   *[other] { $count } tehtävää käynnissä
}
task-finished = { $count ->
    [one] { $count } tehtävä päättynyt
   *[other] { $count } tehtävää päättynyt
}
task-import-plan = Kuvien tarkastus
task-import = Kuvien tuonti
task-watch = Kansion seuranta
task-hand-over = Luovutus painoon
task-demonstration-studio = Esittelystudion rakentaminen
task-trail-verify = Tapahtumalokin tarkistus
task-trail-export = Tapahtumalokin vienti
task-camera-cards = Kuvauskorttien tallennus
task-missing-list = Puuttuvien listan tallennus
task-group-legend = Kuvatekstien tallennus
task-code-reading = Koodien etsintä kuvista
task-second-copy = Kuvien kopiointi toiselle levylle
task-state-running = Käynnissä
task-state-cancelling = Keskeytetään
task-state-completed = Valmis
task-state-cancelled = Keskeytetty
task-state-failed = Epäonnistui
task-cancel = Keskeytä
task-cancelling = Keskeytetään…
task-dismiss = Poista luettelosta
task-file-saving = Tallennetaan: { $name }
task-file-close = Sulje ilmoitus
task-count = { $done } / { $total }
task-left = { $time } jäljellä
task-issues = { $count ->
    [one] 1 tiedostosta on huomautus
   *[other] { $count } tiedostosta on huomautus
}
task-see-plan = Katso suunnitelma
task-see-session = Avaa kuvausistunto
task-see-report = Katso raportti
task-see-batch = Katso erä
task-see-history = Näytä tapahtumaloki
