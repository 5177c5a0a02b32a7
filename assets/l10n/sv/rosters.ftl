# Class lists: choosing a file, what it would do, importing it; and what was imported before.

roster-title = Import av klasslista
roster-choose-text = Välj klasslistan som du fått av skolan: en Excel-, CSV- eller textfil. Först ser du vad som skulle importeras; inget sparas förrän du bekräftar.
roster-year = Läsår
roster-choose = Välj fil…
roster-choose-other = Välj en annan fil…

## How the file was read

roster-reading = Läser klasslistan
roster-file = Fil
roster-rows = { $count ->
    [one] 1 rad
   *[other] { $count } rader
}
roster-encoding = Teckenkodning
roster-encoding-utf8 = UTF-8
roster-encoding-windows1252 = Windows-1252
roster-encoding-iso8859-part15 = ISO-8859-15
roster-encoding-utf16-le = UTF-16 (little endian)
roster-encoding-utf16-be = UTF-16 (big endian)
roster-separator = Avgränsare
roster-separator-tab = Tabb
roster-separator-semicolon = Semikolon ;
roster-separator-comma = Komma ,
roster-separator-pipe = Lodstreck |
roster-header = Rubrikrad
roster-header-yes = Finns
roster-header-no = Saknas
roster-sheet = Flik
roster-detected = Hittades i filen
roster-chosen = I filen hittades { $detected }
roster-personal-codes = { $count ->
    [one] Filen innehöll en personbeteckning. Den togs bort genast och sparas ingenstans.
   *[other] Filen innehöll { $count } personbeteckningar. De togs bort genast och sparas ingenstans.
}
roster-warning-double-encoded = Bokstäverna ser fel ut: till exempel står det Ã¤ i stället för ä. Pröva en annan teckenkodning och granska namnen. Blir de inte rätt, be skolan om en ny fil.
roster-warning-undecodable = Alla tecken kunde inte läsas med den här teckenkodningen. Pröva en annan teckenkodning och granska namnen.
roster-warning-wide-rows = En del rader har fler celler än det finns rubriker. Pröva en annan avgränsare och kontrollera att uppgifterna står i rätt kolumner.

## Why a file cannot be read

roster-unreadable-too-large = Filen är för stor för en klasslista. Be skolan om en lista som bara innehåller dem som ska fotograferas.
roster-unreadable-too-many-rows = Filen har för många rader. Be skolan om en lista som bara innehåller dem som ska fotograferas.
roster-unreadable-too-many-columns = Filen har för många kolumner. Kontrollera avgränsaren, eller be skolan om en lista med bara de kolumner som behövs.
roster-unreadable-too-many-cells = Filen har för många celler. Be skolan om en lista med bara de kolumner som behövs.
roster-unreadable-cell-too-long = Filen har en cell vars text är orimligt lång. Kontrollera teckenkodningen och avgränsaren, eller öppna filen i ett kalkylprogram och spara den på nytt.
roster-unreadable-open-quote = Filen har ett citattecken utan par. Öppna filen i ett kalkylprogram och spara den på nytt.
roster-unreadable-not-text = Filen är varken text med den här teckenkodningen eller ett kalkylblad. Pröva en annan teckenkodning eller välj en annan fil.
roster-unreadable-web-page = Filen är en webbsida, även om namnet är ett kalkylblads. Öppna den i ett kalkylprogram och spara den i Excel-format.
roster-unreadable-broken-workbook = Kalkylbladet går inte att läsa, för filen är skadad. Öppna den i ett kalkylprogram och spara den på nytt, eller be skolan om en ny.
roster-unreadable-password-protected = Kalkylbladet är skyddat med lösenord. Öppna det i ett kalkylprogram och spara det utan lösenord.
roster-unreadable-no-such-sheet = Den valda fliken finns inte i filen. Välj en annan flik.
roster-unreadable-empty = Filen har inte en enda rad. Kontrollera fliken eller välj en annan fil.

## What each column holds

