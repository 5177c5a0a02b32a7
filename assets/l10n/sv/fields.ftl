# Fields and forms: problems, names and the words of every form.

## What is wrong with a field

field-required = Uppgiften saknas. Fyll i fältet.
field-too-long = Texten är för lång. Förkorta den.
field-not-business-id = FO-numret stämmer inte. Formen är 1234567-1; kontrollera siffrorna.
field-not-email = Det här är ingen e-postadress. Formen är namn@exempel.fi.
field-not-phone = Det här är inget telefonnummer. Använd siffror, mellanslag och plustecken i början.
field-not-date = Dagen finns inte i kalendern. Kontrollera den.
field-not-country = Välj ett land ur listan.
field-out-of-range = Värdet ligger utanför gränserna. Kontrollera det.
field-out-of-range-limits = Talet ligger utanför gränserna. Ange ett tal mellan { $least } och { $most }.
field-not-unique = Värdet används redan. Ange ett annat.
field-not-postal-code = Postnumret är ogiltigt. I Finland har det fem siffror.
field-not-card-code = Det här är inte ett kamerakorts kod. Skriv hela koden eller dess slut, till exempel 0042-N.
field-not-matched = Bilden är ingens ännu. Matcha den först med den fotograferade.

## Names of fields, in forms and in the history

field-label-name = Namn
field-label-last-name = Efternamn eller organisation
field-label-first-name = Förnamn
field-label-email = E-post
field-label-phone = Telefon
field-label-street = Gatuadress
field-label-postal-code = Postnummer
field-label-town = Postort
field-label-country = Land
field-label-taken-at = Tid för fotografering
field-label-language = Språk
field-label-note = Anteckning
field-label-marketing = Samtycke till marknadsföring
field-label-business-id = FO-nummer
field-label-code = Kod
field-label-name-fi = Namn på finska
field-label-name-sv = Namn på svenska
field-label-name-en = Namn på engelska
field-label-kind = Typ
field-label-print = Bildstorlek
field-label-size = Storlek
field-label-width-mm = Kortsida, mm
field-label-height-mm = Långsida, mm
field-label-surface = Papprets yta
field-label-price = Pris
field-label-vat = Momssats
field-label-is-active = I bruk
field-label-role = Roll
field-label-agreed-on = Sekretessavtalets dag
field-label-agreement-on = Avtalets datum
field-label-profile = Överlämningsformat
field-label-photographer = Fotograf
field-label-color = Färg
field-label-is-retake = Omtagning
field-label-turn = Vridning
field-label-head = Huvudets plats
field-label-rating = Betyg
field-label-is-rejected = Bortvald
field-label-lines = Rader
field-label-customer = Kund
field-label-state = Status
field-label-folder = Mapp
field-label-passphrase = Lösenfras
field-label-keychain = Nyckelring
field-label-lock-after-minutes = Lås vid inaktivitet
field-label-customer-id = Kund
field-label-price-cents = Pris
field-label-vat-class = Momsgrupp
field-label-vat-bp = Momssats
field-label-files = Filer
field-label-prints = Kopior
field-label-bytes = Storlek
field-label-sha256 = Kontrollsumma
field-label-recovery-code = Återställningskod
field-label-marks = Märkningar
field-label-intact = Oförändrad
field-label-broken = Inte oförändrad
field-label-table = Tabell
field-label-bundle = Undertecknat paket
field-label-backward = Bakåt
field-label-forward = Framåt

## Languages

language-fi = Finska
language-sv = Svenska
language-en = Engelska

## Forms: saving, and leaving with changes

form-save = Spara
form-cancel = Avbryt
form-close = Stäng
form-discard = Förkasta ändringarna
form-keep-editing = Fortsätt redigera
form-unsaved-title = Ändringarna är inte sparade
form-unsaved-text = Om du lämnar nu sparas inte dina ändringar.
form-unsaved = Osparade ändringar
form-all = Alla
form-loading = Hämtar
form-stale-reload = Förkasta mina ändringar och visa de nya uppgifterna
form-empty-value = uppgift saknas
