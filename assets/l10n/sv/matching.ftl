# Whose photos are: runs of frames, why they are doubtful, and what puts them right.

matching-title = Matchning
matching-open = Matcha bilderna
matching-open-of = Matcha bilderna i fotograferingen { $job }
matching-sums = Bilder { $frames } = matchade { $assigned } + ingens { $unassigned } + kort { $keyframes }
matching-filter = Visas
matching-filter-all = Alla ({ $number })
matching-filter-quarantined = Att granska ({ $number })
matching-filter-unmatched = Ingens ({ $number })
matching-filter-matched = Matchade ({ $number })
matching-filter-absent = Saknas ({ $number })
matching-list = Bildserier
matching-list-absent = De som saknas
matching-position = { $at } / { $total }
matching-nobody = Ingens
matching-owner-of-class = { $name }, { $class }
matching-owner-proposed = { $name }?
matching-run-photos = { $count ->
    [one] { $number } bild
   *[other] { $number } bilder
}
matching-none-quarantined = Alla bildserier är granskade. Ingenting väntar.
matching-none-unmatched = Varje bildserie tillhör någon eller väntar på granskning.
matching-none-matched = Ingen bildserie har matchats ännu.
matching-none-absent = Det finns bilder av alla på listan.
matching-none-all = Det finns inga bilder i sessionerna ännu.
matching-show-all = Visa alla
matching-no-session = Fotograferingen har ingen session ännu. Importera bilder och välj den här fotograferingen, eller välj fotograferingen i uppgifterna om en session som redan är importerad.

## States, as words beside a shape

run-state-matched = Matchad
run-state-unmatched = Ingens
run-state-quarantined = Att granska
run-state-absent = Kort utan bilder
absence-not-seen = Inget kort, inga bilder
absence-card-only = Bara kort
run-confidence-none = Inget förslag
run-confidence-low = Osäkert
run-confidence-fair = Ett läst kort
run-confidence-high = Ett läst kort, och grannarna stöder det
run-confidence-certain = En medarbetare har sagt det
card-kind-subject = Den fotograferades kort
card-kind-group = Gruppens kort
card-kind-end = END-kort
card-kind-skip = SKP-kort
card-kind-retake = Omfotograferingskort
card-kind-clock = CLK-kort
run-hand-typed = Kortets kod inskriven
run-hand-split = Delad
run-hand-merged = Sammanfogad
run-hand-shifted = Given till kortet intill
run-hand-assigned = Person vald
run-hand-confirmed = Bekräftad

## Why a run is doubtful: in short, and what it means and what to do

