# Schools, their classes and class lists.

schools-title = Koulut
schools-new = Uusi koulu
schools-list = Koululuettelo
schools-search = Hae kouluista
schools-search-help = Nimi, paikkakunta tai yhteyshenkilö
schools-empty = Koulut, päiväkodit ja seurat, joissa kuvaat. Lisää ensimmäinen, niin voit tuoda sen luokkalistan.
schools-none-found = Haulla ”{ $search }” ei löydy koulua.
schools-count =
    { $count ->
        [one] 1 koulu
       *[other] { $count } koulua
    }
school-column-name = Nimi
school-column-town = Paikkakunta
school-column-contact = Yhteyshenkilö
school-column-year = Lukuvuosi
school-column-subjects = Kuvattavia
school-column-job = Viimeisin kuvaus
school-details = Koulun tiedot
school-saved = Koulun tiedot on tallennettu
school-created = Koulu on lisätty
school-year = Lukuvuosi
school-year-of = Lukuvuosi { $year }
school-tab-classes = Luokat
school-tab-lists = Luokkalistat
school-tab-jobs = Kuvaukset
school-tab-details = Tiedot
school-import-list = Tuo luokkalista…
school-language-help = Tällä kielellä kouluun ollaan yhteydessä.
school-agreed-on = Kuvaussopimuksen päivä
school-agreement-help = Lyhyesti, mitä koulun kanssa on sovittu.
school-contacts = Yhteyshenkilöt
school-contacts-help = Ensimmäiseltä kysytään ensin.
school-contact-place = Yhteyshenkilö { $place }
school-contact-duty = Tehtävä
school-contact-add = Lisää yhteyshenkilö
school-contact-up = Siirrä ylemmäs: { $name }
school-contact-down = Siirrä alemmas: { $name }
school-contact-remove = Poista yhteyshenkilö: { $name }

## Kinds of place

school-kind-school = Koulu
school-kind-day-care = Päiväkoti
school-kind-club = Seura

## Names of fields, in forms and in the history

field-label-agreement = Sopimus
field-label-contacts = Yhteyshenkilöt
field-label-teacher = Opettaja

## Classes of a year and their lists

classes-title = Luokat
classes-all = Kaikki luokat
classes-empty = Tältä lukuvuodelta ei ole vielä luokkia. Tuo koulun luokkalista tai lisää kuvattava käsin.
classes-empty-to-see = Tältä lukuvuodelta ei ole vielä luokkia. Ne tulevat näkyviin, kun koulun luokkalista on tuotu.
classes-withheld =
    { $count ->
        [one] 1 kuvattava, jonka tiedot on suojattu, ei ole luettelossa
       *[other] { $count } kuvattavaa, joiden tiedot on suojattu, ei ole luettelossa
    }
classes-withheld-show = Näytä nimet
classes-withheld-hide = Piilota nimet
classes-withheld-noted = Nimet näytetään ilman luokkaa. Näyttäminen kirjataan tapahtumalokiin jokaisen kohdalle.
classes-withheld-list = Kuvattavat, joiden tiedot on suojattu
class-new = Uusi luokka…
class-name = Luokan nimi
class-empty = Luokan listalla ei ole ketään.
class-empty-but-left = Listalla ei ole enää ketään. Listalta poistuneet saat näkyviin yllä olevasta kytkimestä.
subjects-list = Kuvattavat
subjects-search = Hae nimellä
subjects-none-found = Haulla ”{ $search }” ei löydy ketään tästä luettelosta.
subjects-show-left = Näytä listalta poistuneet
subjects-count =
    { $count ->
        [one] 1 kuvattava
       *[other] { $count } kuvattavaa
    }
subject-column-place = Nro
subject-column-name = Nimi
subject-column-class = Luokka
subject-column-guardians = Huoltajia
subject-left = poistui { $date }
