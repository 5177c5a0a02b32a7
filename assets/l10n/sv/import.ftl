# Importing a session: choose, plan, run, report.

import-title = Import av bilder
import-choose-text = Välj ett minneskort eller en mapp. Först ser du vad som skulle importeras; inget sparas förrän du bekräftar. På kortet skrivs aldrig något.
import-choose = Välj mapp…
import-planning = Går igenom { $source }
import-plan-cancelled = Granskningen avbröts. Inget sparades.
import-plan-cancel = Avbryt granskningen
import-plan-title = Importplan
import-plan-new = Nya filer
import-plan-kind = Typ
import-plan-files = Filer
import-plan-size = Storlek
import-plan-total = Sammanlagt
import-kind-jpeg = JPEG
import-kind-raw = RAW
import-kind-other = Andra bilder
import-kind-sidecar = Sidofiler (XMP)
import-plan-frames = { $count ->
    [one] { $number } bild
   *[other] { $number } bilder
}
import-plan-pairs = { $count ->
    [one] varav { $number } RAW+JPEG-par
   *[other] varav { $number } RAW+JPEG-par
}
import-plan-taken = Fotograferade { $range }
import-plan-free = { $free } ledigt på disken. Efter importen återstår { $left }.
import-plan-too-little = Bara { $free } är ledigt på disken, men bilderna behöver { $needed }. Frigör utrymme före importen.
import-plan-ignored = Utelämnas
import-plan-ignored-list = Filer som utelämnas
import-plan-ignored-more = Listan visar de första { $number } filerna.
import-plan-nothing = Mappen har inga nya bilder. Om du väntade dig bilder, se nedan varför filerna utelämnas.
import-target = Vart bilderna importeras
import-target-new = En ny session
import-target-existing = En befintlig session
import-name = Sessionens namn
import-name-help = Förslaget bygger på mappens namn och fotograferingsdagen.
import-name-missing = Ge sessionen ett namn, till exempel skola och datum.
import-photographer = Fotograf
import-existing = Session
import-existing-find = Skriv början av namnet
import-existing-missing = Välj sessionen som bilderna läggs till i.
import-start = { $count ->
    [one] Importera { $number } bild
   *[other] Importera { $number } bilder
}
import-start-sidecars = { $count ->
    [one] Importera { $number } sidofil
   *[other] Importera { $number } sidofiler
}
import-sidecars-only = Bilderna finns redan i registret. De nya sidofilerna sparas tillsammans med dem.
import-choose-other = Välj en annan mapp…
import-add-source = Lägg till ett kort eller en mapp…
import-remove-source = Lämna { $source } utanför importen
import-sources-waiting = Väntar tills alla källor har gåtts igenom.
import-running = Importerar bilder
import-running-from = Importerar bilder från { $source }
import-running-text = Du kan göra annat under tiden. Bilderna syns i sessionen i takt med att de sparas.
import-checking = Källan gås igenom en gång till
import-checking-text = Bilderna är sparade. Till sist granskas om källan har något som inte är sparat.
import-checking-cancel = Avbryt genomgången
import-copying = Bilderna kopieras till den andra disken
import-copying-text = Bilderna är sparade och källan genomgången. Nu görs kopian på den andra disken; källan kan redan kopplas loss.
import-copying-cancel = Avbryt kopieringen
import-to-copies = Inställningar för andra kopian
import-details = Detaljer
import-banner-close = Stäng meddelandet
import-coming = Bilderna kommer hit i takt med att de sparas.
import-files = Filer
import-rate = Hastighet
import-left = Tid kvar
import-bytes = Sparat
import-cancel = Avbryt importen
import-cancelling = Avbryter…
import-open-session = Öppna sessionen
import-resume = Fortsätt importen
import-resume-elsewhere = Fortsätt från en annan mapp…
import-again = Importera ett annat kort…
import-report-title = Importrapport
import-card = Minneskort
import-card-all-stored = Kortet kan formateras: varje bild är sparad och kontrollerad.
import-card-not-yet = { $count ->
    [0] Formatera inte kortet än: det har inte gåtts igenom till slut.
    [one] Formatera inte kortet än: { $number } bildfil är inte sparad.
   *[other] Formatera inte kortet än: { $number } bildfiler är inte sparade.
}
import-card-not-copied = { $count ->
    [one] Bilderna är sparade, men { $number } fil finns ännu inte på den andra disken. Formatera inte kortet förrän kopian är gjord.
   *[other] Bilderna är sparade, men { $number } filer finns ännu inte på den andra disken. Formatera inte kortet förrän kopiorna är gjorda.
}
import-card-look-first = { $count ->
    [one] Gå igenom kortet före formateringen: { $number } fil måste granskas, de andra bilderna är sparade.
   *[other] Gå igenom kortet före formateringen: { $number } filer måste granskas, de andra bilderna är sparade.
}
import-folder = Mapp
import-folder-all-stored = Varje bild i mappen är sparad och kontrollerad.
import-folder-not-yet = { $count ->
    [0] Det är inte säkert att alla bilder i mappen är sparade: den har inte gåtts igenom till slut.
    [one] Alla bilder i mappen är inte sparade: { $number } bildfil saknas i registret.
   *[other] Alla bilder i mappen är inte sparade: { $number } bildfiler saknas i registret.
}
import-folder-not-copied = { $count ->
    [one] Mappens bilder är sparade, men { $number } fil finns ännu inte på den andra disken.
   *[other] Mappens bilder är sparade, men { $number } filer finns ännu inte på den andra disken.
}
import-folder-look-first = { $count ->
    [one] { $number } fil i mappen måste granskas, de andra bilderna är sparade.
   *[other] { $number } filer i mappen måste granskas, de andra bilderna är sparade.
}
import-card-left = Att granska på kortet
import-folder-left = Att granska i mappen
import-left-video = { $count ->
    [one] { $number } video
   *[other] { $number } videor
}
import-left-sidecar = { $count ->
    [one] { $number } sidofil
   *[other] { $number } sidofiler
}
import-left-link = { $count ->
    [one] { $number } länk
   *[other] { $number } länkar
}
import-left-hidden = { $count ->
    [one] { $number } bild i kamerans eller systemets mappar
   *[other] { $number } bilder i kamerans eller systemets mappar
}
import-left-damaged = { $count ->
    [one] { $number } bild som lästes skadad: pröva en annan kortläsare
   *[other] { $number } bilder som lästes skadade: pröva en annan kortläsare
}
import-left-other = { $count ->
    [one] { $number } annan fil
   *[other] { $number } andra filer
}
import-outcome-completed = Importen är klar
import-outcome-completed-text = De sparade bilderna är återlästa ur bildvalvet och kontrollerade.
import-outcome-cancelled = Importen avbröts
import-outcome-cancelled-text = Bilderna som hann sparas är i säkerhet. Anslut samma kort och fortsätt när du vill; samma bild kommer inte med två gånger.
import-outcome-cancelled-folder-text = De bilder som redan sparats är i säkerhet. Fortsätt från samma mapp när du vill; samma bild kommer inte med två gånger.
import-outcome-unchecked-text = Alla bilder är sparade, men den sista genomgången blev inte klar. Fortsätt, så får du veta om allt är sparat.
import-outcome-interrupted = Importen slutfördes inte
import-outcome-interrupted-text = Bilderna som hann sparas är i säkerhet. Anslut samma kort eller mapp igen och fortsätt.
import-outcome-given-up-text = Importen lämnades vid det som sparades. Det som saknas kan importeras på nytt.
import-fault-source-vanished = Kortet togs ut mitt i importen
import-fault-source-vanished-text = { $count ->
    [0] Ingen bild hann sparas; sätt i kortet igen och fortsätt.
    [one] { $number } bild är sparad; sätt i kortet igen och fortsätt.
   *[other] { $number } bilder är sparade; sätt i kortet igen och fortsätt.
}
import-fault-folder-vanished = Mappen försvann under importen
import-fault-folder-vanished-text = { $count ->
    [0] Ingen bild hann sparas; lägg tillbaka mappen på sin plats och fortsätt.
    [one] { $number } bild är sparad; lägg tillbaka mappen på sin plats och fortsätt.
   *[other] { $number } bilder är sparade; lägg tillbaka mappen på sin plats och fortsätt.
}
import-fault-disk-full = Disken blev full mitt i importen
import-fault-disk-full-text = { $count ->
    [0] Ingen bild hann sparas; frigör utrymme på disken och fortsätt.
    [one] { $number } bild är sparad; frigör utrymme på disken och fortsätt.
   *[other] { $number } bilder är sparade; frigör utrymme på disken och fortsätt.
}
import-fault-read-only = Det går inte längre att skriva på registrets disk
import-fault-read-only-text = { $count ->
    [0] Ingen bild hann sparas; ta bort skrivskyddet eller kontrollera disken och fortsätt.
    [one] { $number } bild är sparad; ta bort skrivskyddet eller kontrollera disken och fortsätt.
   *[other] { $number } bilder är sparade; ta bort skrivskyddet eller kontrollera disken och fortsätt.
}
import-fault-other = Importen misslyckades
import-fault-other-text = Bilderna som hann sparas är i säkerhet. Åtgärda orsaken och fortsätt importen.
import-outcome-watched = Mappen bevakas inte längre
import-outcome-running = Importen pågår
import-report-stored = Sparat
import-report-stored-value = { $stored } / { $planned } filer
import-report-frames = Bilder
import-report-size = Storlek
import-report-time = Tid
import-report-issues = Anmärkningar
import-report-no-issues = Ingen fil utelämnades.
import-issue-count = { $count ->
    [one] { $number } fil
   *[other] { $number } filer
}
import-issue-stored = Sparades ändå.
import-reason-already-known = Finns redan i registret
import-reason-already-known-why = Samma innehåll har importerats tidigare.
import-reason-duplicate = Dubblett
import-reason-duplicate-why = Samma bild finns i källan under ett annat namn också; den sparas en gång.
import-reason-system-file = Kamerans eller systemets fil
import-reason-system-file-why = Bara kamerans och systemets egna filer; bilder och videor bland dem nämns för sig.
import-reason-unsupported-kind = Annat än bild
import-reason-unsupported-kind-why = Kontakti sparar JPEG- och RAW-bilder och deras XMP-sidofiler, inte videor eller dokument.
import-reason-empty = Tom fil
import-reason-empty-why = Filen har inte en enda byte. Kortet kan ha tagits ut under fotograferingen.
import-reason-too-large = För stor
import-reason-too-large-why = En bild får vara högst 1 GB och en sidofil högst 32 MB. Spara filen någon annanstans innan kortet formateras.
import-reason-not-an-image = Inte en bild
import-reason-not-an-image-why = Filen har en bilds namn, men innehållet är ingen bild.
import-reason-truncated = Avkortad
import-reason-truncated-why = Filen tar slut för tidigt. Pröva att läsa kortet med en annan läsare.
import-reason-too-many-pixels = Omöjlig bildstorlek
import-reason-too-many-pixels-why = Filen uppger sig vara större än någon kameras bild.
import-reason-damaged = Skadad
import-reason-damaged-why = Bilden går inte att öppna. Pröva att läsa kortet med en annan läsare.
import-reason-unsafe = Inte säker att undersöka
import-reason-unsafe-why = Undersökningen av filen avbröts, så den lämnades utanför. Behåll kortet som det är och be om hjälp med filen.
import-reason-unreadable = Kunde inte läsas
import-reason-unreadable-why = Systemet lät inte filen läsas. Kontrollera rättigheterna och kortet.
import-reason-vanished = Försvann
import-reason-vanished-why = Filen ändrades eller försvann efter att planen gjordes. Importera mappen på nytt.
import-reason-link = Länk
import-reason-link-why = Länkar följs inte, så att inga bilder kommer med från annat håll.
import-reason-not-planned = Tillkom efter planen
import-reason-not-planned-why = Filen kom till kortet eller ändrades först efter att importen planerades. Importera kortet en gång till för att få med den.
import-reason-outside-folder = Utanför mappen
import-reason-outside-folder-why = Bilden finns på samma kort men utanför mappen som importerades, och den finns inte i registret. Importera hela kortet.
import-reason-hidden = Dold bild
import-reason-hidden-why = Filen är en bild enligt namnet men ligger bland kamerans eller systemets egna filer, eller är dold. Den importeras inte.
import-reason-no-photo = Sidofil utan bild
import-reason-no-photo-why = Ingen bild med samma namn finns sparad från samma mapp. En sidofil sparas bara tillsammans med sin bild.
import-reason-no-preview = Sparad utan förhandsbild
import-reason-no-preview-why = RAW-filen är sparad, men den har ingen förhandsbild att visa.
import-list-none = Ingenting har ännu importerats till denna session.
import-list-report = Rapport
import-list = Importer till { $session }

# Watching a folder for a session.

watch-open = Bevaka en mapp…
watch-title = Bevaka en mapp
watch-text = Bilder som kommer till mappen läggs till i sessionen så snart de är hela. I mappen skrivs inget.
watch-present = { $count ->
    [one] Mappen har redan { $number } bildfil
   *[other] Mappen har redan { $number } bildfiler
}
watch-present-no = Importera bara nya bilder
watch-present-yes = Importera också dem som redan finns i mappen
watch-start = Börja bevaka
watch-stop = Sluta bevaka
watch-running = Bevakar mappen { $folder }
watch-count = { $count ->
    [0] Väntar på den första bilden.
    [one] { $number } bildfil, väntar på nästa.
   *[other] { $number } bildfiler, väntar på nästa.
}
watch-blocked = Mappen { $folder } hittas inte
watch-blocked-count = { $count ->
    [0] Anslut disken eller nätverksenheten igen; bevakningen fortsätter av sig självt.
    [one] { $number } bildfil är sparad. Anslut disken eller nätverksenheten igen; bevakningen fortsätter av sig självt.
   *[other] { $number } bildfiler är sparade. Anslut disken eller nätverksenheten igen; bevakningen fortsätter av sig självt.
}
