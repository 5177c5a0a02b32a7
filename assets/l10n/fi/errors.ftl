# What happened, and in .action what to do now.

## Input

error-invalid-fields = Joissakin kentissä on korjattavaa.
    .action = Korjaa merkityt kentät ja yritä uudelleen.
error-invalid-request = Ohjelma ei ymmärtänyt pyyntöä, eikä mitään muutettu.
    .action = Avaa näkymä uudelleen. Jos vika toistuu, ilmoita siitä tukeen.

## The register

error-register-locked = Rekisteri on lukittu.
    .action = Avaa se salalauseella ja jatka siitä, mihin jäit.
error-register-exists = Tällä tietokoneella on jo rekisteri. Sitä ei muutettu.
    .action = Avaa olemassa oleva rekisteri.
error-register-absent = Tällä tietokoneella ei ole vielä rekisteriä.
    .action = Luo studion rekisteri tai avaa esittelystudio.
error-wrong-passphrase = Salalause ei avaa rekisteriä.
    .action = Tarkista Caps Lock ja näppäimistön kieli ja kirjoita salalause uudelleen. Jos se on kadonnut, käytä palautuskoodia.
error-wrong-recovery-code = Palautuskoodi ei kuulu tähän rekisteriin.
    .action = Tarkista, että paperissa on tämän studion nimi, ja kirjoita koodi uudelleen.
error-recovery-code-mistyped = Palautuskoodissa on kirjoitusvirhe.
    .action = Vertaa jokaista ryhmää paperiin. Koodin lopussa on tarkiste, joten yksikin väärä merkki huomataan.
error-wait-before-retry = Liian monta yritystä peräkkäin.
    .action = Odota, kunnes laskuri on nollassa, ja yritä sitten uudelleen.
error-not-trusted = Rekisteri ei ole se, joka tästä ohjelmasta jäi, joten siihen ei kirjoiteta.
    .action = Lue ilmoitus ikkunan yläreunassa. Omistaja voi palauttaa oikeat tiedostot tai hyväksyä rekisterin sellaisenaan.
error-recovery-code-needed = Tähän tarvitaan palautuskoodi.
    .action = Lukitse rekisteri, avaa se palautuskoodilla ja yritä uudelleen.
error-trail-broken = Tapahtumalokin merkintä { $entry } ei ole se, joka kirjoitettiin, joten lokia ei allekirjoiteta.
    .action = Tarkista koko loki tapahtumalokin näkymässä, ja vertaa varmuuskopioon.
error-not-allowed = Roolisi ei salli tätä.
    .action = Pyydä sitä joltakulta, jonka rooli sallii sen, tai omistajaa muuttamaan rooliasi.
error-account-not-active = Tunnus ei ole käytössä.
    .action = Pyydä omistajaa ottamaan tunnus käyttöön henkilöstönäkymässä.
error-nobody-signed-in = Kukaan ei ole kirjautunut nimellään, joten vaihdettavaa salalausetta ei ole.
    .action = Lukitse rekisteri ja kirjaudu nimelläsi, tai aseta salalause henkilöstönäkymässä.
error-agreement-missing = Salassapitosopimuksen päivä puuttuu.
    .action = Kirjaa päivä, jona sopimus allekirjoitettiin, tallenna ja ota tunnus käyttöön sen jälkeen.
error-not-on-oneself = Tätä ei voi tehdä itselleen.
    .action = Pyydä toista omistajaa. Oman salalauseesi vaihdat asetuksissa.
error-last-owner = Rekisterillä on oltava omistaja.
    .action = Anna ensin jollekulle toiselle omistajan rooli.
error-staff-has-left = Työntekijä on merkitty lähteneeksi.
    .action = Lisää hänet uutena työntekijänä, jos hän on palannut.
error-staff-stale = Joku muu muutti työntekijän tietoja tällä välin.
    .action = Lataa uudet tiedot ja tee muutoksesi uudelleen.
error-passphrase-too-weak = Salalause on liian helppo arvata.
    .action = Lisää siihen sanoja. Neljä tai viisi toisiinsa liittymätöntä sanaa riittää hyvin.
error-not-a-register = Rekisterin paikalla on tiedosto, joka ei ole Kontaktin rekisteri. Siihen ei koskettu.
    .action = Siirrä vieras tiedosto muualle tai palauta rekisterin kansio varmuuskopiosta.
