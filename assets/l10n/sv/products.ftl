# Products.

products-title = Produkter
products-new = Ny produkt
products-list = Produktlista
products-search = Sök bland produkterna
products-empty = Produkterna är bildstorlekar och annat som kan läggas till på beställningar.
products-none-found = Inga produkter hittas med sökningen.
products-show-inactive = Visa även dem som inte är i bruk
products-count =
    { $count ->
        [one] 1 produkt
       *[other] { $count } produkter
    }
product-column-code = Kod
product-column-name = Namn
product-column-size = Storlek
product-column-price = Pris
product-column-vat = Moms
product-column-state = Status
product-active = I bruk
product-inactive = Inte i bruk
product-details = Produktens uppgifter
product-code-help = Kort kod som skrivs på beställningen.
product-price-help = Priset inkluderar moms.
product-is-print = Bildprodukt: raden behöver en bild
product-no-print = Ingen bild
product-size-help = Visas för tryckeriet som mappens namn, till exempel 10x15.
product-surface-help = Lämna tomt om tryckeriet bara har en yta.
product-folder-signs = Använd bara bokstäverna a–z, siffror och tecknen - _ samt punkt inuti: det blir mappens namn.
product-vat-class = Momsgrupp
product-vat-help = Satsen bestäms av dagen då beställningen bekräftas.
vat-class-general = Allmän
vat-class-reduced = Nedsatt
vat-class-press = Tidningar
vat-class-exempt = Momsfri
product-saved = Produkten är sparad
product-created = Produkten är tillagd
