# Who stands where in group photos, and their printed legends.

group-photos-title = Group photos
group-photos-open = Name group photos
group-photos-open-of = Name the group photos of { $job }
group-photos-list = Group photos by class
group-photos-into = To the names
group-photos-enlarge = Open the photo large
group-photos-no-class = There is nobody in the job’s classes yet. Import a class list.
group-photos-no-photo = There is no group photo of the class. Give it to the class in matching if it has been imported.
group-photos-no-photo-short = No group photo
group-photos-photo-of = { $class }, { $photo }
group-photos-named = { $count } named
group-photos-unnamed = Not named
group-photos-rejected = Rejected
group-photos-lost = { $count ->
    [one] { $number } named photo no longer belongs to any class. The names are kept; they come back when the photo is the class’s again.
   *[other] { $number } named photos no longer belong to any class. The names are kept; they come back when the photos are the class’s again.
}
group-photos-position = { $at } / { $total }
group-photos-by = { $name }, { $at }
group-photos-by-recovery = with the recovery code, { $at }
group-photos-rows = People in the photo
group-photos-row-only = From the left
group-photos-row-back = Back row
group-photos-row-middle = Middle row
group-photos-row-between = Row { $number } from the back
group-photos-row-front = Front row
group-photos-at = { $row }: place { $number }
group-photos-field = Next from the left
group-photos-field-help = Type the beginning of the name and press Enter, or choose by number among those not named yet.
group-photos-free = Write as a name: { $name }
group-photos-none-found = Nobody matches.
group-photos-teacher = { $name } (teacher)
group-photos-remaining = Not named yet ({ $number })
group-photos-remaining-none = Everybody of the class is in the photo.
group-photos-remaining-absent = Whoever is left here is absent from the photo.
group-photos-not-named = Not named in the legend
group-photos-withheld = { $count ->
    [one] The legend leaves { $number } unnamed.
   *[other] The legend leaves { $number } unnamed.
}
group-photos-copy = Take the names from photo { $photo }
group-photos-take-out = Take out: { $name }
group-photos-take-out-before = Take out the one before
group-photos-take-out-after = Take out the one after
group-photos-next-row = Next row
group-photos-move-left = Move to the left
group-photos-move-right = Move to the right
group-photos-move-up = Move farther back
group-photos-move-down = Move farther to the front
group-photos-row-up = Move the row farther back
group-photos-row-down = Move the row farther to the front
group-photos-undo = Undo
group-photos-step = Move between the names
group-photos-take-number = Name by number
group-photos-full-row = The row has 60 names already. Begin a new row (Ctrl+Enter).
group-photos-full-photo = The photo has 12 rows already. Move names to other rows.
group-photos-saved = The names of the group photo were saved.
group-photos-legend-open = Legends…
group-photos-legend-title = Legends of group photos: { $job }
group-photos-legend-which = Photos
group-photos-legend-this = Only this photo ({ $class })
group-photos-legend-all = { $count ->
    [one] All named photos ({ $number })
   *[other] All named photos ({ $number })
}
group-photos-legend-absent = List who is absent
group-photos-legend-help = The legend is in the school’s language, a page for each photo. People who are protected, or who refused the photo or its publication, are not named.
group-photos-legend-nobody = No names have been saved yet for any photo that is not rejected. Name people and save first.
group-photos-legend-unsaved = Changes that are not saved are not in the legend.
group-photos-legend-save = Save as PDF…
group-photos-legend-saved = The legends were saved: { $name }
group-photos-legend-cancelled = The legends were not saved.