roster-columns = Kolumner
roster-columns-text = Välj för varje kolumn vilken uppgift den innehåller. Nedan står filens första rader så som de lästes.
roster-column-nameless = Kolumn { $number }
roster-column-field = Uppgift i kolumnen { $column }
roster-column-left-out = Utelämnas
roster-column-elsewhere = Nu i kolumnen { $column }
roster-column-personal-code = Personbeteckning, läses inte
roster-field-last-name = Efternamn
roster-field-first-name = Förnamn
roster-field-call-name = Tilltalsnamn
roster-field-full-name = Namn, efternamnet först
roster-field-full-name-given-first = Namn, förnamnen först
roster-field-group = Klass eller grupp
roster-field-teacher = Lärare
roster-field-source-id = Elevnummer
roster-field-born-on = Födelsedatum
roster-field-street = Gatuadress
roster-field-postal-code = Postnummer
roster-field-town = Postort
roster-field-postal-address = Postnummer och postort
roster-field-phone = Telefon
roster-field-email = E-post
roster-field-language = Språk
roster-field-protection = Spärrmarkering
roster-field-photo-permission = Fotograferingstillstånd
roster-field-publication-permission = Publiceringstillstånd
roster-field-is-protected = Spärrmarkering
roster-field-guardians = Vårdnadshavare
roster-field-guardian-1-name = Vårdnadshavare 1: namn
roster-field-guardian-1-last-name = Vårdnadshavare 1: efternamn
roster-field-guardian-1-first-name = Vårdnadshavare 1: förnamn
roster-field-guardian-1-phone = Vårdnadshavare 1: telefon
roster-field-guardian-1-email = Vårdnadshavare 1: e-post
roster-field-guardian-1-street = Vårdnadshavare 1: gatuadress
roster-field-guardian-1-postal-code = Vårdnadshavare 1: postnummer
roster-field-guardian-1-town = Vårdnadshavare 1: postort
roster-field-guardian-1-postal-address = Vårdnadshavare 1: postnummer och postort
roster-field-guardian-1-protection = Vårdnadshavare 1: spärrmarkering
roster-field-guardian-2-name = Vårdnadshavare 2: namn
roster-field-guardian-2-last-name = Vårdnadshavare 2: efternamn
roster-field-guardian-2-first-name = Vårdnadshavare 2: förnamn
roster-field-guardian-2-phone = Vårdnadshavare 2: telefon
roster-field-guardian-2-email = Vårdnadshavare 2: e-post
roster-field-guardian-2-street = Vårdnadshavare 2: gatuadress
roster-field-guardian-2-postal-code = Vårdnadshavare 2: postnummer
roster-field-guardian-2-town = Vårdnadshavare 2: postort
roster-field-guardian-2-postal-address = Vårdnadshavare 2: postnummer och postort
roster-field-guardian-2-protection = Vårdnadshavare 2: spärrmarkering

## What importing would do

roster-outcome = Vad importen gör
roster-tab-added = Nya { $number }
roster-tab-changed = Ändras { $number }
roster-tab-left = Borta från listan { $number }
roster-tab-issues = Anmärkningar { $number }
roster-tab-groups = Nya klasser { $number }
roster-added = Nya fotograferade
roster-changed = Fotograferade vars uppgifter ändras
roster-changed-line = { $who }: { $fields }
roster-left = Fotograferade som inte längre står på listan
roster-left-text = Ingen tas bort ur registret: de märks som borta från listan.
roster-groups = Nya klasser
roster-none-added = Listan innehåller ingen ny.
roster-none-changed = Ingens uppgifter ändras.
roster-none-left = Ingen saknas på listorna för de klasser som finns i filen.
roster-none-issues = Varje rad lästes i sin helhet.
roster-none-groups = Alla klasser finns redan i registret.
roster-first-shown = De första { $number } visas.
roster-unchanged = { $count ->
    [0] Ingen står på listan sedan förut med samma uppgifter.
    [one] Uppgifterna om 1 fotograferad förblir som de är.
   *[other] Uppgifterna om { $count } fotograferade förblir som de är.
}
roster-many-left = En stor del av dem som hör till de här klasserna saknas i filen. Kontrollera före importen att filen och läsåret är de rätta.
roster-issues = Anmärkningar
roster-rows-left-out = Rader som utelämnas
roster-rows-left-out-before = Rader som utelämnades
roster-rows-noted = Övriga anmärkningar
roster-row-issue = Rad { $row }: { $reason }
roster-row-field-issue = Rad { $row }, { $field }: { $reason }
roster-issue-missing-name = Namnet saknas.
roster-issue-name-too-long = Namnet är för långt.
roster-issue-duplicate-source-id = Samma elevnummer står redan på en tidigare rad.
roster-issue-duplicate-name = Samma namn i samma klass står redan på en tidigare rad.
roster-issue-missing-group = Klassen saknas. Den fotograferade förs till en klass med skolans namn.
roster-issue-too-long = Texten är för lång. Fältet lämnas tomt.
roster-issue-bad-email = Är ingen e-postadress. Fältet lämnas tomt.
roster-issue-bad-phone = Är inget telefonnummer. Fältet lämnas tomt.
roster-issue-bad-postal-code = Är inget finländskt postnummer. Fältet lämnas tomt.
roster-issue-postal-code-padded = Postnumret saknade nollor i början. De lades tillbaka.
roster-issue-unreadable-date = Datumet går inte att läsa med säkerhet. Fältet lämnas tomt.
roster-issue-unknown-answer = Är varken ja eller nej. Tillståndet lämnas öppet.
roster-issue-unknown-language = Är varken finska, svenska eller engelska. Fältet lämnas tomt.
roster-issue-guardian-without-name = Vårdnadshavarens namn saknas. Vårdnadshavaren utelämnas.

