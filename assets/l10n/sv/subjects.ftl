# Those who are photographed: their cards, guardians and protection; where what is known of people comes from.

subjects-new = Ny fotograferad
subject-card = Den fotograferades uppgifter
subject-saved = Den fotograferades uppgifter är sparade
subject-created = Den fotograferade är tillagd
subject-updated-at = Ändrad { $date }
subject-last-name = Efternamn
subject-first-name = Förnamn
subject-language-help = På det här språket tilltalas den fotograferade.
subject-source-id-help = Skolans eget nummer, med vilket den fotograferade hittas i nästa klasslista. Inte personbeteckningen.

## Permissions

permission-unknown = Inte känt
permission-given = Tillåtet
permission-refused = Inte tillåtet

## Names of fields, in forms and in the history

field-label-call-name = Tilltalsnamn
field-label-source-id = Skolans nummer
field-label-born-on = Födelsedag
field-label-photo-permission = Fotografering
field-label-publication-permission = Publicering

## Classes by year

subject-classes = Klasser
subject-move = Flytta
subject-move-of = Flytta till en annan klass { $year }
subject-move-button = Flytta till klassen
subject-moved = Klassen är nu { $group }

## Guardians

subject-guardians = Vårdnadshavare
subject-no-guardians = Ingen vårdnadshavare är antecknad. Lägg till en, så att bilderna kan beställas.
guardian-add = Lägg till vårdnadshavare
guardian-add-button = Lägg till
guardian-added = Vårdnadshavaren är tillagd
guardian-customer = Kund
guardian-customer-help = Sök på namn, telefonnummer eller e-post.
guardian-customer-none = Ingen hittas. Pröva en del av namnet.
guardian-not-there = Är vårdnadshavaren inte kund ännu?
guardian-orders =
    { $count ->
        [one] 1 beställning
       *[other] { $count } beställningar
    }
guardian-withheld = Öppna kontaktuppgifterna på kundens eget kort.
guardian-remove = Ta bort som vårdnadshavare
guardian-remove-of = Ta bort som vårdnadshavare: { $name }
guardian-remove-title = Ska { $name } tas bort som vårdnadshavare?
guardian-remove-text = { $name } är sedan inte längre vårdnadshavare för { $child }. Kundens uppgifter och beställningar finns kvar.
guardian-remove-yes = Ta bort
guardian-remove-no = Ta inte bort
guardian-removed = Vårdnadshavaren är borttagen

## Where what is known comes from

source-title = Var uppgifterna kommer från
source-question = Var kommer ändringarna från?
source-question-help = Antecknas för varje uppgift som ändras.
source-roster = Skolans klasslista
source-given = Av personen själv eller vårdnadshavaren
source-staff = Personalen, annanstans ifrån
source-accrued = Uppkommit i arbetet

## The order of protection

protection-title = Spärrmarkering
protection-on = Skyddad
protection-none = Ingen spärrmarkering.
protection-withheld = Uppgifterna är skyddade
subject-withheld = Kontaktuppgifter, skola, klass och vårdnadshavare visas inte.
customer-withheld = Kontaktuppgifter, anteckning och barn visas inte.
subject-protection-covers = kontaktuppgifter, skola, klass och vårdnadshavare
customer-protection-covers = kontaktuppgifter, anteckning och barn
protection-open = Öppna uppgifterna
protection-open-noted = Öppnandet antecknas i händelseloggen.
protection-who-may = Ägaren eller kontaktpersonen för dataskydd kan öppna uppgifterna. Be dem om hjälp om du behöver dem.
protection-opened = Du öppnade de här uppgifterna, och öppnandet finns i händelseloggen. De döljs när du lämnar kortet.
protection-hide = Dölj de skyddade uppgifterna
protection-since = Antecknad { $date }
protection-review = omprövas { $date }
protection-no-review = ingen dag för omprövning
protection-set-begin = Anteckna spärrmarkering…
protection-set = Anteckna spärrmarkering
protection-set-text = Efter anteckningen döljs { $covers }. Bara ägaren eller kontaktpersonen för dataskydd kan öppna dem och avsluta spärrmarkeringen.
protection-review-on = Dag för omprövning
protection-review-help = Dagen då det kontrolleras om spärrmarkeringen ännu gäller. Den upphör inte av sig själv.
protection-change-review = Ändra dagen för omprövning
protection-noted = Spärrmarkeringen är antecknad
protection-end = Avsluta spärrmarkeringen…
protection-end-title = Ska spärrmarkeringen avslutas?
protection-end-text = Efter det ser alla vars roll tillåter det åter { $covers }. Försäkra dig först om att spärrmarkeringen verkligen har upphört.
protection-end-yes = Avsluta spärrmarkeringen
protection-end-no = Låt den gälla
protection-ended = Spärrmarkeringen är avslutad
protection-who-may-end = Ägaren eller kontaktpersonen för dataskydd kan avsluta spärrmarkeringen.
