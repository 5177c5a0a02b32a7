# Class lists: choosing a file, what it would do, importing it; and what was imported before.

roster-title = Luokkalistan tuonti
roster-choose-text = Valitse koululta saatu luokkalista: Excel-, CSV- tai tekstitiedosto. Ensin näet, mitä siitä tuotaisiin; mitään ei tallenneta ennen kuin vahvistat.
roster-year = Lukuvuosi
roster-choose = Valitse tiedosto…
roster-choose-other = Valitse toinen tiedosto…

## How the file was read

roster-reading = Luetaan luokkalistaa
roster-file = Tiedosto
roster-rows = { $count ->
    [one] 1 rivi
   *[other] { $count } riviä
}
roster-encoding = Merkistö
roster-encoding-utf8 = UTF-8
roster-encoding-windows1252 = Windows-1252
roster-encoding-iso8859-part15 = ISO-8859-15
roster-encoding-utf16-le = UTF-16 (little endian)
roster-encoding-utf16-be = UTF-16 (big endian)
roster-separator = Erotin
roster-separator-tab = Sarkain
roster-separator-semicolon = Puolipiste ;
roster-separator-comma = Pilkku ,
roster-separator-pipe = Pystyviiva |
roster-header = Otsikkorivi
roster-header-yes = On
roster-header-no = Ei ole
roster-sheet = Välilehti
roster-detected = Tunnistettu tiedostosta
roster-chosen = Tiedostosta tunnistettiin { $detected }
roster-personal-codes = { $count ->
    [one] Tiedostossa oli henkilötunnus. Se poistettiin heti, eikä sitä tallenneta mihinkään.
   *[other] Tiedostossa oli { $count } henkilötunnusta. Ne poistettiin heti, eikä niitä tallenneta mihinkään.
}
roster-warning-double-encoded = Kirjaimet näyttävät vääriltä: esimerkiksi ä:n tilalla on Ã¤. Kokeile toista merkistöä ja tarkista nimet. Jos ne eivät korjaannu, pyydä koululta uusi tiedosto.
roster-warning-undecodable = Kaikkia merkkejä ei voitu lukea tällä merkistöllä. Kokeile toista merkistöä ja tarkista nimet.
roster-warning-wide-rows = Joillakin riveillä on enemmän soluja kuin otsikoita. Kokeile toista erotinta ja tarkista, että tiedot ovat oikeissa sarakkeissa.

## Why a file cannot be read

roster-unreadable-too-large = Tiedosto on liian suuri luokkalistaksi. Pyydä koululta lista, jossa on vain kuvattavat.
roster-unreadable-too-many-rows = Tiedostossa on liikaa rivejä. Pyydä koululta lista, jossa on vain kuvattavat.
roster-unreadable-too-many-columns = Tiedostossa on liikaa sarakkeita. Tarkista erotin, tai pyydä koululta lista, jossa on vain tarvittavat sarakkeet.
roster-unreadable-too-many-cells = Tiedostossa on liikaa soluja. Pyydä koululta lista, jossa on vain tarvittavat sarakkeet.
roster-unreadable-cell-too-long = Tiedostossa on solu, jonka teksti on mahdottoman pitkä. Tarkista merkistö ja erotin, tai avaa tiedosto taulukko-ohjelmassa ja tallenna se uudelleen.
roster-unreadable-open-quote = Tiedostossa on lainausmerkki, jolla ei ole paria. Avaa tiedosto taulukko-ohjelmassa ja tallenna se uudelleen.
roster-unreadable-not-text = Tiedosto ei ole tekstiä tällä merkistöllä eikä taulukko. Kokeile toista merkistöä tai valitse toinen tiedosto.
roster-unreadable-web-page = Tiedosto on verkkosivu, vaikka sen nimi olisi taulukon. Avaa se taulukko-ohjelmassa ja tallenna Excel-muotoon.
roster-unreadable-broken-workbook = Taulukkoa ei voi lukea, koska tiedosto on vioittunut. Avaa se taulukko-ohjelmassa ja tallenna uudelleen, tai pyydä koululta uusi.
roster-unreadable-password-protected = Taulukko on suojattu salasanalla. Avaa se taulukko-ohjelmassa ja tallenna ilman salasanaa.
roster-unreadable-no-such-sheet = Valittua välilehteä ei ole tiedostossa. Valitse toinen välilehti.
roster-unreadable-empty = Tiedostossa ei ole yhtään riviä. Tarkista välilehti tai valitse toinen tiedosto.

## What each column holds

