# The list of sessions and a session's own view.

session-title = Sessioner
session-list = Sessioner
session-search = Sök session
session-empty = Här samlas sessionerna som importerats från minneskort. Börja med att importera bilder från ett kort eller en mapp.
session-none-found = Ingen session motsvarar sökningen.
session-import = Importera bilder…
session-column-name = Session
session-column-photographer = Fotograf
session-column-taken = Fotograferad
session-column-frames = Bilder
session-column-rejected = Bortvalda
session-column-state = Status
session-interrupted = Importen avbröts
session-resume = Fortsätt importen
session-interrupted-text = Importen avbröts innan alla bilder var sparade. De som hann sparas finns här; anslut samma kort eller mapp och fortsätt.
session-give-up = Fortsätt inte importen
session-give-up-title = Ska importen lämnas vid det som är sparat?
session-give-up-text = De foton som hittills har sparats finns kvar. Importen går sedan inte att fortsätta; det som saknas kan importeras på nytt från kortet.
session-give-up-no = Kunna fortsätta senare
session-given-up = Importen lämnades vid det som är sparat
session-imports = Importer till denna session
session-count = { $count ->
    [one] { $number } session
   *[other] { $number } sessioner
}
session-edit = Redigera…
session-edit-title = Sessionens uppgifter
session-name = Namn
session-photographer = Fotograf
session-job = Fotografering
session-job-none = Ingen fotografering
session-job-help = Fotograferingen avgör vilkas kamerakort som finns i bilderna.
session-job-choice = { $job }, { $date }
session-saved = Sessionens uppgifter är sparade
session-import-more = Importera fler…

## Clocks of cameras

clock-open = Kamerornas klockor…
clock-title = Kamerornas klockor
clock-text = Ange rätt tid för en bild. Tiderna för alla bilder som togs med samma kamera i den här sessionen rättas efter den; filerna ändras inte.
clock-none = Ingen bild i den här sessionen anger både kamera och tid.
clock-incomplete = Skriv hela datumet och klockslaget.
clock-of-photo = Tid för bilden { $name }
clock-of-first = { $count ->
    [one] Tid för kamerans enda bild
   *[other] Tid för kamerans första bild av { $number }
}
clock-right = Kamerans klocka gick rätt
clock-is-right = Klockan går rätt.
clock-behind = Klockan går { $time } efter.
clock-ahead = Klockan går { $time } före.
clock-corrected = Tiderna rättades
