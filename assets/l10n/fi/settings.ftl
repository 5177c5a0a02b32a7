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
settings-lock-after-help = Rekisteri lukittuu, kun hiirtä ja näppäimistöä ei ole käytetty tähän aikaan, ja kun tietokone on ollut lepotilassa. Käynnissä oleva tuonti tai luovutus tehdään ensin loppuun.
settings-lock-never = Ei itsestään
settings-lock-minutes = { $minutes } minuutin kuluttua
settings-passphrase = Salalause
settings-passphrase-lead = Palautuskoodi pysyy samana, kun salalause vaihtuu. Jos rekisteriä käytetään muullakin tietokoneella, se pyytää palautuskoodin kerran.
settings-passphrase-current-or-code = Nykyinen salalause tai palautuskoodi
settings-passphrase-new = Uusi salalause
settings-passphrase-change = Vaihda salalause
settings-passphrase-changed = Salalause on vaihdettu
settings-about = Tietoja ohjelmasta
settings-version = Kontakti { $version }
settings-about-text = Valokuvastudion salattu asiakas- ja kuvarekisteri. Lisenssi MIT tai Apache 2.0.
