# First run, passphrase, recovery code and unlocking.

## The two doors

firstrun-title = Välkommen till Kontakti
firstrun-lead = Kontakti förvarar studions kunder, beställningar och bilder krypterade på den här datorn. Ingenting lämnar huset om du inte själv lämnar ut det.
firstrun-language = Språk
firstrun-create-title = Skapa studions register
firstrun-create-text = För det verkliga arbetet. Du anger studions uppgifter, väljer en lösenfras och får en återställningskod på papper. Det tar ungefär fem minuter, och du behöver en skrivare.
firstrun-create-button = Skapa registret
firstrun-demo-title = Öppna demonstrationsstudion
firstrun-demo-text = För att bekanta dig med programmet. Programmet gör en påhittad skola, tre klasser, tecknade porträtt och färdiga beställningar. Ingenting kan gå sönder, och det egna registret kan skapas när som helst.
firstrun-demo-button = Öppna demonstrationen
firstrun-demo-making = Demonstrationsstudion skapas
firstrun-demo-progress = { $done } / { $total } bilder
firstrun-demo-cancel = Avbryt

## Steps of creating

firstrun-steps = Steg för att skapa registret
firstrun-step-studio = Studions uppgifter
firstrun-step-passphrase = Lösenfras
firstrun-step-recovery = Återställningskod
firstrun-step-confirm = Kontroll
firstrun-next = Fortsätt
firstrun-back = Tillbaka
firstrun-abandon = Avbryt skapandet
firstrun-abandon-title = Avbryta skapandet av registret?
firstrun-abandon-text = Uppgifterna du angett och återställningskoden förstörs. Det finns inget annat i registret ännu.
firstrun-abandon-yes = Förstör det ofärdiga registret
firstrun-abandon-text-unmade = Uppgifterna du angett försvinner. Registret är inte skapat ännu.
firstrun-abandon-yes-unmade = Avbryt skapandet
firstrun-abandon-no = Fortsätt skapa

## Studio details

firstrun-studio-lead = De här uppgifterna används på beställningar, orderlappar och studions övriga dokument. De kan ändras senare.
firstrun-studio-name = Studions namn
firstrun-studio-language = Dokumentens språk
firstrun-business-id-help = I formen 1234567-1

## Passphrase

passphrase-lead = Lösenfrasen öppnar registret varje morgon. Fyra eller fem ord som inte hör ihop är lätta att minnas och svåra att gissa.
passphrase-minimum = Minst 12 tecken och minst styrkan ”Stark”.
passphrase-field = Lösenfras
passphrase-repeat = Lösenfrasen en gång till
passphrase-differs = Lösenfraserna är inte lika. Skriv den andra på nytt.
passphrase-show = Visa lösenfrasen
passphrase-hide = Dölj lösenfrasen
passphrase-strength = Styrka
passphrase-strength-0 = Gissas genast
passphrase-strength-1 = Mycket svag
passphrase-strength-2 = Svag
passphrase-strength-3 = Stark
passphrase-strength-4 = Mycket stark
passphrase-warning-too-short = För kort. Lägg till ett ord eller två.
passphrase-warning-common = Den finns på listan över de vanligaste lösenorden.
passphrase-warning-repeats = Samma tecken eller ord upprepas. Upprepning gör den inte starkare.
passphrase-warning-sequence = Tecken i följd, som abc eller 1234, gissas genast.
passphrase-warning-keyboard = Tangenter i rad, som qwerty, gissas genast.
passphrase-warning-name = Ett namn är lätt att gissa. Använd andra ord.
passphrase-warning-date = Ett datum är lätt att gissa. Använd ord.
passphrase-warning-studio-name = Studions namn, ort och FO-nummer är de första gissningarna. Lämna bort dem.
passphrase-warning-guessable = Den går fortfarande att gissa. Lägg till ett ord.
firstrun-make = Skapa återställningskoden

## Recovery sheet

recovery-lead = Om lösenfrasen kommer bort eller datorn går sönder öppnas registret bara med den här koden. Ingen annan kan återställa den, inte ens vi.
recovery-paper = Skriv ut den på papper och förvara den i ett låst skåp, inte på den här datorn: papper kan inte stjälas över nätet och går inte sönder med disken.
recovery-once = Koden visas bara nu.
recovery-code = Återställningskod
recovery-qr = Återställningskoden som QR-kod
recovery-save = Spara PDF
recovery-saved = Sparad som { $name }. Skriv ut den och ta sedan bort filen.
recovery-have = Koden finns på papper
recovery-confirm-lead = Skriv av koden från pappret. Då vet vi att pappret går att läsa när det behövs.
recovery-confirm-field = Återställningskoden från pappret
recovery-confirm-help = Bindestreck och stora eller små bokstäver spelar ingen roll.
recovery-confirm-button = Öppna registret
recovery-unconfirmed-lead = Registret är skapat, men återställningskoden har inte kontrollerats ännu. Om du har pappret, skriv av koden. Om inte, börja om från början.

## Unlocking

unlock-title = Registret är låst
unlock-register = Register
unlock-register-studio = Studions register
unlock-register-demonstration = Demonstrationsstudion
unlock-with = Lås upp med
unlock-with-passphrase = Lösenfras
unlock-with-recovery = Återställningskod
unlock-button = Lås upp
unlock-without-passphrase = Öppna utan lösenfras
unlock-wait =
    { $seconds ->
        [one] Vänta en sekund till.
       *[other] Vänta { $seconds } sekunder till.
    }
unlock-demonstration = Demonstrationsstudions lösenfras är
unlock-fill = Använd den
unlock-create = Skapa studions register
unlock-demo = Öppna demonstrationsstudion
unlock-new-passphrase = Lösenfras för den här datorn
