# Those who work with the register: names, roles, agreements, signing in.

staff-title = Personal
staff-list = Medarbetare
staff-new = Ny medarbetare
staff-details = Medarbetarens uppgifter
staff-empty = Lägg till dem som använder registret. Var och en loggar in med sin egen lösenfras, och händelseloggen visar vem som gjorde vad.
staff-count =
    { $count ->
        [one] 1 medarbetare
       *[other] { $count } medarbetare
    }
staff-column-name = Namn
staff-column-role = Roll
staff-column-agreed = Sekretessavtal
staff-column-status = Läge
staff-column-here = På den här datorn
staff-not-agreed = Saknas
staff-here = Har lösenfras
staff-not-here = Ingen lösenfras
staff-agreed-help = Dagen då sekretessavtalet undertecknades. Utan den kan kontot inte tas i bruk.
staff-role-help = Den nya rollen gäller nästa gång medarbetaren loggar in.
staff-own-role-help = Den egna rollen kan man inte ändra. En annan ägare kan.
staff-saved = Uppgifterna är sparade
staff-created = Medarbetaren är tillagd
staff-account = Konto
staff-status-waiting = Väntar
staff-status-active = I bruk
staff-status-left = Slutat
staff-waiting-text = Kontot är inte i bruk ännu. Be medarbetaren välja en lösenfras på den här datorn.
staff-waiting-agreement = Kontot är inte i bruk ännu. Anteckna först sekretessavtalets dag och spara.
staff-active-here = Loggar in på den här datorn med sin egen lösenfras.
staff-active-elsewhere = Kontot är i bruk men har ingen lösenfras på den här datorn.
staff-oneself = Det här är du. Din lösenfras byter du i inställningarna.
staff-left-text = Slutade { $date }. Lösenfrasen öppnar inte registret på någon dator. Uppgiften finns kvar, eftersom händelseloggen hänvisar till den.
staff-admit = Ta kontot i bruk
staff-admit-again = Ange ny lösenfras
staff-admit-title = Lösenfras: { $name }
staff-admit-lead = Ge tangentbordet till medarbetaren. Hen skriver själv en lösenfras som ingen annan känner till. Den öppnar registret på den här datorn.
staff-admit-button = Spara lösenfrasen
staff-admitted = { $name } kan nu logga in på den här datorn
staff-leave = Anteckna att medarbetaren slutat
staff-leave-title = Ska { $name } antecknas som slutad?
staff-leave-text = Efter det öppnar lösenfrasen inte registret på någon dator. Det kan inte ångras: den som kommer tillbaka läggs till som ny medarbetare. Registret får en ny nyckel, vilket kan ta en minut.
staff-leave-yes = Avsluta kontot
staff-leave-no = Anteckna inte
staff-has-left = { $name } är antecknad som slutad
staff-key-due = Registret behöver en ny nyckel
staff-key-due-text = En medarbetare som kände till nyckeln slutade { $date }, och nyckeln kunde inte bytas då: en import eller överlämning pågick eller disken var full.
staff-key-renew-now = Byt nyckel nu
staff-key-renew = Byt registrets nyckel…
staff-key-title = Ska registrets nyckel bytas?
staff-key-text = Gör det när en lösenfras kan ha hamnat i fel händer tillsammans med en kopia av registret. Registret skrivs om, vilket kan ta en minut; under tiden kan inget sparas. Allas lösenfraser och återställningskoden förblir desamma.
staff-key-yes = Byt nyckel
staff-key-no = Behåll nyckeln
staff-key-renewed = Registret har en ny nyckel
staff-key-first = Registret har sin första nyckel
staff-key-made = Registrets nyckel byttes { $date }

## Roles

role-owner = Ägare
role-data-protection-contact = Kontaktperson för dataskydd
role-order-desk = Beställningar
role-production = Produktion
role-photographer = Fotograf
role-viewer = Läsare
role-owner-help = Får göra allt.
role-data-protection-contact-help = Ser allt, även utlämnanden och händelseloggen, ändrar kunder, fotograferade, skolor och tryckpartner och öppnar skyddade uppgifter.
role-order-desk-help = Kunder, beställningar, skolor, klasslistor och fotograferingar, märkning av bilder.
role-production-help = Import, bokning av fotograferingar, kamerakort, tillverkning och överlämning till tryckpartner.
role-photographer-help = Import och märkning av bilder, klasslistor och kamerakort. Ser varken kunder eller beställningar.
role-viewer-help = Ser på bilder, klasslistor, kunder och beställningar, ändrar ingenting.

## Signing in

sign-in-name = Namn
sign-in-nobody = Studions lösenfras
sign-in-key-holder = Återställningskodens innehavare
sign-in-as = Inloggad: { $name }, { $role }
sign-in-switch = Byt användare
sign-in-not-allowed = Din roll ({ $role }) tillåter inte ändringar här.
who-title = Vem är du?
who-lead = Registret öppnades med en nyckel som inte anger något namn. Välj ditt namn och en lösenfras för den här datorn, så att händelseloggen vet vem som gjorde vad.
who-first-lead = Registret har inga medarbetare ännu. Anteckna dig själv som ägare och välj en lösenfras för den här datorn.
who-go-on = Fortsätt
who-skip = Fortsätt utan namn
owner-name = Ditt namn
owner-lead = Du blir registrets ägare. De andra lägger du till senare, var och en med sin egen lösenfras.
owner-agreed = Sekretessavtalets dag
owner-agreed-help = Dagen då du undertecknade sekretessavtalet.