error-register-truncated = Rekisteritiedosto on katkennut kesken. Siihen ei koskettu.
    .action = Älä poista mitään. Palauta rekisterin kansio varmuuskopiosta.
error-register-wrong-key = Rekisteritiedosto ei kuulu samaan studioon kuin sen avaimet. Mitään ei muutettu.
    .action = Tarkista, ettei kansioon ole sekoittunut toisen studion tiedostoja, ja palauta oikeat yhdessä.
error-register-too-new = Rekisteri on tehty ohjelman uudemmalla versiolla. Siihen ei koskettu.
    .action = Asenna Kontaktin uusin versio ja avaa rekisteri sillä.
error-register-plain-database = Rekisterin paikalla on salaamaton tietokanta. Sitä ei avattu.
    .action = Palauta oikea, salattu rekisteri varmuuskopiosta ja selvitä, mistä tiedosto on tullut.
error-register-damaged = Rekisteritiedosto on vioittunut, eikä siihen kirjoiteta enempää.
    .action = Sulje ohjelma, ota koko kansiosta kopio ja palauta rekisteri varmuuskopiosta.
error-register-in-use = Rekisteri on jo auki toisessa Kontakti-ikkunassa.
    .action = Jatka siinä ikkunassa tai sulje se ensin.
error-key-slots-missing = Rekisterin avaintiedosto puuttuu. Kuvat ja tiedot ovat paikallaan mutta lukossa.
    .action = Palauta avaintiedosto varmuuskopiosta samaan kansioon. Älä luo uutta rekisteriä sen päälle.
error-key-slots-damaged = Rekisterin avaintiedosto ja sen kopio ovat vioittuneet. Mitään ei muutettu.
    .action = Palauta avaintiedosto varmuuskopiosta.
error-device-secret-missing = Salalause ei avaa rekisteriä tällä tietokoneella: rekisteri on tuotu muualta tai palautettu, tai salalause on vaihdettu toisella tietokoneella.
    .action = Avaa rekisteri palautuskoodilla ja valitse samalla salalause tälle tietokoneelle.
error-keychain-unavailable = Tämän tietokoneen avainnippua ei tavoiteta.
    .action = Avaa rekisteri salalauseella.
error-keychain-locked = Tämän tietokoneen avainnippu on lukittu.
    .action = Avaa avainnippu, kun tietokone sitä pyytää, tai avaa rekisteri salalauseella.
error-keychain-entry-missing = Tämän tietokoneen avainnippu ei enää avaa rekisteriä sinulle.
    .action = Avaa rekisteri salalauseella. Jos haluat avata sen taas ilman salalausetta, ota se käyttöön uudelleen asetuksissa.
error-register-file-missing = Rekisterin tiedosto register.db puuttuu kansiostaan. Muihin tiedostoihin ei koskettu.
    .action = Palauta rekisterin kansio varmuuskopiosta. Älä luo uutta rekisteriä äläkä poista kansiosta mitään.

## Records

error-not-found = Tietoa ei löydy rekisteristä.
    .action = Palaa luetteloon ja hae se uudelleen.
error-customer-stale = Asiakkaan tietoja on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Vertaa versioita ja valitse, mitkä tiedot jäävät voimaan.
error-order-stale = Tilausta on muutettu sen jälkeen, kun avasit sen. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-product-stale = Tuotetta on muutettu sen jälkeen, kun avasit sen. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-partner-stale = Painokumppanin tietoja on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-studio-stale = Studion tietoja on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-session-stale = Kuvausistuntoa on muutettu sen jälkeen, kun avasit sen. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-product-code-taken = Koodi on jo toisella tuotteella.
    .action = Anna tuotteelle koodi, jota muilla ei ole.
error-order-not-draft = Tilaus on jo vahvistettu, joten sen rivejä ei voi enää muuttaa.
    .action = Peru tilaus ja tee uusi, jos sisältö on väärä.
error-order-step-refused = Tilausta ei voi siirtää tähän tilaan sen nykyisestä tilasta.
    .action = Katso tilauksen tila ja valitse jokin tarjolla olevista vaiheista.
