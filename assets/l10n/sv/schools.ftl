# Schools, their classes and class lists.

schools-title = Skolor
schools-new = Ny skola
schools-list = Skollista
schools-search = Sök bland skolorna
schools-search-help = Namn, ort eller kontaktperson
schools-empty = Skolor, daghem och föreningar där du fotograferar. Lägg till den första, så kan du importera dess klasslista.
schools-none-found = Ingen skola hittas med ”{ $search }”.
schools-count =
    { $count ->
        [one] 1 skola
       *[other] { $count } skolor
    }
school-column-name = Namn
school-column-town = Ort
school-column-contact = Kontaktperson
school-column-year = Läsår
school-column-subjects = Fotograferade
school-column-job = Senaste fotografering
school-details = Skolans uppgifter
school-saved = Skolans uppgifter är sparade
school-created = Skolan är tillagd
school-year = Läsår
school-year-of = Läsåret { $year }
school-tab-classes = Klasser
school-tab-lists = Klasslistor
school-tab-jobs = Fotograferingar
school-tab-details = Uppgifter
school-import-list = Importera klasslista…
school-language-help = På det här språket kontaktas skolan.
school-agreed-on = Fotograferingsavtalets dag
school-agreement-help = I korthet vad som har avtalats med skolan.
school-contacts = Kontaktpersoner
school-contacts-help = Den första frågas först.
school-contact-place = Kontaktperson { $place }
school-contact-duty = Uppgift
school-contact-add = Lägg till kontaktperson
school-contact-up = Flytta uppåt: { $name }
school-contact-down = Flytta nedåt: { $name }
school-contact-remove = Ta bort kontaktpersonen: { $name }

## Kinds of place

school-kind-school = Skola
school-kind-day-care = Daghem
school-kind-club = Förening

## Names of fields, in forms and in the history

field-label-agreement = Avtal
field-label-contacts = Kontaktpersoner
field-label-teacher = Lärare

## Classes of a year and their lists

classes-title = Klasser
classes-all = Alla klasser
classes-empty = Det finns ännu inga klasser för läsåret. Importera skolans klasslista eller lägg till en fotograferad för hand.
classes-empty-to-see = Det finns ännu inga klasser för läsåret. De visas när skolans klasslista har importerats.
classes-withheld =
    { $count ->
        [one] 1 fotograferad vars uppgifter är skyddade finns inte i listan
       *[other] { $count } fotograferade vars uppgifter är skyddade finns inte i listan
    }
classes-withheld-show = Visa namnen
classes-withheld-hide = Dölj namnen
classes-withheld-noted = Namnen visas utan klass. Visandet antecknas i händelseloggen för var och en.
classes-withheld-list = Fotograferade vars uppgifter är skyddade
class-new = Ny klass…
class-name = Klassens namn
class-empty = Ingen finns på klassens lista.
class-empty-but-left = Ingen finns kvar på listan. De som har lämnat den kan visas med reglaget ovan.
subjects-list = Fotograferade
subjects-search = Sök på namn
subjects-none-found = Ingen i listan hittas med ”{ $search }”.
subjects-show-left = Visa de som har lämnat listan
subjects-count =
    { $count ->
        [one] 1 fotograferad
       *[other] { $count } fotograferade
    }
subject-column-place = Nr
subject-column-name = Namn
subject-column-class = Klass
subject-column-guardians = Vårdnadshavare
subject-left = lämnade { $date }
