# Orders, their lines and the choice of photos.

orders-title = Beställningar
orders-new = Ny beställning
orders-list = Beställningslista
orders-search = Sök bland beställningarna
orders-search-help = Beställningsnummer eller kundens namn
orders-states = Status
orders-empty = Beställningarna registreras här och samlas i utskriftspartier när de är bekräftade.
orders-none-found = Ingen beställning motsvarar sökningen.
orders-clear-filters = Ta bort filtren
orders-count =
    { $count ->
        [one] 1 beställning
       *[other] { $count } beställningar
    }
order-state-draft = Utkast
order-state-confirmed = Bekräftad
order-state-sent = Skickad
order-state-delivered = Levererad
order-state-cancelled = Annullerad
order-column-number = Nummer
order-column-customer = Kund
order-column-state = Status
order-column-pieces = St.
order-column-total = Totalt
order-column-created = Registrerad
order-title = Beställning { $number }
order-customer = Kund
order-customer-help = Skriv början av namnet, telefonnumret eller e-postadressen.
order-customer-none = Ingen kund hittas.
order-customer-needed = Välj först en kund.
order-open-customer = Öppna kundens uppgifter
order-lines = Orderrader
order-lines-too-many = Beställningen har för många rader eller för stor summa. Dela upp den på flera beställningar.
order-pieces =
    { $lines ->
        [one] 1 rad
       *[other] { $lines } rader
    }, { $pieces ->
        [one] 1 stycke
       *[other] { $pieces } stycken
    }
order-no-lines = Lägg till en produkt med kod eller namn.
order-add-product = Lägg till produkt
order-add-product-help = Kod eller namn, sedan Enter
order-product-none = Ingen produkt hittas.
order-line-product = Produkt
order-line-photo = Bild
order-line-quantity = Antal
order-line-price = Styckpris
order-line-total = Summa
order-line-remove = Ta bort rad { $line }
order-line-removed = Raden togs bort: { $product }
order-line-choose-photo = Välj bild
order-line-choose-photo-of = Välj bild, rad { $line }
order-line-change-photo = Byt bild { $name }, rad { $line }
order-line-actions = Åtgärder
order-line-no-photo = ingen bild
order-line-needs-photo = Bild saknas
order-line-inactive = Produkten är inte längre i bruk. Ta bort raden eller välj en annan.
order-line-quantity-of = Antal, rad { $line }
order-line-price-of = Styckpris, rad { $line }
order-totals = Sammandrag
order-total-net = Exkl. moms
order-total-vat = Moms { $rate }
order-total-gross = Totalt
order-note = Anteckning
order-save = Spara utkast
order-confirm = Bekräfta beställningen
order-hand-over = Lämna till tryck
order-being-handed-over = Beställningen lämnas just nu till tryck. Den kan inte ändras under tiden.
order-open-production = Öppna produktionen
order-send = Markera som skickad
order-deliver = Markera som levererad
order-cancel = Annullera beställningen
order-cancel-title = Annullera beställning { $number }?
order-cancel-text = Beställningen för { $customer } annulleras. Det kan inte ångras, men beställningen finns kvar i arkivet.
order-cancel-yes = Annullera beställning { $number }
order-cancel-no = Behåll beställningen
order-saved = Beställning { $number } är sparad
order-confirmed = Beställning { $number } är bekräftad
order-sent = Beställning { $number } är markerad som skickad
order-delivered = Beställning { $number } är markerad som levererad
order-cancelled = Beställning { $number } är annullerad
order-course = Förlopp
order-at-created = Registrerad
order-at-confirmed = Bekräftad
order-at-sent = Skickad
order-at-delivered = Levererad
order-at-cancelled = Annullerad
order-batches = Utskriftspartier
order-stale-title = Beställningen har ändrats på annat håll
order-stale-text = Den sparade versionen är nyare än den du öppnade. Dina ändringar finns kvar i det här fönstret.
order-stale-theirs = Ta den sparade
order-stale-mine = Spara min ovanpå
order-stale-saved-lines =
    { $count ->
        [one] Den sparade har 1 rad, totalt { $total }.
       *[other] Den sparade har { $count } rader, totalt { $total }.
    }
order-stale-my-lines =
    { $count ->
        [one] Din har 1 rad, totalt { $total }.
       *[other] Din har { $count } rader, totalt { $total }.
    }

## Choosing photos

picker-title = Välj bild
picker-session = Session
picker-search = Filens namn
picker-empty = Sessionen har inga bilder som motsvarar filtret.
picker-no-sessions = Importera först bilder, så kan de väljas till beställningen.
picker-use = Använd bilden
picker-use-many =
    { $count ->
        [one] Använd bilden
       *[other] Lägg till { $count } bilder
    }
picker-photos = Sessionens bilder
picker-hint = Välj med piltangenterna och mellanslag. Flera bilder ger lika många rader.
