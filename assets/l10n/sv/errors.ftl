# What happened, and in .action what to do now.

## Input

error-invalid-fields = Några fält behöver rättas.
    .action = Rätta de markerade fälten och försök igen.
error-invalid-request = Programmet förstod inte begäran, och ingenting ändrades.
    .action = Öppna vyn på nytt. Kontakta supporten om felet upprepas.

## The register

error-register-locked = Registret är låst.
    .action = Lås upp det med lösenfrasen och fortsätt där du var.
error-register-exists = Det finns redan ett register på den här datorn. Det ändrades inte.
    .action = Öppna det befintliga registret.
error-register-absent = Det finns inget register på den här datorn ännu.
    .action = Skapa studions register eller öppna demonstrationsstudion.
error-wrong-passphrase = Lösenfrasen öppnar inte registret.
    .action = Kontrollera Caps Lock och tangentbordets språk och skriv lösenfrasen igen. Använd återställningskoden om den har kommit bort.
error-wrong-recovery-code = Återställningskoden hör inte till det här registret.
    .action = Kontrollera att den här studions namn står på pappret och skriv koden igen.
error-recovery-code-mistyped = Återställningskoden är felskriven.
    .action = Jämför varje grupp med pappret. Slutet av koden är en kontroll, så även ett enda fel tecken märks.
error-wait-before-retry = För många försök i följd.
    .action = Vänta tills nedräkningen är slut och försök sedan igen.
error-not-trusted = Registret är inte det som programmet lämnade, därför skrivs ingenting i det.
    .action = Läs meddelandet överst i fönstret. Ägaren kan återställa rätt filer eller godkänna registret som det är.
error-recovery-code-needed = För detta behövs återställningskoden.
    .action = Lås registret, öppna det med återställningskoden och försök igen.
error-trail-broken = Händelseloggens anteckning { $entry } är inte den som skrevs, därför undertecknas loggen inte.
    .action = Kontrollera hela loggen i händelseloggens vy, och jämför med säkerhetskopian.
error-not-allowed = Din roll tillåter inte det här.
    .action = Be någon vars roll tillåter det, eller be ägaren ändra din roll.
error-account-not-active = Kontot är inte i bruk.
    .action = Be ägaren ta kontot i bruk i personalvyn.
error-nobody-signed-in = Ingen är inloggad med namn, så det finns ingen lösenfras att byta.
    .action = Lås registret och logga in med ditt namn, eller ange en lösenfras i personalvyn.
error-agreement-missing = Sekretessavtalets dag saknas.
    .action = Anteckna dagen då avtalet undertecknades, spara och ta sedan kontot i bruk.
error-not-on-oneself = Det här kan man inte göra för sig själv.
    .action = Be en annan ägare. Din egen lösenfras byter du i inställningarna.
error-last-owner = Registret måste ha en ägare.
    .action = Ge först någon annan ägarens roll.
error-staff-has-left = Medarbetaren är antecknad som slutad.
    .action = Lägg till en ny medarbetare om personen har kommit tillbaka.
error-staff-stale = Någon annan ändrade medarbetarens uppgifter under tiden.
    .action = Läs in de nya uppgifterna och gör dina ändringar på nytt.
error-passphrase-too-weak = Lösenfrasen är för lätt att gissa.
    .action = Lägg till ord. Fyra eller fem ord som inte hör ihop räcker gott.
error-not-a-register = På registrets plats ligger en fil som inte är ett Kontakti-register. Den har inte rörts.
    .action = Flytta den främmande filen eller återställ registrets mapp från en säkerhetskopia.
error-register-truncated = Registerfilen är ofullständig. Den har inte rörts.
    .action = Ta inte bort något. Återställ registrets mapp från en säkerhetskopia.
error-register-wrong-key = Registerfilen hör inte till samma studio som nycklarna. Ingenting ändrades.
    .action = Kontrollera att mappen inte har blandats med en annan studios filer och återställ dem som hör ihop.
error-register-too-new = Registret är skapat med en nyare version av programmet. Det har inte rörts.
    .action = Installera den senaste versionen av Kontakti och öppna registret med den.
error-register-plain-database = På registrets plats ligger en okrypterad databas. Den öppnades inte.
    .action = Återställ det riktiga, krypterade registret från en säkerhetskopia och ta reda på varifrån filen kom.
error-register-damaged = Registerfilen är skadad, och inget mer skrivs i den.
    .action = Stäng programmet, kopiera hela mappen och återställ registret från en säkerhetskopia.
error-register-in-use = Registret är redan öppet i ett annat Kontakti-fönster.
    .action = Fortsätt i det fönstret eller stäng det först.
error-key-slots-missing = Registrets nyckelfil saknas. Bilder och uppgifter finns kvar men är låsta.
    .action = Återställ nyckelfilen från en säkerhetskopia till samma mapp. Skapa inget nytt register ovanpå.
