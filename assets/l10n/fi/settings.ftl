# Settings.

settings-title = Asetukset
settings-appearance = Kieli ja ulkoasu
settings-language = Ohjelman kieli
settings-theme = Teema
settings-theme-system = Järjestelmän mukaan
settings-theme-light = Vaalea
settings-theme-dark = Tumma
settings-text-size = Tekstin koko
settings-text-size-help = Myös näppäimillä Ctrl + ja Ctrl −.
settings-machine-help = Nämä valinnat ovat tämän tietokoneen omia.
settings-studio = Studion tiedot
settings-studio-saved = Studion tiedot on tallennettu
settings-studio-demonstration = Tämä on esittelystudio. Sen ihmiset ja kuvat ovat keksittyjä.
settings-lock-after = Lukitse käyttämättömänä
settings-lock-after-help = Rekisteri lukittuu, kun hiirtä ja näppäimistöä ei ole käytetty tähän aikaan. Se lukittuu aina myös, kun tietokone menee lepotilaan tai sen näyttö lukitaan. Käynnissä oleva tuonti tai luovutus tehdään ensin loppuun.
settings-lock-after-owner = Vain omistaja voi muuttaa tätä.
settings-lock-never = Ei itsestään
settings-lock-minutes = { $minutes } minuutin kuluttua
settings-passphrase = Salalause
settings-passphrase-lead = Palautuskoodi pysyy samana, kun salalause vaihtuu. Jos rekisteriä käytetään muullakin tietokoneella, se pyytää palautuskoodin kerran. Samalla avaaminen ilman salalausetta poistuu käytöstä.
settings-passphrase-current-or-code = Nykyinen salalause tai palautuskoodi
settings-passphrase-new = Uusi salalause
settings-passphrase-change = Vaihda salalause
settings-passphrase-changed = Salalause on vaihdettu
settings-keychain = Avaaminen ilman salalausetta
settings-keychain-lead = Rekisteri avautuu nimelläsi tällä tietokoneella ilman salalausetta: tietokoneen oma avainnippu antaa avaimen.
settings-keychain-risk = Jokainen, joka pääsee tietokoneelle sinun tunnuksellasi, pääsee silloin myös rekisteriin sinun nimelläsi. Käytä tätä vain, jos tunnuksella on hyvä salasana eikä sitä käytä kukaan muu. Jokainen avaaminen kirjataan historiaan.
settings-keychain-on = Käytössä tällä tietokoneella.
settings-keychain-off = Ei käytössä tällä tietokoneella.
settings-keychain-passphrase = Salalauseesi
settings-keychain-enable = Ota käyttöön
settings-keychain-disable = Poista käytöstä
settings-keychain-enabled = Rekisteri avautuu nyt tällä tietokoneella ilman salalausetta
settings-keychain-disabled = Rekisteri pyytää taas salalauseen
settings-copy = Kuvien toinen kopio
settings-copy-lead = Jokainen tuotu kuva kopioidaan salattuna myös toiselle levylle, luetaan sieltä takaisin ja verrataan. Tuonnin raportti sanoo, että kortin voi alustaa, vasta kun molemmat kopiot ovat tallessa. Jos kuvan tiedosto katoaa tai vioittuu, se haetaan kopiosta. Tämä ei ole varmuuskopio: asiakkaat, tilaukset ja kuvien avaimet ovat vain rekisterissä.
settings-copy-off = Ei käytössä.
settings-copy-on = Kopiot tallentuvat kansioon { $folder }
settings-copy-none = Kopioitavaa ei vielä ole.
settings-copy-all = { $count ->
    [one] Tiedosto on kopioitu.
   *[other] Kaikki { $number } tiedostoa on kopioitu.
}
settings-copy-missing = { $count ->
    [one] { $number } tiedostosta puuttuu kopio.
   *[other] { $number } tiedostosta puuttuu kopio.
}
settings-copy-choose = Valitse kansio…
settings-copy-change = Vaihda kansio…
settings-copy-stop = Lopeta kopiointi
settings-copy-start = Kopioi puuttuvat
settings-copy-running = Kopioidaan toiselle levylle
settings-copy-started = Kuvat kopioidaan tästä lähtien myös toiselle levylle
settings-copy-ended = Kuvia ei enää kopioida toiselle levylle
settings-copy-stop-title = Lopetetaanko kopiointi?
settings-copy-stop-text = Uusista kuvista ei enää tehdä toista kopiota. Tehdyt kopiot jäävät levylle, ja ne aukeavat vain tämän rekisterin avaimilla.
settings-copy-keep = Jatka kopiointia
settings-copy-owner = Vain omistaja voi muuttaa tätä.
copy-fault-folder-missing = Kopioiden kansiota ei löydy. Kytke levy, jolla se on, ja kopioi puuttuvat.
copy-fault-same-disk = Kansion paikalla ei ole toista levyä. Kytke levy ja kopioi puuttuvat.
copy-fault-disk-full = Toinen levy on täynnä. Vapauta tilaa tai vaihda kansio, ja kopioi puuttuvat.
copy-fault-write-failed = Toiselle levylle ei voi kirjoittaa, tai sieltä luetaan muuta kuin kirjoitettiin. Tarkista levy tai vaihda se.
copy-fault-unreadable = Rekisterin oma kuvatiedosto ei aukea, joten sitä ei voi kopioida. Katso, mitkä kuvat eivät näy.
copy-fault-cancelled = Kopiointi keskeytettiin.
settings-about = Tietoja ohjelmasta
settings-version = Kontakti { $version }
settings-about-text = Valokuvastudion salattu asiakas- ja kuvarekisteri. Lisenssi MIT tai Apache 2.0.
