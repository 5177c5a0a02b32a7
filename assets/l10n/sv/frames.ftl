# Frames: grid, large view, marks and facts.

frame-grid = Bilder
frame-toolbar = Urval och ordning
frame-sort = Ordning
frame-sort-taken-at = Äldst först
frame-sort-taken-at-descending = Nyaste först
frame-sort-name = Namn
frame-sort-name-descending = Namn, Ö–A
frame-sort-rating = Bästa först
frame-sort-subject = Efter fotograferad
frame-group-cards = Kamerakort
frame-search = Filnamn
frame-search-short = Namn
frame-filter-rating = Lägsta betyg
frame-filter-rating-least = Minst { $rating ->
    [one] { $rating } stjärna
   *[other] { $rating } stjärnor
}
frame-filter-reject = Bortval
frame-filter-kept = Behållna
frame-filter-rejected = Bortvalda
frame-filter-clear = Ta bort urvalet
frame-size = Bildernas storlek
frame-selected = { $count ->
    [one] { $number } markerad
   *[other] { $number } markerade
}
frame-shown = { $shown } / { $total } bilder
frame-shown-all = { $count ->
    [one] { $total } bild
   *[other] { $total } bilder
}
frame-rejected-count = { $count ->
    [one] { $number } bortvald
   *[other] { $number } bortvalda
}
frame-position = { $at } / { $total }
frame-empty = Den här sessionen har inga bilder än.
frame-none-fit = Ingen bild motsvarar urvalet.
frame-name-alone = Bild { $name }
frame-rating-is = { $rating ->
    [one] { $rating } stjärna
   *[other] { $rating } stjärnor
}
frame-is-rejected = Bortvald
frame-no-marks = Inga märkningar
frame-has-raw = RAW
frame-no-picture = Ingen bild att visa
frame-no-picture-text = Filen är sparad, men den har ingen bild som kan visas.

frame-unreadable = Bilden är skadad eller saknas
frame-unreadable-text = Bilden kan inte visas: dess sparade fil är skadad eller saknas.
frame-unreadable-action = Importera bilden på nytt från kortet eller återställ den från en säkerhetskopia.
frame-unsharp = Den skarpa bilden kan inte visas

frame-mark = Märkningar
frame-marks-apply = { $count ->
    [one] Märkningarna gäller { $number } bild
   *[other] Märkningarna gäller { $number } bilder
}
frame-rate = Ge { $rating ->
    [one] { $rating } stjärna
   *[other] { $rating } stjärnor
}
frame-rate-clear = Ta bort stjärnorna
frame-reject = Välj bort
frame-unreject = Ångra bortval
frame-rated-many = { $count ->
    [one] Stjärnorna ändrades på { $number } bild
   *[other] Stjärnorna ändrades på { $number } bilder
}
frame-rejected-many = { $count ->
    [one] { $number } bild valdes bort
   *[other] { $number } bilder valdes bort
}
frame-unrejected-many = { $count ->
    [one] Bortvalet ångrades för { $number } bild
   *[other] Bortvalet ångrades för { $number } bilder
}
frame-marked-many = { $count ->
    [one] { $number } bild märktes
   *[other] { $number } bilder märktes
}
frame-nothing-to-undo = Det finns inget att ångra

frame-color-red = Röd
frame-color-yellow = Gul
frame-color-green = Grön
frame-color-blue = Blå
frame-color-clear = Ta bort färgen
frame-filter-color = Färg
frame-retake = Omtagning
frame-retake-clear = Ta bort märkningen som omtagning
frame-turn-right = Vrid medurs
frame-turn-left = Vrid moturs
frame-head = Huvudets plats
frame-head-keys = Pilarna flyttar, + och − ändrar storleken, Enter sparar, Esc lämnar.
frame-head-set = Spara platsen
frame-head-remove = Ta bort huvudets plats

frame-large = Stor bild
frame-open = Öppna stort
frame-previous = Föregående bild
frame-next = Nästa bild
frame-zoom = Verklig storlek 1:1
frame-zoom-fit = Anpassa till fönstret
frame-zoom-in = Zooma in
frame-zoom-out = Zooma ut
frame-back-to-grid = Tillbaka till rutnätet
frame-key-rate = Stjärnor
frame-key-select = Markera bilden
frame-key-extend = Utvidga markeringen
frame-key-select-all = Markera alla
frame-key-undo = Ångra senaste märkningen
frame-key-pan = Flytta den förstorade bilden

frame-compare = Jämför
frame-comparison = Jämförelse av bilder
frame-compare-few = Markera 2–4 bilder. C jämför med nästa.
frame-compare-most = Högst fyra bilder kan jämföras åt gången.
frame-compare-alone = Det finns ingen annan bild att jämföra med.
frame-compare-out = Ta bort från jämförelsen

frame-facts = Bildens uppgifter
frame-facts-none = Välj en bild, så visas dess uppgifter här.
frame-fact-taken = Fotograferad
frame-taken-by-camera = kamerans klocka { $at }
frame-fact-camera = Kamera
frame-fact-serial = Serienummer
frame-fact-exposure = Exponering
frame-fact-size = Storlek
frame-fact-files = Filer
frame-fact-orders = På beställningar
frame-pixels = { $width } × { $height } px
frame-megapixels = { $value } Mpx
frame-iso = ISO { $value }

## What is to be remembered of a file

file-remark-truncated = Filen är avbruten
file-remark-damaged = Filen är delvis skadad
file-remark-profile-unreadable = Färgprofilen kan inte läsas
file-remark-preview-only = Bara en förhandsbild kan visas; den kan inte tryckas
file-remark-colors-unexplained = Färgrymden framgår inte av filen
file-remark-orientation-invalid = Orienteringen är felaktigt antecknad
file-remark-offset-invalid = Tidszonen kan inte läsas
