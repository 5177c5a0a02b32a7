# Customers and their permissions.

customers-title = Kunder
customers-new = Ny kund
customers-search = Sök bland kunderna
customers-search-help = Namn, telefon, e-post eller beställningsnummer
customers-empty = Kunderna är vårdnadshavare, skolor och företag som beställer och betalar.
customers-none-found = Ingen hittas med ”{ $search }”.
customers-none-found-help = Pröva en del av namnet eller bara telefonnumret.
customers-clear-search = Töm sökningen
customers-count =
    { $count ->
        [one] 1 kund
       *[other] { $count } kunder
    }
customers-list = Kundlista
customer-column-name = Namn
customer-column-town = Ort
customer-column-orders = Beställningar
customer-column-marketing = Marknadsföring
customer-card = Kundens uppgifter
customer-saved = Kundens uppgifter är sparade
customer-created = Kunden är tillagd
customer-added-at = Tillagd { $date }
customer-orders = Beställningar
customer-no-orders = Inga beställningar.
customer-more-orders = Visa äldre beställningar
customer-disclosures = Utlämnanden
customer-no-disclosures = Inga bilder av kunden har lämnats till någon.
customer-disclosures-more = Visa äldre
customer-new-order = Ny beställning
customer-language-help = På det här språket talar och skriver vi till kunden.
customer-children = Barn

## Marketing permission

consent-title = Samtycke till marknadsföring
consent-lead = Fråga kunden med exakt de här orden. Ordalydelsen, svaret och sättet sparas.
consent-answer = Kundens svar
consent-yes = Ja, det får ni
consent-no = Nej
consent-channel = Hur svaret gavs
consent-channel-desk = Vid disken
consent-channel-phone = Per telefon
consent-channel-paper = På papper
consent-answer-needed = Fråga kunden och välj svaret.
consent-channel-needed = Välj hur kunden svarade.
consent-permitted = Marknadsföring tillåten
consent-not-permitted = Ingen marknadsföring
consent-given = Gav sitt samtycke
consent-refused = Gav inte sitt samtycke
consent-history = Svar
consent-new-answer = Registrera ett nytt svar
consent-record = Registrera svaret
consent-recorded = Svaret är registrerat
consent-show-wording = Visa ordalydelsen

## Changed elsewhere

customer-stale-title = Kundens uppgifter har ändrats på annat håll
customer-stale-text = Uppgifterna ändrades sedan du öppnade dem. Välj för varje fält vilketdera som ska gälla.
customer-stale-field = Fält
customer-stale-mine = Ditt
customer-stale-theirs = Det sparade
customer-stale-take-theirs = Ta det sparade i sin helhet
customer-stale-save = Spara valda
customer-stale-same = Versionerna skiljer sig inte. Spara igen.
