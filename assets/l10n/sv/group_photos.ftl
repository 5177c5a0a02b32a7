# Who stands where in group photos, and their printed legends.

group-photos-title = Gruppbilder
group-photos-open = Namnge gruppbilder
group-photos-open-of = Namnge gruppbilderna i { $job }
group-photos-list = Gruppbilder klassvis
group-photos-into = Till namnen
group-photos-enlarge = Öppna bilden i stor storlek
group-photos-no-class = I fotograferingens klasser finns ännu ingen. Importera en klasslista.
group-photos-no-photo = Det finns ingen gruppbild av klassen. Matcha den med klassen, om den redan är importerad.
group-photos-no-photo-short = Ingen gruppbild
group-photos-photo-of = { $class }, { $photo }
group-photos-named = { $count } namngivna
group-photos-unnamed = Inte namngiven
group-photos-rejected = Bortvald
group-photos-lost = { $count ->
    [one] { $number } namngiven bild hör inte längre till någon klass. Namnen är kvar; de kommer tillbaka när bilden hör till klassen igen.
   *[other] { $number } namngivna bilder hör inte längre till någon klass. Namnen är kvar; de kommer tillbaka när bilderna hör till klassen igen.
}
group-photos-position = { $at } / { $total }
group-photos-by = { $name }, { $at }
group-photos-by-recovery = med återställningskoden, { $at }
group-photos-rows = Personer på bilden
group-photos-row-only = Från vänster
group-photos-row-back = Bakre raden
group-photos-row-middle = Mellersta raden
group-photos-row-between = Rad { $number } bakifrån
group-photos-row-front = Främre raden
group-photos-at = { $row }: plats { $number }
group-photos-field = Nästa från vänster
group-photos-field-help = Skriv början av namnet och tryck Enter, eller välj med siffra bland dem som inte är namngivna.
group-photos-free = Skriv som namn: { $name }
group-photos-none-found = Ingen motsvarar sökningen.
group-photos-teacher = { $name } (lärare)
group-photos-remaining = Inte namngivna ({ $number })
group-photos-remaining-none = Alla i klassen är på bilden.
group-photos-remaining-absent = De som blir kvar här är frånvarande.
group-photos-not-named = Nämns inte i bildtexten
group-photos-withheld = { $count ->
    [one] I bildtexten nämns { $number } inte vid namn.
   *[other] I bildtexten nämns { $number } inte vid namn.
}
group-photos-copy = Ta namnen från bilden { $photo }
group-photos-take-out = Ta bort: { $name }
group-photos-take-out-before = Ta bort föregående
group-photos-take-out-after = Ta bort nästa
group-photos-next-row = Nästa rad
group-photos-move-left = Flytta till vänster
group-photos-move-right = Flytta till höger
group-photos-move-up = Flytta bakåt
group-photos-move-down = Flytta framåt
group-photos-row-up = Flytta raden bakåt
group-photos-row-down = Flytta raden framåt
group-photos-undo = Ångra
group-photos-step = Gå mellan namnen
group-photos-take-number = Namnge med siffra
group-photos-full-row = Raden har redan 60 namn. Börja en ny rad (Ctrl+Enter).
group-photos-full-photo = Bilden har redan 12 rader. Flytta namn till andra rader.
group-photos-saved = Gruppbildens namn sparades.
group-photos-legend-open = Bildtexter…
group-photos-legend-title = Gruppbildernas texter: { $job }
group-photos-legend-which = Bilder
group-photos-legend-this = Bara den här bilden ({ $class })
group-photos-legend-all = { $count ->
    [one] Alla namngivna bilder ({ $number })
   *[other] Alla namngivna bilder ({ $number })
}
group-photos-legend-absent = Räkna upp de frånvarande
group-photos-legend-help = Bildtexten skrivs på skolans språk, en sida per bild. Skyddade och de som nekat fotografering eller publicering nämns inte vid namn.
group-photos-legend-nobody = Inga namn är sparade än för någon bild som inte är bortvald. Namnge och spara först.
group-photos-legend-unsaved = Ändringar som inte är sparade finns inte i bildtexten.
group-photos-legend-save = Spara som PDF…
group-photos-legend-saved = Bildtexterna sparades: { $name }
group-photos-legend-cancelled = Bildtexterna sparades inte.
