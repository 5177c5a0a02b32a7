# Those who work with the register: names, roles, agreements, signing in.

staff-title = Henkilöstö
staff-list = Työntekijät
staff-new = Uusi työntekijä
staff-details = Työntekijän tiedot
staff-empty = Lisää ne, jotka käyttävät rekisteriä. Jokainen kirjautuu omalla salalauseellaan, ja tapahtumaloki kertoo, kuka teki mitä.
staff-count =
    { $count ->
        [one] 1 työntekijä
       *[other] { $count } työntekijää
    }
staff-column-name = Nimi
staff-column-role = Rooli
staff-column-agreed = Salassapitosopimus
staff-column-status = Tila
staff-column-here = Tällä tietokoneella
staff-not-agreed = Puuttuu
staff-here = Salalause on
staff-not-here = Ei salalausetta
staff-agreed-help = Päivä, jona salassapitosopimus allekirjoitettiin. Ilman sitä tunnusta ei voi ottaa käyttöön.
staff-role-help = Uusi rooli tulee voimaan, kun työntekijä kirjautuu seuraavan kerran.
staff-own-role-help = Omaa rooliaan ei voi muuttaa. Toinen omistaja voi.
staff-saved = Tiedot on tallennettu
staff-created = Työntekijä on lisätty
staff-account = Tunnus
staff-status-waiting = Odottaa
staff-status-active = Käytössä
staff-status-left = Lähtenyt
staff-waiting-text = Tunnus ei ole vielä käytössä. Pyydä työntekijää valitsemaan salalause tällä tietokoneella.
staff-waiting-agreement = Tunnus ei ole vielä käytössä. Kirjaa ensin salassapitosopimuksen päivä ja tallenna.
staff-active-here = Kirjautuu tällä tietokoneella omalla salalauseellaan.
staff-active-elsewhere = Tunnus on käytössä, mutta sille ei ole salalausetta tällä tietokoneella.
staff-oneself = Tämä olet sinä. Salalauseesi vaihdat asetuksissa.
staff-left-text = Lähti { $date }. Hänen salalauseensa ei avaa rekisteriä millään tietokoneella. Merkintä säilyy, koska tapahtumaloki viittaa siihen.
staff-admit = Ota tunnus käyttöön
staff-admit-again = Aseta uusi salalause
staff-admit-title = Salalause: { $name }
staff-admit-lead = Anna näppäimistö työntekijälle. Hän kirjoittaa itse salalauseen, jota kukaan muu ei tiedä. Se avaa rekisterin tällä tietokoneella.
staff-admit-button = Tallenna salalause
staff-admitted = { $name } voi nyt kirjautua tällä tietokoneella
staff-leave = Merkitse lähteneeksi
staff-leave-title = Merkitäänkö { $name } lähteneeksi?
staff-leave-text = Hänen salalauseensa ei sen jälkeen avaa rekisteriä millään tietokoneella. Tätä ei voi perua: jos hän palaa, hänet lisätään uutena työntekijänä. Rekisteri saa uuden avaimen, mikä voi kestää minuutin.
staff-leave-yes = Päätä tunnus
staff-leave-no = Älä merkitse
staff-has-left = { $name } on merkitty lähteneeksi
staff-key-due = Rekisteri tarvitsee uuden avaimen
staff-key-due-text = Avaimen tuntenut työntekijä lähti { $date }, eikä avainta voitu silloin uusia: tuonti tai luovutus oli käynnissä tai levy oli täynnä.
staff-key-renew-now = Uusi avain nyt
staff-key-renew = Uusi rekisterin avain…
staff-key-title = Uusitaanko rekisterin avain?
staff-key-text = Tee näin, jos salalause on voinut joutua vääriin käsiin yhdessä rekisterin kopion kanssa. Rekisteri kirjoitetaan uudelleen, mikä voi kestää minuutin; sinä aikana mitään ei voi tallentaa. Kaikkien salalauseet ja palautuskoodi pysyvät samoina.
staff-key-yes = Uusi avain
staff-key-no = Pidä avain
staff-key-renewed = Rekisterillä on uusi avain
staff-key-first = Rekisterillä on ensimmäinen avaimensa
staff-key-made = Rekisterin avain uusittiin { $date }

## Roles

role-owner = Omistaja
role-data-protection-contact = Tietosuojan yhteyshenkilö
role-order-desk = Tilaukset
role-production = Tuotanto
role-photographer = Kuvaaja
role-viewer = Katselija
role-owner-help = Saa tehdä kaiken.
role-data-protection-contact-help = Näkee kaiken, myös luovutukset ja tapahtumalokin, muuttaa asiakkaita, kuvattavia, kouluja ja painokumppaneita ja avaa suojatut tiedot.
role-order-desk-help = Asiakkaat, tilaukset, koulut, luokkalistat ja kuvaukset, kuvien merkinnät.
role-production-help = Tuonti, kuvausten varaaminen, kuvauskortit, tilausten valmistus ja luovutus painokumppanille.
role-photographer-help = Tuonti ja kuvien merkinnät, luokkalistat ja kuvauskortit. Ei näe asiakkaita eikä tilauksia.
role-viewer-help = Katselee kuvia, luokkalistoja, asiakkaita ja tilauksia, ei muuta mitään.

## Signing in

sign-in-name = Nimi
sign-in-nobody = Studion salalause
sign-in-key-holder = Palautuskoodin haltija
sign-in-as = Kirjautunut: { $name }, { $role }
sign-in-switch = Vaihda käyttäjää
sign-in-not-allowed = Roolisi ({ $role }) ei anna muuttaa näitä tietoja.
who-title = Kuka olet?
who-lead = Rekisteri avautui avaimella, joka ei kerro nimeä. Valitse nimesi ja salalause tälle tietokoneelle, jotta tapahtumaloki tietää, kuka teki mitä.
who-first-lead = Rekisterissä ei ole vielä työntekijöitä. Kirjaa itsesi omistajaksi ja valitse salalause tälle tietokoneelle.
who-go-on = Jatka
who-skip = Jatka nimettä
owner-name = Oma nimesi
owner-lead = Sinusta tulee rekisterin omistaja. Muut lisäät myöhemmin, jokaisen omalla salalauseellaan.
owner-agreed = Salassapitosopimuksen päivä
owner-agreed-help = Päivä, jona allekirjoitit salassapitosopimuksen.
