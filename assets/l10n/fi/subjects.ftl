# Those who are photographed: their cards, guardians and protection; where what is known of people comes from.

subjects-new = Uusi kuvattava
subject-card = Kuvattavan tiedot
subject-saved = Kuvattavan tiedot on tallennettu
subject-created = Kuvattava on lisätty
subject-updated-at = Muutettu { $date }
subject-last-name = Sukunimi
subject-first-name = Etunimet
subject-language-help = Tällä kielellä kuvattavaa puhutellaan.
subject-source-id-help = Koulun oma tunniste, jolla kuvattava löytyy seuraavasta luokkalistasta. Ei henkilötunnus.

## Permissions

permission-unknown = Ei tiedossa
permission-given = Lupa on
permission-refused = Ei lupaa

## Names of fields, in forms and in the history

field-label-call-name = Kutsumanimi
field-label-source-id = Koulun tunniste
field-label-born-on = Syntymäpäivä
field-label-photo-permission = Kuvauslupa
field-label-publication-permission = Julkaisulupa

## Classes by year

subject-classes = Luokat
subject-move = Siirrä
subject-move-of = Siirrä toiseen luokkaan { $year }
subject-move-button = Siirrä luokkaan
subject-moved = Luokka on nyt { $group }

## Guardians

subject-guardians = Huoltajat
subject-no-guardians = Huoltajaa ei ole merkitty. Lisää huoltaja, jotta kuvista voi tehdä tilauksen.
guardian-add = Lisää huoltaja
guardian-add-button = Lisää
guardian-added = Huoltaja on lisätty
guardian-customer = Asiakas
guardian-customer-help = Hae nimellä, puhelinnumerolla tai sähköpostilla.
guardian-customer-none = Ketään ei löydy. Kokeile osaa nimestä.
guardian-not-there = Eikö huoltaja ole vielä asiakas?
guardian-orders =
    { $count ->
        [one] 1 tilaus
       *[other] { $count } tilausta
    }
guardian-withheld = Avaa yhteystiedot asiakkaan omalta kortilta.
guardian-remove = Poista huoltajista
guardian-remove-of = Poista huoltajista: { $name }
guardian-remove-title = Poistetaanko { $name } huoltajista?
guardian-remove-text = { $name } ei ole sen jälkeen huoltajana: { $child }. Asiakkaan tiedot ja tilaukset säilyvät.
guardian-remove-yes = Poista huoltajista
guardian-remove-no = Älä poista
guardian-removed = Huoltaja on poistettu

## Where what is known comes from

source-title = Mistä tiedot ovat
source-question = Mistä muutokset ovat?
source-question-help = Merkitään jokaisen muuttuneen tiedon kohdalle.
source-roster = Koulun luokkalista
source-given = Henkilöltä itseltään tai huoltajalta
source-staff = Henkilöstö muualta
source-accrued = Syntynyt työssä

## The order of protection

protection-title = Turvakielto
protection-on = Suojattu
protection-none = Ei turvakieltoa.
protection-withheld = Tiedot on suojattu
subject-withheld = Yhteystiedot, koulu, luokka ja huoltajat eivät ole näkyvissä.
customer-withheld = Yhteystiedot, lisätiedot ja lapset eivät ole näkyvissä.
subject-protection-covers = yhteystiedot, koulu, luokka ja huoltajat
customer-protection-covers = yhteystiedot, lisätiedot ja lapset
protection-open = Avaa tiedot
protection-open-noted = Avaaminen kirjataan tapahtumalokiin.
protection-who-may = Tiedot voi avata omistaja tai tietosuojan yhteyshenkilö. Pyydä apua heiltä, jos tarvitset niitä.
protection-opened = Avasit nämä tiedot, ja avaaminen on tapahtumalokissa. Ne piiloutuvat, kun lähdet kortilta.
protection-hide = Piilota suojatut tiedot
protection-since = Merkitty { $date }
protection-review = arvioidaan { $date }
protection-no-review = ei arviointipäivää
protection-set-begin = Merkitse turvakielto…
protection-set = Merkitse turvakielto
protection-set-text = Merkinnän jälkeen näkyvistä katoavat { $covers }. Vain omistaja tai tietosuojan yhteyshenkilö voi avata ne ja päättää turvakiellon.
protection-review-on = Arviointipäivä
protection-review-help = Päivä, jona tarkistetaan, onko turvakielto yhä voimassa. Se ei pääty itsestään.
protection-change-review = Vaihda arviointipäivä
protection-noted = Turvakielto on merkitty
protection-end = Päätä turvakielto…
protection-end-title = Päätetäänkö turvakielto?
protection-end-text = Sen jälkeen kaikille, joiden rooli sallii sen, näkyvät taas { $covers }. Varmista ensin, että turvakielto on todella päättynyt.
protection-end-yes = Päätä turvakielto
protection-end-no = Pidä voimassa
protection-ended = Turvakielto on päätetty
protection-who-may-end = Turvakiellon voi päättää omistaja tai tietosuojan yhteyshenkilö.