error-key-slots-damaged = Registrets nyckelfil och dess kopia är skadade. Ingenting ändrades.
    .action = Återställ nyckelfilen från en säkerhetskopia.
error-device-secret-missing = Lösenfrasen låser inte upp registret på den här datorn: registret har flyttats hit eller återställts, eller så har lösenfrasen bytts på en annan dator.
    .action = Lås upp registret med återställningskoden och välj samtidigt en lösenfras för den här datorn.
error-keychain-unavailable = Den här datorns nyckelring kan inte nås.
    .action = Lås upp registret med lösenfrasen.
error-keychain-locked = Den här datorns nyckelring är låst.
    .action = Lås upp nyckelringen när datorn ber om det, eller lås upp registret med lösenfrasen.
error-keychain-entry-missing = Den här datorns nyckelring låser inte längre upp registret åt dig.
    .action = Lås upp registret med lösenfrasen. Vill du igen låsa upp det utan lösenfras, ta det i bruk på nytt i inställningarna.
error-register-file-missing = Registrets fil register.db saknas i sin mapp. De andra filerna rördes inte.
    .action = Återställ registrets mapp från en säkerhetskopia. Skapa inget nytt register och ta inte bort något ur mappen.

## Records

error-not-found = Uppgiften finns inte i registret.
    .action = Gå tillbaka till listan och sök den på nytt.
error-customer-stale = Kundens uppgifter har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Jämför versionerna och välj vilka uppgifter som ska gälla.
error-order-stale = Beställningen har ändrats sedan du öppnade den. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-product-stale = Produkten har ändrats sedan du öppnade den. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-partner-stale = Tryckpartnerns uppgifter har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-studio-stale = Studions uppgifter har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-session-stale = Sessionen har ändrats sedan du öppnade den. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-product-code-taken = En annan produkt har redan koden.
    .action = Ge produkten en kod som ingen annan har.
error-order-not-draft = Beställningen är redan bekräftad, så raderna kan inte längre ändras.
    .action = Annullera beställningen och gör en ny om innehållet är fel.
error-order-step-refused = Beställningen kan inte ändras till den statusen från sin nuvarande status.
    .action = Se beställningens status och välj något av de steg som erbjuds.
error-order-being-handed-over = Beställningen lämnas just nu till tryck och kan inte ändras.
    .action = Vänta tills överlämningen är klar eller avbryt den, och försök sedan igen.
error-order-has-prints = Beställningen har kopior och markeras inte som skickad för hand.
    .action = Lämna den till tryck i Produktion, så markeras den som skickad.
error-order-empty = Beställningen har inga rader.
    .action = Lägg till minst en produkt och bekräfta sedan.
error-school-stale = Skolans uppgifter har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-subject-stale = Den fotograferades uppgifter har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-job-stale = Fotograferingens uppgifter har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Se de nya uppgifterna och gör dina ändringar ovanpå dem.
error-matching-stale = Matchningen har ändrats sedan du öppnade den. Ingenting skrevs över.
    .action = Se på serien igen och rätta den om det ännu behövs.
error-group-photo-stale = Namnen på gruppbilden har ändrats sedan du öppnade dem. Ingenting skrevs över.
    .action = Läs in de sparade namnen och gör din ändring på nytt.
error-matching-edit-refused = Rättelsen går inte att göra här. Ingenting ändrades.
    .action = Se på serien och dess grannar och rätta på ett annat sätt.
error-protected-record = Uppgifterna är skyddade, och din roll tillåter inte att de ändras.
    .action = Be ägaren eller kontaktpersonen för dataskydd göra ändringen.

## Class lists

error-roster-draft-unknown = Klasslistans fil finns inte längre i minnet. Ingenting importerades.
    .action = Välj filen på nytt.
error-roster-unreadable = Filen kan inte läsas som en klasslista. Ingenting importerades.
    .action = Öppna filen i ett kalkylprogram, spara den som CSV eller Excel och välj den på nytt.
error-roster-has-dependents = Importen kan inte ångras, eftersom senare uppgifter bygger på den. Ingenting ändrades.
    .action = Rätta enskilda uppgifter på korten eller importera en rättad klasslista.

## Import and pictures

error-folder-unknown = Valet av mapp gäller inte längre.
    .action = Välj mappen på nytt.
error-folder-unreadable = Mappen går inte att läsa.
    .action = Kontrollera att kortet eller disken är ansluten och att du har behörighet till mappen, och välj den på nytt.
error-same-disk = Mappen finns på samma disk som registret. En kopia på samma disk skyddar inte när disken går sönder.
    .action = Välj en mapp på en annan disk, till exempel en extern disk.
