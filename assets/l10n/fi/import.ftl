# Importing a session: choose, plan, run, report.

import-title = Kuvien tuonti
import-choose-text = Valitse muistikortti tai kansio. Ensin näet, mitä tuotaisiin; mitään ei tallenneta ennen kuin vahvistat. Kortille ei kirjoiteta koskaan.
import-choose = Valitse kansio…
import-planning = Käydään läpi kansiota { $source }
import-plan-cancelled = Tarkastus keskeytettiin. Mitään ei tallennettu.
import-plan-cancel = Keskeytä tarkastus
import-plan-title = Tuontisuunnitelma
import-plan-new = Uudet tiedostot
import-plan-kind = Tiedostotyyppi
import-plan-files = Tiedostoja
import-plan-size = Koko
import-plan-total = Yhteensä
import-kind-jpeg = JPEG
import-kind-raw = RAW
import-kind-other = Muut kuvat
import-kind-sidecar = Sivutiedostot (XMP)
import-plan-frames = { $count ->
    [one] { $number } ruutu
   *[other] { $number } ruutua
}
import-plan-pairs = { $count ->
    [one] joista { $number } RAW+JPEG-pari
   *[other] joista { $number } RAW+JPEG-paria
}
import-plan-taken = Kuvattu { $range }
import-plan-free = Levyllä on vapaana { $free }. Tuonnin jälkeen jää { $left }.
import-plan-too-little = Levyllä on vapaana vain { $free }, mutta kuvat tarvitsevat { $needed }. Vapauta tilaa ennen tuontia.
import-plan-ignored = Jätetään pois
import-plan-ignored-list = Poisjäävät tiedostot
import-plan-ignored-more = Luettelossa ovat ensimmäiset { $number } tiedostoa.
import-plan-nothing = Kansiossa ei ole uusia kuvia. Jos odotit kuvia, katso alta, miksi tiedostot jätetään pois.
import-target = Minne kuvat tuodaan
import-target-new = Uusi kuvausistunto
import-target-existing = Olemassa oleva kuvausistunto
import-name = Kuvausistunnon nimi
import-name-help = Ehdotus perustuu kansion nimeen ja kuvauspäivään.
import-name-missing = Anna kuvausistunnolle nimi, esimerkiksi koulu ja päivä.
import-photographer = Kuvaaja
import-existing = Kuvausistunto
import-existing-find = Kirjoita nimen alku
import-existing-missing = Valitse kuvausistunto, johon kuvat lisätään.
import-start = { $count ->
    [one] Tuo { $number } kuva
   *[other] Tuo { $number } kuvaa
}
import-start-sidecars = { $count ->
    [one] Tuo { $number } sivutiedosto
   *[other] Tuo { $number } sivutiedostoa
}
import-sidecars-only = Kuvat ovat jo rekisterissä. Uudet sivutiedostot tallennetaan niiden kanssa.
import-choose-other = Valitse toinen kansio…
import-add-source = Lisää toinen kortti tai kansio…
import-remove-source = Jätä { $source } pois tuonnista
import-sources-waiting = Odotetaan, kunnes kaikki lähteet on käyty läpi.
import-running = Tuodaan kuvia
import-running-from = Tuodaan kuvia lähteestä { $source }
import-running-text = Voit tehdä muuta sillä välin. Kuvat näkyvät kuvausistunnossa sitä mukaa kuin ne ovat tallessa.
import-checking = Käydään lähde vielä läpi
import-checking-text = Kuvat on tallennettu. Lopuksi katsotaan, onko lähteessä jotain, mikä ei ole tallessa.
import-checking-cancel = Keskeytä läpikäynti
import-copying = Kopioidaan kuvat toiselle levylle
import-copying-text = Kuvat on tallennettu ja lähde käyty läpi. Kopio tehdään vielä toiselle levylle; lähteen voi jo irrottaa.
import-copying-cancel = Keskeytä kopiointi
import-to-copies = Toisen kopion asetukset
import-details = Tarkemmin
import-banner-close = Sulje ilmoitus
import-coming = Kuvat tulevat tähän sitä mukaa kuin ne ovat tallessa.
import-files = Tiedostoja
import-rate = Nopeus
import-left = Aikaa jäljellä
import-bytes = Tallennettu
import-cancel = Keskeytä tuonti
import-cancelling = Keskeytetään…
import-open-session = Avaa kuvausistunto
import-resume = Jatka tuontia
import-resume-elsewhere = Jatka toisesta kansiosta…
import-again = Tuo toinen kortti…
import-report-title = Tuontiraportti
import-card = Muistikortti
import-card-all-stored = Kortin voi alustaa: jokainen kuva on tallessa ja tarkistettu.
import-card-not-yet = { $count ->
    [0] Älä alusta korttia vielä: sitä ei ole käyty läpi loppuun.
    [one] Älä alusta korttia vielä: { $number } kuvatiedosto ei ole tallessa.
   *[other] Älä alusta korttia vielä: { $number } kuvatiedostoa ei ole tallessa.
}
import-card-not-copied = { $count ->
    [one] Kuvat ovat tallessa, mutta { $number } tiedosto ei ole vielä toisella levyllä. Älä alusta korttia ennen kuin kopio on tehty.
   *[other] Kuvat ovat tallessa, mutta { $number } tiedostoa ei ole vielä toisella levyllä. Älä alusta korttia ennen kuin kopiot on tehty.
}
import-card-look-first = { $count ->
    [one] Katso kortti läpi ennen alustamista: { $number } tiedosto on katsottava, muut kuvat ovat tallessa.
   *[other] Katso kortti läpi ennen alustamista: { $number } tiedostoa on katsottava, muut kuvat ovat tallessa.
}
import-folder = Kansio
import-folder-all-stored = Kansion jokainen kuva on tallessa ja tarkistettu.
import-folder-not-yet = { $count ->
    [0] Ei ole varmaa, että kansion kaikki kuvat ovat tallessa: sitä ei ole käyty läpi loppuun.
    [one] Kansion kuvat eivät ole kaikki tallessa: { $number } kuvatiedosto puuttuu rekisteristä.
   *[other] Kansion kuvat eivät ole kaikki tallessa: { $number } kuvatiedostoa puuttuu rekisteristä.
}
import-folder-not-copied = { $count ->
    [one] Kansion kuvat ovat tallessa, mutta { $number } tiedosto ei ole vielä toisella levyllä.
   *[other] Kansion kuvat ovat tallessa, mutta { $number } tiedostoa ei ole vielä toisella levyllä.
}
import-folder-look-first = { $count ->
    [one] Kansion { $number } tiedosto on katsottava, muut kuvat ovat tallessa.
   *[other] Kansion { $number } tiedostoa on katsottava, muut kuvat ovat tallessa.
}
import-card-left = Kortilta katsottava
import-folder-left = Kansiosta katsottava
import-left-video = { $count ->
    [one] { $number } video
   *[other] { $number } videota
}
import-left-sidecar = { $count ->
    [one] { $number } sivutiedosto
   *[other] { $number } sivutiedostoa
}
import-left-link = { $count ->
    [one] { $number } linkki
   *[other] { $number } linkkiä
}
import-left-hidden = { $count ->
    [one] { $number } kuva kameran tai järjestelmän kansioissa
   *[other] { $number } kuvaa kameran tai järjestelmän kansioissa
}
import-left-damaged = { $count ->
    [one] { $number } vioittuneena luettu kuva: kokeile toista kortinlukijaa
   *[other] { $number } vioittuneena luettua kuvaa: kokeile toista kortinlukijaa
}
import-left-other = { $count ->
    [one] { $number } muu tiedosto
   *[other] { $number } muuta tiedostoa
}
import-outcome-completed = Tuonti on valmis
import-outcome-completed-text = Tallennetut kuvat on luettu takaisin kuvaholvista ja tarkistettu.
import-outcome-cancelled = Tuonti keskeytettiin
import-outcome-cancelled-text = Jo tallennetut kuvat ovat turvassa. Liitä sama kortti ja jatka, kun haluat; samat kuvat eivät tule kahteen kertaan.
import-outcome-cancelled-folder-text = Jo tallennetut kuvat ovat turvassa. Jatka samasta kansiosta, kun haluat; samat kuvat eivät tule kahteen kertaan.
import-outcome-unchecked-text = Kaikki kuvat on tallennettu, mutta viimeinen läpikäynti jäi kesken. Jatka, niin saat tietää, onko kaikki tallessa.
import-outcome-interrupted = Tuonti jäi kesken
import-outcome-interrupted-text = Jo tallennetut kuvat ovat turvassa. Liitä sama kortti tai kansio takaisin ja jatka.
import-outcome-given-up-text = Tuonti jätettiin tähän. Puuttuvat kuvat voi tuoda uutena tuontina.
import-fault-source-vanished = Kortti irrotettiin kesken tuonnin
import-fault-source-vanished-text = { $count ->
    [0] Yhtään kuvaa ei ehditty tallentaa; liitä kortti takaisin ja jatka.
    [one] { $number } kuva on tallessa; liitä kortti takaisin ja jatka.
   *[other] { $number } kuvaa on tallessa; liitä kortti takaisin ja jatka.
}
import-fault-folder-vanished = Kansio katosi kesken tuonnin
import-fault-folder-vanished-text = { $count ->
    [0] Yhtään kuvaa ei ehditty tallentaa; palauta kansio paikalleen ja jatka.
    [one] { $number } kuva on tallessa; palauta kansio paikalleen ja jatka.
   *[other] { $number } kuvaa on tallessa; palauta kansio paikalleen ja jatka.
}
import-fault-disk-full = Levy täyttyi kesken tuonnin
import-fault-disk-full-text = { $count ->
    [0] Yhtään kuvaa ei ehditty tallentaa; vapauta levyltä tilaa ja jatka.
    [one] { $number } kuva on tallessa; vapauta levyltä tilaa ja jatka.
   *[other] { $number } kuvaa on tallessa; vapauta levyltä tilaa ja jatka.
}
import-fault-read-only = Rekisterin levylle ei voi enää kirjoittaa
import-fault-read-only-text = { $count ->
    [0] Yhtään kuvaa ei ehditty tallentaa; poista kirjoitussuojaus tai tarkista levy ja jatka.
    [one] { $number } kuva on tallessa; poista kirjoitussuojaus tai tarkista levy ja jatka.
   *[other] { $number } kuvaa on tallessa; poista kirjoitussuojaus tai tarkista levy ja jatka.
}
import-fault-other = Tuonti epäonnistui
import-fault-other-text = Jo tallennetut kuvat ovat turvassa. Korjaa syy ja jatka tuontia.
import-outcome-watched = Kansion seuranta on päättynyt
import-outcome-running = Tuonti on käynnissä
import-report-stored = Tallennettu
import-report-stored-value = { $stored } / { $planned } tiedostoa
import-report-frames = Ruutuja
import-report-size = Koko
import-report-time = Kesto
import-report-issues = Huomioitavaa
import-report-no-issues = Yksikään tiedosto ei jäänyt pois.
import-issue-count = { $count ->
    [one] { $number } tiedosto
   *[other] { $number } tiedostoa
}
import-issue-stored = Tallennettiin silti.
import-reason-already-known = Jo rekisterissä
import-reason-already-known-why = Sama sisältö on tuotu aiemmin.
import-reason-duplicate = Kahteen kertaan
import-reason-duplicate-why = Sama kuva on tässä lähteessä toisellakin nimellä; se tallennetaan kerran.
import-reason-system-file = Kameran tai järjestelmän tiedosto
import-reason-system-file-why = Vain kameran ja järjestelmän omia tiedostoja; niiden joukossa olevat kuvat ja videot mainitaan erikseen.
import-reason-unsupported-kind = Muu kuin kuva
import-reason-unsupported-kind-why = Kontakti tallentaa JPEG- ja RAW-kuvia ja niiden XMP-sivutiedostoja, ei videoita eikä asiakirjoja.
import-reason-empty = Tyhjä tiedosto
import-reason-empty-why = Tiedostossa ei ole yhtään tavua. Kortti on voinut irrota kesken kuvauksen.
import-reason-too-large = Liian suuri
import-reason-too-large-why = Kuva saa olla enintään 1 Gt ja sivutiedosto enintään 32 Mt. Ota tiedosto talteen muualle ennen kortin alustamista.
import-reason-not-an-image = Ei ole kuva
import-reason-not-an-image-why = Tiedostolla on kuvan nimi, mutta sisältö ei ole kuva.
import-reason-truncated = Katkennut
import-reason-truncated-why = Tiedosto loppuu kesken. Kokeile lukea kortti toisella lukijalla.
import-reason-too-many-pixels = Mahdoton kuvakoko
import-reason-too-many-pixels-why = Tiedosto väittää olevansa suurempi kuin minkään kameran kuva.
import-reason-damaged = Vioittunut
import-reason-damaged-why = Kuvaa ei voi avata. Kokeile lukea kortti toisella lukijalla.
import-reason-unsafe = Tutkiminen ei turvallista
import-reason-unsafe-why = Tiedoston tutkiminen keskeytyi, joten se jätettiin pois. Säilytä kortti ennallaan ja pyydä apua tämän tiedoston kanssa.
import-reason-unreadable = Ei voitu lukea
import-reason-unreadable-why = Järjestelmä ei antanut lukea tiedostoa. Tarkista oikeudet ja kortti.
import-reason-vanished = Katosi kesken
import-reason-vanished-why = Tiedosto muuttui tai katosi suunnitelman jälkeen. Tuo kansio uudelleen.
import-reason-link = Linkki
import-reason-link-why = Linkkejä ei seurata, jottei tuontiin tule kuvia muualta.
import-reason-not-planned = Tullut suunnitelman jälkeen
import-reason-not-planned-why = Tiedosto tuli kortille tai muuttui vasta tuonnin suunnitelman jälkeen. Tuo kortti vielä kerran, niin se tulee mukaan.
import-reason-outside-folder = Kansion ulkopuolella
import-reason-outside-folder-why = Kuva on samalla kortilla mutta tuodun kansion ulkopuolella, eikä se ole rekisterissä. Tuo koko kortti.
import-reason-hidden = Piilossa oleva kuva
import-reason-hidden-why = Tiedosto on nimensä mukaan kuva, mutta se on kameran tai järjestelmän omien tiedostojen joukossa tai piilotettu. Sitä ei tuoda.
import-reason-no-photo = Sivutiedosto ilman kuvaa
import-reason-no-photo-why = Samannimistä kuvaa ei ole tallessa samasta kansiosta. Sivutiedosto tallennetaan vain kuvansa kanssa.
import-reason-no-preview = Tallessa ilman esikatselukuvaa
import-reason-no-preview-why = RAW-tiedosto on tallessa, mutta siinä ei ole esikatselukuvaa näytettäväksi.
import-list-none = Tähän kuvausistuntoon ei ole vielä tuotu mitään.
import-list-report = Raportti
import-list = Tuonnit kuvausistuntoon { $session }

