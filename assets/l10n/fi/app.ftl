# The window's frame: navigation, palette, keys, words that every view uses.

app-nav = Näkymät
app-nav-schools = Koulut
app-nav-sessions = Kuvausistunnot
app-nav-customers = Asiakkaat
app-nav-orders = Tilaukset
app-nav-production = Tuotanto
app-nav-partners = Painokumppanit
app-nav-products = Tuotteet
app-nav-staff = Henkilöstö
app-nav-history = Tapahtumaloki
app-nav-settings = Asetukset
app-nav-fold = Kavenna valikko
app-nav-unfold = Levennä valikko
app-demonstration = Esittelystudio
app-lock = Lukitse

app-palette-open = Hae tai anna komento…
app-palette-results = Hakutulokset
app-palette-commands = Komennot
app-palette-nothing = Ei osumia. Hae asiakkaan, koulun, kuvauksen tai kuvausistunnon nimellä tai tilausnumerolla.
app-command-import = Tuo kuvat…
app-command-customer = Uusi asiakas
app-command-order = Uusi tilaus
app-command-go = Siirry: { $view }
app-command-lock = Lukitse rekisteri

app-keys-title = Pikanäppäimet
app-keys-view = Tässä näkymässä
app-keys-window = Kaikkialla
app-keys-none = Tällä näkymällä ei ole omia pikanäppäimiä.
app-key-space = Välilyönti
app-key-palette = Hae tai anna komento…
app-key-lock = Lukitse rekisteri
app-key-help = Näytä pikanäppäimet
app-key-back = Takaisin
app-key-forward = Eteenpäin
app-key-inspector = Näytä tai piilota tietopaneeli
app-key-filter = Siirry hakukenttään
app-key-larger = Suurempi teksti
app-key-smaller = Pienempi teksti
app-key-usual = Tavallinen tekstikoko
app-key-rows = Rivi ylös tai alas
app-key-cells = Liiku ruudukossa
app-key-pages = Sivu ylös tai alas
app-key-ends = Alkuun tai loppuun
app-key-open-row = Avaa rivi
app-key-select-row = Valitse rivi
app-key-extend-rows = Laajenna valintaa
app-list-tools = Haku ja rajaus
app-columns = Sarakkeet

app-not-found-title = Näkymää ei löydy
app-not-found-text = Tässä osoitteessa ei ole näkymää: osoite on kirjoitettu väärin, tai näkymää ei enää ole.

app-inspector = Tiedot
app-inspector-fold = Piilota tietopaneeli
app-inspector-unfold = Näytä tietopaneeli

app-cancel = Peruuta
app-close = Sulje
app-save = Tallenna
app-undo = Kumoa
app-retry = Yritä uudelleen
app-choose = Valitse
app-decrease = Vähennä
app-increase = Lisää
app-select-all = Valitse kaikki
app-notices = Ilmoitukset
app-not-an-amount = Kirjoita summa muodossa 39,90.
app-incident = Vikatunnus { $incident }

unfinished-title = Työ on vielä kesken
unfinished-tasks = Jo tallennetut kuvat säilyvät, ja tuontia voi jatkaa myöhemmin. Keskeneräistä tulostuserää ei luovuteta.
unfinished-demonstration = Keskeneräinen esittelystudio poistetaan. Sen voi rakentaa uudelleen.
unfinished-edits = Tämän näkymän muutoksia ei ole tallennettu.
unfinished-stop-lock = Keskeytä ja lukitse
unfinished-stop-close = Keskeytä ja sulje
unfinished-discard-lock = Hylkää muutokset ja lukitse
unfinished-discard-close = Hylkää muutokset ja sulje
unfinished-stay = Jatka työtä

## A register that is not as it was left

alarm-title = Rekisteriä voi nyt vain katsella
alarm-anchor-missing = Rekisterin kansiosta puuttuu ankkuritiedosto, jonka avulla vanha tai muutettu rekisteri huomataan.
alarm-anchor-damaged = Ankkuritiedosto on vaurioitunut, joten vanhaa tai muutettua rekisteriä ei voi huomata.
alarm-behind = Rekisteri on vanhempi kuin se, joka suljettiin: tapahtumalokin viimeinen merkintä on { $entry }, vaikka niitä oli { $remembered }.
alarm-entry-changed = Tapahtumalokin merkintä { $entry } ei ole se, joka kirjoitettiin.
alarm-checkpoint-false = Tapahtumalokin viimeisin tarkistuspiste ei pidä paikkaansa.
alarm-slots-older = Avaintiedosto on vanhempi kuin se, joka oli käytössä: vaihdettu tai päätetty salalause voi taas avata rekisterin.
alarm-staff-changed = Henkilöstön tiedot eivät ole ne, jotka tallennettiin.
alarm-register-changed = Rekisteritiedosto on muuttunut sen jälkeen, kun rekisteri lukittiin.
alarm-key-list-changed = Kuvien avainluettelo on muuttunut sen jälkeen, kun rekisteri lukittiin.
alarm-what-to-do = Jos kansioon palautettiin varmuuskopio, tämä on odotettua. Muuten selvitä, kuka on koskenut tiedostoihin, ennen kuin jatkat. Mitään ei ole poistettu.
alarm-accept = Hyväksy rekisteri sellaisenaan…
alarm-accept-title = Hyväksytäänkö rekisteri sellaisenaan?
alarm-accept-text = Se, mikä puuttuu, jää pois, ja tapahtumalokiin tulee merkintä hyväksymisestä. Rekisteri lukitaan, ja sen jälkeen siihen voi taas kirjoittaa.
alarm-accept-yes = Hyväksy ja lukitse
alarm-accept-no = Älä hyväksy
alarm-by-code = Rekisterin voi hyväksyä vain palautuskoodilla: lukitse rekisteri ja avaa se koodilla.