run-reason-no-card-before = Det finns inget kort före bilderna
run-reason-no-card-before-why = Inget läst kort inleder bilderna. Se på dem och på grannarna vem de visar, och ge dem till den personen.
run-reason-after-end = Bilderna kommer efter ett END-kort
run-reason-after-end-why = END-kortet avslutade den föregåendes bilder. Ge de här till den som de visar, eller låt dem vara ingens.
run-reason-after-clock = Bilderna kommer efter ett CLK-kort
run-reason-after-clock-why = CLK-kortet visar bara klockslaget. Ge bilderna till den som de visar.
run-reason-skipped = Kasserade med ett SKP-kort
run-reason-skipped-why = Fotografen kasserade bilderna med ett kort. Ge dem till någon bara om det var ett misstag.
run-reason-unreadable-card = Kortet kunde inte läsas
run-reason-unreadable-card-why = Bilden visar ett kort, men koden gick inte att läsa. Skriv koden eller välj person.
run-reason-wrong-check = Kortets kod lästes fel
run-reason-wrong-check-why = Kodens kontrolltecken stämmer inte. Se koden på kortet och skriv den.
run-reason-unknown-card = Okänd korttyp
run-reason-unknown-card-why = Kortet är av en version eller ett slag som programmet inte känner. Se namnet på kortet och ge bilderna till den personen.
run-reason-other-shoot = Kortet hör till en annan fotografering
run-reason-other-shoot-why = Kortet är utskrivet för en annan fotografering. Välj person själv, eller byt sessionens fotografering om fel är vald.
run-reason-unknown-code = Koden är ingens på listan
run-reason-unknown-code-why = Ingen i den här fotograferingen har koden, eller fler än en har den. Se namnet på kortet och ge bilderna till den personen.
run-reason-retake-not-given = Omfotograferingskortet är ingens
run-reason-retake-not-given-why = Kortet har inte antecknats för någon. Se det handskrivna namnet på kortet och ge bilderna till den personen.
run-reason-two-codes = Två koder i samma bild
run-reason-two-codes-why = Det är inte känt vilket kort som gäller. Skriv det rätta kortets kod eller välj person.
run-reason-foreign-code = Bilden visar en främmande kod
run-reason-foreign-code-why = Bilden visar en kod som inte är ett kamerakorts. Om den är ett porträtt, säg att den inte är ett kort; se annars vems tur som började.
run-reason-too-many-frames = Fler bilder än vanligt
run-reason-too-many-frames-why = Ett kort däremellan kan ha blivit ofotograferat. Dela serien där personen byts, eller bekräfta om alla visar samma person.
run-reason-time-gap = En paus då någon annan kan ha kommit
run-reason-time-gap-why = Den fotograferade kan ha bytts under pausen utan kort. Bekräfta om bilderna visar samma person; ge dem annars till den rätta.
run-reason-time-unknown = En bild saknar klockslag
run-reason-time-unknown-why = Utan klockslag syns inga pauser. Bekräfta om alla bilder visar samma person; dela annars serien.
run-reason-clock-jump = Kamerans klocka gick bakåt
run-reason-clock-jump-why = På grund av klockan går pauserna inte att bedöma. Bekräfta om alla bilder visar samma person; dela annars serien.
run-reason-order-unknown = Bildernas ordning är osäker
run-reason-order-unknown-why = Två bilder har samma nummer, så det är inte känt vilken som togs först. Se om kortet står vid rätt barns bilder.
run-reason-no-change = Kortet kom utan paus för byte
run-reason-no-change-why = Ingen hann komma: kortet kan bara ha legat framme. Bekräfta om personen verkligen byttes; foga annars serien till den föregående.
run-reason-card-twice = Samma kort fotograferades två gånger
run-reason-card-twice-why = Kortet kom igen, och någon annan i klassen saknas: fel barn kan ha hållit kortet. Se vem bilderna visar.
run-reason-neighbour-missing = Grannen på listan saknas
run-reason-neighbour-missing-why = Någon som borde komma här finns ingenstans: bilderna kan vara i den här serien. Dela den där personen byts, eller bekräfta.
run-reason-other-class = Kortet är av en annan klass än grannarna
run-reason-other-class-why = Fel barn kan ha hållit kortet, eftersom någon saknas. Bekräfta om bilderna visar kortets barn; ge dem annars till det rätta.
run-reason-out-of-order = Kortet är inte i listans ordning
run-reason-out-of-order-why = Resten av klassen kom i listans ordning, så två barn kan ha bytt kort. Bekräfta om bilderna visar kortets barn; ge dem annars till det rätta.
run-reason-file-missing = En fil före dessa bilder saknas
run-reason-file-missing-why = En bild som togs före dessa kunde inte sparas, finns i en annan session eller anger inte sin kamera. Den kan ha varit ett kort. Bekräfta om bilderna är av samma person; välj annars person.
run-reason-changed-since = Ändrad sedan den rättades
run-reason-changed-since-why = Serien har andra bilder eller ett annat kort än när den rättades. Se på den på nytt och bekräfta, eller välj person.
run-reason-cut-off = Avskild och inte given ännu
run-reason-cut-off-why = Den här delen skildes från en annan serie. Ge den till den som bilderna visar, eller till ingen.

## What is said of a run without doubting it

run-note-frames-missing = { $count ->
    [one] { $number } nummer saknas bland bilderna: det har tagits bort i kameran eller inte importerats.
   *[other] { $number } nummer saknas bland bilderna: de har tagits bort i kameran eller inte importerats.
}
run-note-double-card = Kortet fotograferades mer än en gång i rad.
run-note-two-visits = Den fotograferade har också andra bildserier.
run-note-retake = Bilderna är tagna med ett omfotograferingskort.
run-note-clock-went-back = Kamerans klocka gick bakåt före den här serien.
run-note-code-in-view = En kod som hör till rummet syns i bilderna.
run-note-other-class = Kortet är av en annan klass än grannarna, men ingen saknas.

## The photos of a run

matching-strip = Seriens bilder
matching-strip-absent = Det finns inga kort och inga bilder av den här personen. Om bilderna är i någon annans serie, öppna den serien och ge den hit.
matching-is-card = Kort
matching-is-before = Föregående serie
matching-is-before-card = Föregående kort
matching-is-after = Nästa serie
matching-is-after-card = Nästa kort