roster-columns = Sarakkeet
roster-columns-text = Valitse jokaisen sarakkeen kohdalta, mikä tieto siinä on. Alla ovat tiedoston ensimmäiset rivit sellaisina kuin ne luettiin.
roster-column-nameless = Sarake { $number }
roster-column-field = Sarakkeen { $column } tieto
roster-column-left-out = Jätetään pois
roster-column-elsewhere = Nyt sarakkeessa { $column }
roster-column-personal-code = Henkilötunnus, ei lueta
roster-field-last-name = Sukunimi
roster-field-first-name = Etunimet
roster-field-call-name = Kutsumanimi
roster-field-full-name = Nimi, sukunimi ensin
roster-field-full-name-given-first = Nimi, etunimet ensin
roster-field-group = Luokka tai ryhmä
roster-field-teacher = Opettaja
roster-field-source-id = Oppilasnumero
roster-field-born-on = Syntymäaika
roster-field-street = Katuosoite
roster-field-postal-code = Postinumero
roster-field-town = Postitoimipaikka
roster-field-postal-address = Postinumero ja postitoimipaikka
roster-field-phone = Puhelin
roster-field-email = Sähköposti
roster-field-language = Kieli
roster-field-protection = Turvakielto
roster-field-photo-permission = Kuvauslupa
roster-field-publication-permission = Julkaisulupa
roster-field-is-protected = Turvakielto
roster-field-guardians = Huoltajat
roster-field-guardian-1-name = Huoltaja 1: nimi
roster-field-guardian-1-last-name = Huoltaja 1: sukunimi
roster-field-guardian-1-first-name = Huoltaja 1: etunimi
roster-field-guardian-1-phone = Huoltaja 1: puhelin
roster-field-guardian-1-email = Huoltaja 1: sähköposti
roster-field-guardian-1-street = Huoltaja 1: katuosoite
roster-field-guardian-1-postal-code = Huoltaja 1: postinumero
roster-field-guardian-1-town = Huoltaja 1: postitoimipaikka
roster-field-guardian-1-postal-address = Huoltaja 1: postinumero ja postitoimipaikka
roster-field-guardian-1-protection = Huoltaja 1: turvakielto
roster-field-guardian-2-name = Huoltaja 2: nimi
roster-field-guardian-2-last-name = Huoltaja 2: sukunimi
roster-field-guardian-2-first-name = Huoltaja 2: etunimi
roster-field-guardian-2-phone = Huoltaja 2: puhelin
roster-field-guardian-2-email = Huoltaja 2: sähköposti
roster-field-guardian-2-street = Huoltaja 2: katuosoite
roster-field-guardian-2-postal-code = Huoltaja 2: postinumero
roster-field-guardian-2-town = Huoltaja 2: postitoimipaikka
roster-field-guardian-2-postal-address = Huoltaja 2: postinumero ja postitoimipaikka
roster-field-guardian-2-protection = Huoltaja 2: turvakielto

## What importing would do

roster-outcome = Mitä tuonti tekee
roster-tab-added = Uusia { $number }
roster-tab-changed = Muuttuu { $number }
roster-tab-left = Poistuneita { $number }
roster-tab-issues = Huomautuksia { $number }
roster-tab-groups = Uusia luokkia { $number }
roster-added = Uudet kuvattavat
roster-changed = Kuvattavat, joiden tiedot muuttuvat
roster-changed-line = { $who }: { $fields }
roster-left = Kuvattavat, joita ei ole enää listalla
roster-left-text = Ketään ei poisteta rekisteristä: heidät merkitään listalta poistuneiksi.
roster-groups = Uudet luokat
roster-none-added = Listalla ei ole ketään uutta.
roster-none-changed = Kenenkään tiedot eivät muutu.
roster-none-left = Tiedostossa olevien luokkien listoilta ei puutu ketään.
roster-none-issues = Jokainen rivi luettiin kokonaan.
roster-none-groups = Kaikki luokat ovat jo rekisterissä.
roster-first-shown = Näytetään ensimmäiset { $number }.
roster-unchanged = { $count ->
    [0] Ketään ei ole listalla ennestään samoin tiedoin.
    [one] Yhden kuvattavan tiedot pysyvät ennallaan.
   *[other] { $count } kuvattavan tiedot pysyvät ennallaan.
}
roster-many-left = Suuri osa näiden luokkien kuvattavista puuttuu tiedostosta. Tarkista ennen tuontia, että tiedosto ja lukuvuosi ovat oikeat.
roster-issues = Huomautukset
roster-rows-left-out = Pois jäävät rivit
roster-rows-left-out-before = Pois jääneet rivit
roster-rows-noted = Muut huomautukset
roster-row-issue = Rivi { $row }: { $reason }
roster-row-field-issue = Rivi { $row }, { $field }: { $reason }
roster-issue-missing-name = Nimi puuttuu.
roster-issue-name-too-long = Nimi on liian pitkä.
roster-issue-duplicate-source-id = Sama oppilasnumero on jo aiemmalla rivillä.
roster-issue-duplicate-name = Sama nimi on samassa luokassa jo aiemmalla rivillä.
roster-issue-missing-group = Luokka puuttuu. Kuvattava tulee koulun nimiseen luokkaan.
roster-issue-too-long = Teksti on liian pitkä. Kenttä jää tyhjäksi.
roster-issue-bad-email = Ei ole sähköpostiosoite. Kenttä jää tyhjäksi.
roster-issue-bad-phone = Ei ole puhelinnumero. Kenttä jää tyhjäksi.
roster-issue-bad-postal-code = Ei ole suomalainen postinumero. Kenttä jää tyhjäksi.
roster-issue-postal-code-padded = Postinumeron alusta puuttui nollia. Ne lisättiin takaisin.
roster-issue-unreadable-date = Päivää ei voi lukea varmasti. Kenttä jää tyhjäksi.
roster-issue-unknown-answer = Ei ole kyllä eikä ei. Lupa jää avoimeksi.
roster-issue-unknown-language = Ei ole suomi, ruotsi eikä englanti. Kenttä jää tyhjäksi.
roster-issue-guardian-without-name = Huoltajan nimi puuttuu. Huoltaja jää pois.