# Watching a folder for a session.

watch-open = Seuraa kansiota…
watch-title = Seuraa kansiota
watch-text = Kansioon tulevat kuvat lisätään kuvausistuntoon heti, kun ne ovat kokonaan tallessa kansiossa. Kansioon ei kirjoiteta mitään.
watch-present = { $count ->
    [one] Kansiossa on jo { $number } kuvatiedosto
   *[other] Kansiossa on jo { $number } kuvatiedostoa
}
watch-present-no = Tuo vain uudet kuvat
watch-present-yes = Tuo myös ne, jotka ovat kansiossa jo
watch-start = Aloita seuranta
watch-stop = Lopeta seuranta
watch-running = Seurataan kansiota { $folder }
watch-count = { $count ->
    [0] Odotetaan ensimmäistä kuvaa.
    [one] { $number } kuvatiedosto, odotetaan seuraavaa.
   *[other] { $number } kuvatiedostoa, odotetaan seuraavaa.
}
watch-blocked = Kansiota { $folder } ei löydy
watch-blocked-count = { $count ->
    [0] Liitä levy tai verkkoasema takaisin; seuranta jatkuu itsestään.
    [one] { $number } kuvatiedosto on tallessa. Liitä levy tai verkkoasema takaisin; seuranta jatkuu itsestään.
   *[other] { $number } kuvatiedostoa on tallessa. Liitä levy tai verkkoasema takaisin; seuranta jatkuu itsestään.
}