## The inspector

matching-inspector = Uppgifter om serien
matching-proposed = Förslag
matching-belongs = Tillhör
matching-how-sure = Hur säkert
matching-card = Kort
matching-camera = Kamera
matching-hand = Gjort för hand
matching-protected = Skyddad
matching-protected-unnamed = Skyddad { $number }
matching-why = Varför den ska granskas
matching-why-unmatched = Varför den är ingens
matching-why-settled = Vad som var tveksamt
matching-notes = Anmärkningar
matching-suggestions = En av dessa saknas
matching-actions = Åtgärder
matching-confirm = Bekräfta
matching-assign = Välj person…
matching-to-previous = Ge till föregående kort
matching-to-next = Ge till nästa kort
matching-split = Dela före den här bilden
matching-merge = Foga till föregående serie
matching-type-code = Skriv kortets kod…
matching-not-a-card = Inte ett kort
matching-undo = Ångra det senaste
matching-suggestion-key = Ge till en föreslagen som saknas
matching-into-strip = Gå till seriens bilder
matching-assign-label = Vems bilderna är
matching-assign-help = Skriv början av ett namn eller en klass.
matching-assign-none = Ingen motsvarar sökningen.
matching-assign-nobody = Ingens
matching-code-label = Kortets kod i { $name }
matching-code-help = Hela koden, eller bara slutet med kontrolltecknet för ett kort i den här fotograferingen, till exempel 0042-N.
matching-code-save = Spara koden

## What happened, read aloud and shown below

matching-said = { $what } { $left ->
    [0] Ingenting återstår att granska.
    [one] { $number } serie återstår att granska.
   *[other] { $number } serier återstår att granska.
}
matching-done-owned = Bilderna tillhör nu: { $owner }.
matching-done-nobody = Bilderna är ingens.
matching-done-split = Serien delades.
matching-done-merge = Serien fogades till den föregående.
matching-done-type-code = Kortets kod skrevs in.
matching-done-not-a-card = Bilden är nu ett porträtt.
matching-done-undo = Ångrat: { $edit }.
matching-edit-type-code = kortets kod
matching-edit-not-a-card = märkningen att bilden inte är ett kort
matching-edit-split = delningen
matching-edit-merge = sammanfogningen
matching-edit-assign = valet av person
matching-edit-shift = tilldelningen till kortet intill
matching-edit-confirm = bekräftelsen
matching-refused = Ingenting ändrades.
matching-stale = En kollega har ändrat matchningen. Den lästes in på nytt; se på serien och rätta den om det ännu behövs.
not-applied-frame-gone = Bilden finns inte längre i fotograferingens sessioner.
not-applied-no-card = Bilden visar ingenting som liknar ett kort.
not-applied-nothing-to-split = På ena sidan av bilden finns inga porträtt att göra en serie av.
not-applied-no-neighbour = På den sidan finns ingen serie eller inget läst kort.
not-applied-owner-unknown = Den fotograferade eller gruppen finns inte på fotograferingens lista.
not-applied-nobody-proposed = Ingen är föreslagen för serien. Välj person.
not-applied-superseded = Koden på seriens kort har skrivits in efter detta.
not-applied-changed-since = Serien har andra bilder eller ett annat förslag än när den rättades. Se på serien på nytt.

## Above the list

matching-unread = { $count ->
    [one] En bild har ännu inte genomsökts efter koder. Den ska granskas tills det är gjort.
   *[other] { $number } bilder har ännu inte genomsökts efter koder. De ska granskas tills det är gjort.
}
matching-read-codes = Sök koder
matching-reading-codes = Söker koder i bilderna
matching-clock-behind = { $camera }: klockan går { $time } efter.
matching-clock-ahead = { $camera }: klockan går { $time } före.
matching-clock-unnamed = Kamera
matching-clock-correct = Rätta tiderna
matching-clock-corrected = Tiderna är rättade.
matching-clock-zone = Skillnaden är hela timmar: kameran har troligen fel tidszon eller sommartid. Ställ klockan före nästa fotografering.
matching-not-applied = { $count ->
    [one] En tidigare rättelse gäller inte längre:
   *[other] { $number } tidigare rättelser gäller inte längre:
}
matching-not-applied-of = { $edit } ({ $number }): { $why }
matching-no-cards = Inga kamerakort har gjorts för den här fotograferingen, så inget läst kort anger någon. Välj person själv, eller gör korten före fotograferingen.
matching-to-jobs = Gå till fotograferingarna