error-folder-on-card = Mappen finns på ett minneskort, som formateras.
    .action = Välj en mapp på en disk som stannar i studion.
error-second-copy-stopped = Alla kopior kunde inte göras. Bilderna är sparade i registret.
    .action = Se orsaken i inställningarna, åtgärda den och kopiera det som saknas.
error-folder-name-unsupported = Sökvägen till mappen innehåller tecken som Kontakti inte kan hantera.
    .action = Ge mappen ett annat namn eller välj en annan mapp.
error-plan-unknown = Importplanen gäller inte längre.
    .action = Välj mappen på nytt, så görs planen av filerna som de är nu.
error-nothing-to-import = Det finns inga nya bilder i mappen.
    .action = Välj en annan mapp. Bilder som redan finns i registret importeras inte två gånger.
error-source-vanished = Kortet eller disken kopplades bort mitt i importen. Bilderna som hann importeras är sparade.
    .action = Anslut den igen och fortsätt importen.
error-source-differs = I mappen finns inte de bilder vars import avbröts. Inget sparades.
    .action = Anslut samma kort och fortsätt, eller importera det här kortet för sig.
error-photo-damaged = Bildens sparade fil är skadad och visas inte.
    .action = Importera bilden på nytt från kortet eller återställ den från en säkerhetskopia.
error-photo-missing = Bildens fil finns inte i bildvalvet.
    .action = Återställ bildvalvet från en säkerhetskopia eller importera bilden på nytt.
error-no-picture = Filen innehåller ingen bild som kan visas.
    .action = Originalfilen är sparad. Importera ett JPEG-par om bilden ska visas eller tryckas.

## Hand-over

error-partner-outside-eea = Tryckpartnern finns utanför Europeiska ekonomiska samarbetsområdet, så inga personuppgifter lämnas ut.
    .action = Välj en partner i ett EES-land.
error-partner-without-agreement = Det finns inget avtal om personuppgifter med tryckpartnern.
    .action = Ingå avtalet och anteckna dess datum i tryckpartnerns uppgifter.
error-partner-agreement-not-yet = Tryckpartnerns avtal börjar gälla först senare.
    .action = Vänta till avtalets datum eller rätta datumet om det är fel.
error-partner-inactive = Tryckpartnern är tagen ur bruk.
    .action = Ta den i bruk i tryckpartnerns uppgifter eller välj en annan.
error-batch-has-missing = Bilder saknas i partiet, så det lämnades inte.
    .action = Komplettera beställningarna i listan eller lämna dem utanför partiet.
error-batch-empty = Det finns inget att trycka i partiet.
    .action = Välj minst en bekräftad beställning med bildprodukter.
error-print-failed = Bilden { $frame } på rad { $line } i beställning { $order } kan inte tryckas, så partiet lämnades inte.
    .action = Lämna beställningen utanför partiet. Importera en hel fil av bilden eller annullera beställningen och gör en ny beställning med en annan bild.
error-folder-not-writable = Det går inte att skriva i målmappen, och inget blev kvar där.
    .action = Välj en annan mapp eller be om skrivbehörighet till den.
error-batch-folder-exists = I målmappen finns redan ett parti som heter { $name }, och det skrivs inte över.
    .action = Flytta undan de gamla partierna eller välj en annan mapp.

## The computer

error-disk-full = Disken är full. Det som hittills sparats är i behåll.
    .action = Frigör utrymme och fortsätt där det avbröts.
error-disk-failed = Disken kunde inte spara, så inget mer skrivs på den. Det som sparats tidigare är i behåll.
    .action = Kontrollera disken och kablarna, lås registret och logga in igen. Låt byta disken om felet upprepas.
error-read-only = Det går inte att skriva på disken.
    .action = Ta bort skrivskyddet eller välj en annan plats och försök igen.
error-access-denied = Programmet har inte rätt att läsa eller skriva den här filen eller mappen.
    .action = Be den som sköter datorn om behörighet eller välj en annan plats, och försök igen.
error-out-of-memory = Datorns minne räckte inte till. Inget ändrades.
    .action = Stäng andra program och försök igen.
error-input-output = Det gick inte att läsa från eller skriva till disken.
    .action = Kontrollera disken och kablarna och försök igen.

## The rest

error-task-busy = En likadan uppgift pågår redan.
    .action = Vänta tills den är klar eller avbryt den i listan över bakgrundsuppgifter upptill.
error-cancelled = Uppgiften avbröts.
    .action = Det som hann bli klart är sparat. Starta den på nytt när du vill fortsätta.
error-unknown-method = Fönstret och programmet är av olika version.
    .action = Stäng programmet och öppna det igen.
error-bug = Ett fel i programmet avbröt åtgärden.
    .action = Försök igen. Om felet upprepas, uppge felnumret för supporten.