## Importing

roster-confirm = Import
roster-will = { $added ->
    [0] Inga nya importeras
    [one] 1 ny importeras
   *[other] { $added } nya importeras
}, { $changed ->
    [0] ingens uppgifter ändras
    [one] 1 ändras
   *[other] { $changed } ändras
}, { $left ->
    [0] ingen märks som borta från listan
    [one] 1 märks som borta från listan
   *[other] { $left } märks som borta från listan
}.
roster-will-nothing = Listan finns redan i registret precis så här: ingens uppgifter ändras.
roster-no-names = Listan går inte att importera utan namn. Välj kolumnen som har namnet, eller kolumnerna som har efternamn och förnamn.
roster-no-groups = Listan går inte att importera utan klasser. Välj kolumnen som har klassen eller gruppen.
roster-no-rows = På listan finns ingen som kan fotograferas. Kontrollera att filen, fliken och kolumnerna är de rätta.
roster-withheld = { $count ->
    [one] En rad gäller en fotograferad vars uppgifter är skyddade. Personen visas inte i listorna.
   *[other] { $count } rader gäller fotograferade vars uppgifter är skyddade. De visas inte i listorna.
}
roster-import = Importera klasslistan
roster-imported = Klasslistan är importerad
roster-imported-text = { $added ->
    [0] Inga nya kom till
    [one] 1 ny importerades
   *[other] { $added } nya importerades
}, { $changed ->
    [0] ingens uppgifter ändrades
    [one] 1 ändrades
   *[other] { $changed } ändrades
}, { $left ->
    [0] ingen märktes som borta från listan
    [one] 1 märktes som borta från listan
   *[other] { $left } märktes som borta från listan
}.
roster-remembered = Valen av kolumner blir ihågkomna för skolans nästa lista.
roster-undo = Ångra importen
roster-undone = Importen av klasslistan är ångrad
roster-undone-text = Uppgifterna om de fotograferade är som de var före importen.
roster-open-school = Öppna skolan
roster-print-cards = Skriv ut kamerakort

## Imported before

roster-imports = Importerade klasslistor
roster-imports-empty = Ingen klasslista har ännu importerats för skolan. Importera filen som du fått av skolan, så kommer klasserna och de fotograferade med i registret.
roster-imports-new = Importera klasslista…
roster-column-at = Importerad
roster-column-file = Fil
roster-column-added = Nya
roster-column-changed = Ändrade
roster-column-unchanged = Oförändrade
roster-column-left = Borta
roster-column-skipped = Utelämnade
roster-column-undo = Ångra
roster-issues-show = { $count ->
    [one] 1 anmärkning
   *[other] { $count } anmärkningar
}
roster-taken-back = Ångrad { $date }
roster-not-undoable = Kan inte längre ångras
roster-undo-of = Ångra importen: { $file }
roster-undo-title = Ska importen av klasslistan { $file } ångras?
roster-undo-text = { $added ->
    [0] Inga nya fotograferade tas bort
    [one] 1 importerad fotograferad tas bort
   *[other] { $added } importerade fotograferade tas bort
}, { $changed ->
    [0] ingens uppgifter återställs
    [one] uppgifterna om 1 fotograferad återställs
   *[other] uppgifterna om { $changed } fotograferade återställs
}, { $left ->
    [0] och ingen förs tillbaka till listan
    [one] och 1 som märkts som borta förs tillbaka till listan
   *[other] och { $left } som märkts som borta förs tillbaka till listan
}.
roster-undo-no = Behåll importen