## Importing

roster-confirm = Tuonti
roster-will = { $added ->
    [0] Uusia kuvattavia ei tuoda
    [one] Tuodaan 1 uusi
   *[other] Tuodaan { $added } uutta
}, { $changed ->
    [0] kenenkään tietoja ei muuteta
    [one] muutetaan 1
   *[other] muutetaan { $changed }
}, { $left ->
    [0] ketään ei merkitä poistuneeksi
    [one] merkitään 1 poistuneeksi
   *[other] merkitään { $left } poistuneeksi
}.
roster-will-nothing = Lista on jo rekisterissä juuri tällaisena: kenenkään tiedot eivät muutu.
roster-no-names = Listaa ei voi tuoda ilman nimiä. Valitse sarake, jossa on nimi, tai sarakkeet, joissa ovat sukunimi ja etunimet.
roster-no-groups = Listaa ei voi tuoda ilman luokkia. Valitse sarake, jossa on luokka tai ryhmä.
roster-no-rows = Listalta ei löydy yhtään kuvattavaa. Tarkista, että tiedosto, välilehti ja sarakkeet ovat oikeat.
roster-withheld = { $count ->
    [one] Yksi rivi koskee kuvattavaa, jonka tiedot on suojattu. Häntä ei näytetä luetteloissa.
   *[other] { $count } riviä koskee kuvattavia, joiden tiedot on suojattu. Heitä ei näytetä luetteloissa.
}
roster-import = Tuo luokkalista
roster-imported = Luokkalista on tuotu
roster-imported-text = { $added ->
    [0] Uusia ei tullut
    [one] Tuotiin 1 uusi
   *[other] Tuotiin { $added } uutta
}, { $changed ->
    [0] kenenkään tiedot eivät muuttuneet
    [one] muutettiin 1
   *[other] muutettiin { $changed }
}, { $left ->
    [0] ketään ei merkitty poistuneeksi
    [one] merkittiin 1 poistuneeksi
   *[other] merkittiin { $left } poistuneeksi
}.
roster-remembered = Sarakkeiden valinnat muistetaan koulun seuraavaa listaa varten.
roster-undo = Kumoa tuonti
roster-undone = Luokkalistan tuonti on kumottu
roster-undone-text = Rekisteri on kuvattavien osalta sellainen kuin ennen tuontia.
roster-open-school = Avaa koulu
roster-print-cards = Tulosta kuvauskortit

## Imported before

roster-imports = Tuodut luokkalistat
roster-imports-empty = Koululle ei ole vielä tuotu luokkalistaa. Tuo koululta saatu tiedosto, niin luokat ja kuvattavat tulevat rekisteriin.
roster-imports-new = Tuo luokkalista…
roster-column-at = Tuotu
roster-column-file = Tiedosto
roster-column-added = Uusia
roster-column-changed = Muuttui
roster-column-unchanged = Ennallaan
roster-column-left = Poistui
roster-column-skipped = Jäi pois
roster-column-undo = Kumoaminen
roster-issues-show = { $count ->
    [one] 1 huomautus
   *[other] { $count } huomautusta
}
roster-taken-back = Kumottu { $date }
roster-not-undoable = Ei voi enää kumota
roster-undo-of = Kumoa tuonti: { $file }
roster-undo-title = Kumotaanko luokkalistan { $file } tuonti?
roster-undo-text = { $added ->
    [0] Uusia kuvattavia ei poisteta
    [one] Tuotu 1 kuvattava poistetaan
   *[other] Tuodut { $added } kuvattavaa poistetaan
}, { $changed ->
    [0] kenenkään tietoja ei palauteta
    [one] 1 kuvattavan tiedot palautetaan entisiksi
   *[other] { $changed } kuvattavan tiedot palautetaan entisiksi
}, { $left ->
    [0] eikä ketään palauteta listalle
    [one] ja 1 poistuneeksi merkitty palautetaan listalle
   *[other] ja { $left } poistuneeksi merkittyä palautetaan listalle
}.
roster-undo-no = Säilytä tuonti
