# The list of sessions and a session's own view.

session-title = Kuvausistunnot
session-list = Kuvausistunnot
session-search = Hae kuvausistuntoa
session-empty = Tänne tulevat muistikorteilta tuodut kuvausistunnot. Aloita tuomalla kuvat kortilta tai kansiosta.
session-none-found = Mikään kuvausistunto ei vastaa hakua.
session-import = Tuo kuvat…
session-column-name = Kuvausistunto
session-column-photographer = Kuvaaja
session-column-taken = Kuvattu
session-column-frames = Ruutuja
session-column-rejected = Hylättyjä
session-column-state = Tila
session-interrupted = Tuonti jäi kesken
session-resume = Jatka tuontia
session-interrupted-text = Tuonti keskeytyi ennen kuin kaikki kuvat olivat tallessa. Jo tallennetut kuvat ovat tässä; liitä sama kortti tai kansio ja jatka.
session-give-up = Älä jatka tuontia
session-give-up-title = Jätetäänkö tuonti tähän?
session-give-up-text = Tähän asti tallennetut kuvat säilyvät. Tuontia ei enää tarjota jatkettavaksi; puuttuvat kuvat voi tuoda kortilta uutena tuontina.
session-give-up-no = Jatka myöhemmin
session-given-up = Tuonti jätettiin tähän
session-imports = Tämän kuvausistunnon tuonnit
session-count = { $count ->
    [one] { $number } kuvausistunto
   *[other] { $number } kuvausistuntoa
}
session-edit = Muokkaa…
session-edit-title = Kuvausistunnon tiedot
session-name = Nimi
session-photographer = Kuvaaja
session-job = Kuvaus
session-job-none = Ei kuvausta
session-job-help = Kuvaus kertoo, kenen kuvauskortteja kuvissa on.
session-job-choice = { $job }, { $date }
session-saved = Kuvausistunnon tiedot on tallennettu
session-import-more = Tuo lisää…

## Clocks of cameras

clock-open = Kameroiden kellot…
clock-title = Kameroiden kellot
clock-text = Anna jonkin kuvan oikea aika. Kaikkien saman kameran kuvien ajat tässä kuvausistunnossa korjataan sen mukaan; tiedostot pysyvät ennallaan.
clock-none = Yksikään tämän kuvausistunnon kuva ei kerro sekä kameraa että aikaa.
clock-incomplete = Kirjoita koko päivä ja kellonaika.
clock-of-photo = Kuvan { $name } aika
clock-of-first = { $count ->
    [one] Kameran ainoan kuvan aika
   *[other] Kameran ensimmäisen kuvan aika; kuvia on { $number }
}
clock-right = Kameran kello oli oikeassa
clock-is-right = Kello on oikeassa.
clock-behind = Kello on { $time } jäljessä.
clock-ahead = Kello on { $time } edellä.
clock-corrected = Kuvausajat korjattiin
