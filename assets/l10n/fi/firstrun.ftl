# First run, passphrase, recovery code and unlocking.

## The two doors

firstrun-title = Tervetuloa Kontaktiin
firstrun-lead = Kontakti pitää studion asiakkaat, tilaukset ja kuvat salattuina tällä tietokoneella. Mikään ei lähde talosta, ellet itse luovuta sitä.
firstrun-language = Kieli
firstrun-create-title = Luo studion rekisteri
firstrun-create-text = Varsinaista työtä varten. Annat studion tiedot, valitset salalauseen ja saat palautuskoodin paperille. Aikaa kuluu noin viisi minuuttia, ja tarvitset tulostimen.
firstrun-create-button = Luo rekisteri
firstrun-demo-title = Avaa esittelystudio
firstrun-demo-text = Tutustumista varten. Ohjelma tekee keksityn koulun, kolme luokkaa, piirretyt muotokuvat ja valmiita tilauksia. Mikään ei voi mennä rikki, ja oman rekisterin voi luoda milloin tahansa.
firstrun-demo-button = Avaa esittely
firstrun-demo-making = Esittelystudiota tehdään
firstrun-demo-progress = { $done } / { $total } kuvaa
firstrun-demo-cancel = Keskeytä

## Steps of creating

firstrun-steps = Rekisterin luomisen vaiheet
firstrun-step-studio = Studion tiedot
firstrun-step-passphrase = Salalause
firstrun-step-recovery = Palautuskoodi
firstrun-step-confirm = Tarkistus
firstrun-next = Jatka
firstrun-back = Takaisin
firstrun-abandon = Keskeytä luominen
firstrun-abandon-title = Keskeytetäänkö rekisterin luominen?
firstrun-abandon-text = Antamasi tiedot ja palautuskoodi hävitetään. Rekisterissä ei ole vielä mitään muuta.
firstrun-abandon-yes = Hävitä keskeneräinen rekisteri
firstrun-abandon-text-unmade = Annetut tiedot häviävät. Rekisteriä ei ole vielä luotu.
firstrun-abandon-yes-unmade = Keskeytä luominen
firstrun-abandon-no = Jatka luomista

## Studio details

firstrun-studio-lead = Näitä tietoja käytetään tilauksissa, tilauslapuissa ja muissa studion asiakirjoissa. Niitä voi muuttaa myöhemmin.
firstrun-studio-name = Studion nimi
firstrun-studio-language = Asiakirjojen kieli
firstrun-business-id-help = Muodossa 1234567-1

## Passphrase

passphrase-lead = Salalause avaa rekisterin joka aamu. Neljä tai viisi sanaa, jotka eivät liity toisiinsa, on helppo muistaa ja vaikea arvata.
passphrase-minimum = Vähintään 12 merkkiä, ja vahvuudeksi vähintään ”Vahva”.
passphrase-field = Salalause
passphrase-repeat = Salalause uudelleen
passphrase-differs = Salalauseet eivät ole samat. Kirjoita toinen uudelleen.
passphrase-show = Näytä salalause
passphrase-hide = Piilota salalause
passphrase-strength = Vahvuus
passphrase-strength-0 = Arvataan heti
passphrase-strength-1 = Hyvin heikko
passphrase-strength-2 = Heikko
passphrase-strength-3 = Vahva
passphrase-strength-4 = Erittäin vahva
passphrase-warning-too-short = Liian lyhyt. Lisää sana tai kaksi.
passphrase-warning-common = Tämä on yleisimpien salasanojen luettelossa.
passphrase-warning-repeats = Sama merkki tai sana toistuu. Toisto ei vahvista.
passphrase-warning-sequence = Peräkkäiset merkit, kuten abc tai 1234, arvataan heti.
passphrase-warning-keyboard = Vierekkäiset näppäimet, kuten qwerty, arvataan heti.
passphrase-warning-name = Nimi on helppo arvata. Käytä muita sanoja.
passphrase-warning-date = Päiväys on helppo arvata. Käytä sanoja.
passphrase-warning-studio-name = Studion nimi, paikkakunta ja Y-tunnus ovat ensimmäiset arvaukset. Jätä ne pois.
passphrase-warning-guessable = Tämä on vielä arvattavissa. Lisää sana.
firstrun-make = Luo palautuskoodi

## Recovery sheet

recovery-lead = Jos salalause katoaa tai tämä tietokone hajoaa, rekisterin voi avata vain tällä koodilla. Kukaan muu ei voi palauttaa sitä, emme mekään.
recovery-paper = Tulosta se paperille ja säilytä lukitussa kaapissa, ei tällä tietokoneella: paperia ei voi varastaa verkon yli, eikä se hajoa levyn mukana.
recovery-once = Koodi näytetään vain nyt.
recovery-code = Palautuskoodi
recovery-qr = Palautuskoodi QR-koodina
recovery-save = Tallenna PDF
recovery-saved = Tallennettu nimellä { $name }. Tulosta se ja poista sitten tiedosto.
recovery-have = Koodi on paperilla
recovery-confirm-lead = Kirjoita koodi paperista. Näin tiedämme, että paperi on luettavissa, kun sitä tarvitaan.
recovery-confirm-field = Palautuskoodi paperista
recovery-confirm-help = Väliviivoilla ja kirjainkoolla ei ole väliä.
recovery-confirm-button = Avaa rekisteri
recovery-unconfirmed-lead = Rekisteri on luotu, mutta palautuskoodia ei ole vielä tarkistettu. Jos paperi on sinulla, kirjoita koodi siitä. Jos ei ole, aloita alusta.

## Unlocking

unlock-title = Rekisteri on lukittu
unlock-register = Rekisteri
unlock-register-studio = Studion rekisteri
unlock-register-demonstration = Esittelystudio
unlock-with = Avaa
unlock-with-passphrase = Salalauseella
unlock-with-recovery = Palautuskoodilla
unlock-button = Avaa
unlock-without-passphrase = Avaa ilman salalausetta
unlock-wait =
    { $seconds ->
        [one] Odota vielä sekunti.
       *[other] Odota vielä { $seconds } sekuntia.
    }
unlock-demonstration = Esittelystudion salalause on
unlock-fill = Käytä sitä
unlock-create = Luo studion rekisteri
unlock-demo = Avaa esittelystudio
unlock-new-passphrase = Salalause tälle tietokoneelle
