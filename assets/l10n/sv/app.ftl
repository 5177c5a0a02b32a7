# The window's frame: navigation, palette, keys, words that every view uses.

app-nav = Vyer
app-nav-schools = Skolor
app-nav-sessions = Sessioner
app-nav-customers = Kunder
app-nav-orders = Beställningar
app-nav-production = Produktion
app-nav-partners = Tryckpartner
app-nav-products = Produkter
app-nav-staff = Personal
app-nav-history = Händelselogg
app-nav-settings = Inställningar
app-nav-fold = Smalare meny
app-nav-unfold = Bredare meny
app-demonstration = Demonstrationsstudio
app-lock = Lås

app-palette-open = Sök eller ge ett kommando…
app-palette-results = Sökresultat
app-palette-commands = Kommandon
app-palette-nothing = Inga träffar. Sök på namnet på en kund, skola, fotografering eller session, eller på beställningsnummer.
app-command-import = Importera bilder…
app-command-customer = Ny kund
app-command-order = Ny beställning
app-command-go = Gå till: { $view }
app-command-lock = Lås registret

app-keys-title = Kortkommandon
app-keys-view = I den här vyn
app-keys-window = Överallt
app-keys-none = Den här vyn har inga egna kortkommandon.
app-key-space = Mellanslag
app-key-palette = Sök eller ge ett kommando…
app-key-lock = Lås registret
app-key-help = Visa kortkommandon
app-key-back = Tillbaka
app-key-forward = Framåt
app-key-inspector = Visa eller dölj detaljerna
app-key-filter = Gå till sökfältet
app-key-larger = Större text
app-key-smaller = Mindre text
app-key-usual = Vanlig textstorlek
app-key-rows = En rad upp eller ned
app-key-cells = Flytta i rutnätet
app-key-pages = En sida upp eller ned
app-key-ends = Till början eller slutet
app-key-open-row = Öppna raden
app-key-select-row = Markera raden
app-key-extend-rows = Utvidga markeringen
app-list-tools = Sök och filtrera
app-columns = Kolumner

app-not-found-title = Vyn hittades inte
app-not-found-text = Det finns ingen vy på den här adressen: den är felskriven, eller så finns vyn inte längre.

app-inspector = Detaljer
app-inspector-fold = Dölj detaljerna
app-inspector-unfold = Visa detaljerna

app-cancel = Avbryt
app-close = Stäng
app-save = Spara
app-undo = Ångra
app-retry = Försök igen
app-choose = Välj
app-decrease = Minska
app-increase = Öka
app-select-all = Markera alla
app-notices = Meddelanden
app-not-an-amount = Skriv beloppet i formen 39,90.
app-incident = Felnummer { $incident }

unfinished-title = Arbetet är inte klart
unfinished-tasks = Bilder som redan har sparats finns kvar, och en import kan återupptas senare. Ett utskriftsparti som inte är helt lämnas inte ut.
unfinished-demonstration = Den halvfärdiga demonstrationsstudion tas bort. Den kan byggas på nytt.
unfinished-edits = Ändringarna i den här vyn har inte sparats.
unfinished-stop-lock = Avbryt och lås
unfinished-stop-close = Avbryt och stäng
unfinished-discard-lock = Förkasta ändringarna och lås
unfinished-discard-close = Förkasta ändringarna och stäng
unfinished-stay = Fortsätt arbeta

## A register that is not as it was left

alarm-title = Registret kan nu bara läsas
alarm-anchor-missing = Ankarfilen som avslöjar ett gammalt eller ändrat register saknas i registrets mapp.
alarm-anchor-damaged = Ankarfilen är skadad, så ett gammalt eller ändrat register kan inte upptäckas.
alarm-behind = Registret är äldre än det som stängdes: händelseloggens sista anteckning är { $entry }, fast det fanns { $remembered }.
alarm-entry-changed = Händelseloggens anteckning { $entry } är inte den som skrevs.
alarm-checkpoint-false = Händelseloggens senaste kontrollpunkt håller inte.
alarm-slots-older = Nyckelfilen är äldre än den som användes: en bytt eller avslutad lösenfras kan öppna registret igen.
alarm-staff-changed = Personalens uppgifter är inte de som sparades.
alarm-register-changed = Registerfilen har ändrats sedan registret låstes.
alarm-key-list-changed = Bildernas nyckellista har ändrats sedan registret låstes.
alarm-what-to-do = Om en säkerhetskopia har återställts i mappen är det här väntat. Ta annars reda på vem som har rört filerna innan du går vidare. Ingenting har tagits bort.
alarm-accept = Godkänn registret som det är…
alarm-accept-title = Ska registret godkännas som det är?
alarm-accept-text = Det som saknas blir borta, och godkännandet antecknas i händelseloggen. Registret låses, och efter det kan man skriva i det igen.
alarm-accept-yes = Godkänn och lås
alarm-accept-no = Godkänn inte
alarm-by-code = Registret kan godkännas bara med återställningskoden: lås registret och öppna det med koden.