error-order-being-handed-over = Tilausta luovutetaan juuri painoon, joten sitä ei voi muuttaa.
    .action = Odota luovutuksen valmistumista tai keskeytä se ja yritä sitten uudelleen.
error-order-has-prints = Tilauksessa on vedoksia, joten sitä ei merkitä lähetetyksi käsin.
    .action = Luovuta se painoon Tuotannossa, niin se merkitään lähetetyksi.
error-order-empty = Tilauksella ei ole yhtään riviä.
    .action = Lisää ainakin yksi tuote ja vahvista sitten.
error-school-stale = Koulun tietoja on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-subject-stale = Kuvattavan tietoja on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-job-stale = Kuvauksen tietoja on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Katso uudet tiedot ja tee muutoksesi niiden päälle.
error-matching-stale = Kohdistusta on muutettu sen jälkeen, kun avasit sen. Mitään ei kirjoitettu päälle.
    .action = Katso sarja uudelleen ja tee korjaus, jos se on vielä tarpeen.
error-group-photo-stale = Ryhmäkuvan nimiä on muutettu sen jälkeen, kun avasit ne. Mitään ei kirjoitettu päälle.
    .action = Lataa tallennetut nimet ja tee muutoksesi uudelleen.
error-matching-edit-refused = Korjausta ei voi tehdä tähän kohtaan. Mitään ei muutettu.
    .action = Katso sarja naapureineen ja korjaa se toisella tavalla.
error-protected-record = Tiedot on suojattu, eikä roolisi salli niiden muuttamista.
    .action = Pyydä muutosta omistajalta tai tietosuojan yhteyshenkilöltä.

## Class lists

error-roster-draft-unknown = Luokkalistan tiedosto ei ole enää muistissa. Mitään ei tuotu.
    .action = Valitse tiedosto uudelleen.
error-roster-unreadable = Tiedostoa ei voi lukea luokkalistana. Mitään ei tuotu.
    .action = Avaa tiedosto taulukko-ohjelmassa, tallenna se CSV- tai Excel-tiedostona ja valitse se uudelleen.
error-roster-has-dependents = Tuontia ei voi kumota, koska sen jälkeen tallennettu nojaa siihen. Mitään ei muutettu.
    .action = Korjaa yksittäiset tiedot kuvattavien korteilla tai tuo korjattu luokkalista.

## Import and pictures

error-folder-unknown = Kansion valinta ei ole enää voimassa.
    .action = Valitse kansio uudelleen.
error-folder-unreadable = Kansiota ei voi lukea.
    .action = Tarkista, että kortti tai levy on kytketty ja että sinulla on oikeus kansioon, ja valitse se uudelleen.
error-same-disk = Kansio on samalla levyllä kuin rekisteri. Kopio samalla levyllä ei suojaa levyn vikaantuessa.
    .action = Valitse kansio toiselta levyltä, esimerkiksi ulkoiselta levyltä.
error-folder-on-card = Kansio on kameran muistikortilla, joka alustetaan.
    .action = Valitse kansio levyltä, joka jää studioon.
error-second-copy-stopped = Kaikkia kopioita ei saatu tehtyä. Kuvat ovat tallessa rekisterissä.
    .action = Katso syy asetuksista, korjaa se ja kopioi puuttuvat.
error-folder-name-unsupported = Kansion polussa on merkkejä, joita Kontakti ei voi käsitellä.
    .action = Anna kansiolle toinen nimi tai valitse toinen kansio.
error-plan-unknown = Tuontisuunnitelma ei ole enää voimassa.
    .action = Valitse kansio uudelleen, niin suunnitelma tehdään nykyisistä tiedostoista.
error-nothing-to-import = Kansiossa ei ole uusia kuvia.
    .action = Valitse toinen kansio. Rekisterissä jo olevia kuvia ei tuoda kahteen kertaan.
error-source-vanished = Kortti tai levy irrotettiin kesken tuonnin. Siihen asti tuodut kuvat ovat tallessa.
    .action = Liitä se takaisin ja jatka tuontia.
error-source-differs = Kansiossa eivät ole ne kuvat, joiden tuonti jäi kesken. Mitään ei tallennettu.
    .action = Liitä sama kortti ja jatka, tai tuo tämä kortti omana tuontinaan.
error-photo-damaged = Kuvan tallennettu tiedosto on vioittunut, eikä sitä näytetä.
    .action = Tuo kuva uudelleen kortilta tai palauta se varmuuskopiosta.
error-photo-missing = Kuvan tiedostoa ei ole kuvaholvissa.
    .action = Palauta kuvaholvi varmuuskopiosta tai tuo kuva uudelleen.
error-no-picture = Tiedostossa ei ole kuvaa, jonka voisi näyttää.
    .action = Alkuperäinen tiedosto on tallessa. Tuo sille JPEG-pari, jos kuvaa pitää katsella tai tulostaa.

## Hand-over

error-partner-outside-eea = Painokumppani on Euroopan talousalueen ulkopuolella, joten sille ei luovuteta henkilötietoja.
    .action = Valitse kumppani, joka toimii ETA-maassa.
error-partner-without-agreement = Painokumppanin kanssa ei ole sopimusta henkilötietojen käsittelystä.
    .action = Tee sopimus ja kirjaa sen päiväys painokumppanin tietoihin.
error-partner-agreement-not-yet = Painokumppanin sopimus tulee voimaan vasta myöhemmin.
    .action = Odota sopimuksen päivää tai korjaa päiväys, jos se on väärin.
error-partner-inactive = Painokumppani on poistettu käytöstä.
    .action = Ota se käyttöön painokumppanin tiedoissa tai valitse toinen.
error-batch-has-missing = Erästä puuttuu kuvia, joten sitä ei luovutettu.
    .action = Täydennä luetellut tilaukset tai jätä ne pois erästä.
error-batch-empty = Erässä ei ole mitään tulostettavaa.
    .action = Valitse ainakin yksi vahvistettu tilaus, jolla on kuvatuotteita.
error-print-failed = Tilauksen { $order } rivin { $line } kuvaa { $frame } ei voi tulostaa, joten erää ei luovutettu.
    .action = Jätä tilaus pois erästä. Tuo kuvasta ehyt tiedosto tai peru tilaus ja tee uusi toisella kuvalla.
error-folder-not-writable = Kohdekansioon ei voi kirjoittaa, eikä sinne jäänyt mitään.
    .action = Valitse toinen kansio tai pyydä siihen kirjoitusoikeus.
error-batch-folder-exists = Kohdekansiossa on jo samanniminen erä { $name }, eikä sen päälle kirjoiteta.
    .action = Siirrä vanhat erät muualle tai valitse toinen kansio.

## The computer

error-disk-full = Levy on täynnä. Tähän asti tallennettu on tallessa.
    .action = Vapauta tilaa ja jatka siitä, mihin jäit.
error-disk-failed = Levy ei pystynyt tallentamaan, joten sille ei kirjoiteta enempää. Aiemmin tallennettu on tallessa.
    .action = Tarkista levyn ja johtojen kunto, lukitse rekisteri ja kirjaudu uudelleen sisään. Jos vika toistuu, vaihdata levy.
error-read-only = Levylle ei voi kirjoittaa.
    .action = Poista kirjoitussuojaus tai valitse toinen paikka ja yritä uudelleen.
error-access-denied = Ohjelmalla ei ole oikeutta lukea tai kirjoittaa tätä tiedostoa tai kansiota.
    .action = Pyydä oikeus tietokoneen ylläpidosta tai valitse toinen paikka, ja yritä uudelleen.
error-out-of-memory = Tietokoneen muisti ei riittänyt. Mitään ei muutettu.
    .action = Sulje muita ohjelmia ja yritä uudelleen.
error-input-output = Levyn lukeminen tai kirjoittaminen epäonnistui.
    .action = Tarkista levyn ja johtojen kunto ja yritä uudelleen.

## The rest

error-task-busy = Samanlainen tehtävä on jo käynnissä.
    .action = Odota sen valmistumista tai keskeytä se yläpalkin tehtäväluettelosta.
error-cancelled = Tehtävä keskeytettiin.
    .action = Siihen asti valmistunut on tallessa. Käynnistä tehtävä uudelleen, kun haluat jatkaa.
error-unknown-method = Ikkuna ja ohjelma ovat eri versiota.
    .action = Sulje ohjelma ja avaa se uudelleen.
error-bug = Ohjelmassa on vika, joka keskeytti toiminnon.
    .action = Yritä uudelleen. Jos vika toistuu, ilmoita vikatunnus tukeen.
