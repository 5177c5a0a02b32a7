# Frames: grid, large view, marks and facts.

frame-grid = Photos
frame-toolbar = Filter and order
frame-sort = Order
frame-sort-taken-at = Oldest first
frame-sort-taken-at-descending = Newest first
frame-sort-name = Name
frame-sort-name-descending = Name, Z–A
frame-sort-rating = Best first
frame-sort-subject = By subject
frame-group-cards = Camera cards
frame-search = File name
frame-search-short = Name
frame-filter-rating = Least rating
frame-filter-rating-least = At least { $rating ->
    [one] { $rating } star
   *[other] { $rating } stars
}
frame-filter-reject = Rejects
frame-filter-kept = Kept
frame-filter-rejected = Rejected
frame-filter-clear = Clear the filter
frame-size = Size of the photos
frame-selected = { $count ->
    [one] { $number } selected
   *[other] { $number } selected
}
frame-shown = { $shown } of { $total } frames
frame-shown-all = { $count ->
    [one] { $total } frame
   *[other] { $total } frames
}
frame-rejected-count = { $count ->
    [one] { $number } rejected
   *[other] { $number } rejected
}
frame-position = { $at } / { $total }
frame-empty = This session has no photos yet.
frame-none-fit = No photo fits the filter.
frame-name-alone = Photo { $name }
frame-rating-is = { $rating ->
    [one] { $rating } star
   *[other] { $rating } stars
}
frame-is-rejected = Rejected
frame-no-marks = No marks
frame-has-raw = RAW
frame-no-picture = No picture to show
frame-no-picture-text = The file is stored, but it has no picture that can be shown.

frame-unreadable = The photo is damaged or missing
frame-unreadable-text = The photo cannot be shown: its stored file is damaged or missing.
frame-unreadable-action = Import the photo again from the card or restore it from a backup.
frame-unsharp = The sharp picture cannot be shown

frame-mark = Marks
frame-marks-apply = { $count ->
    [one] Marks apply to { $number } photo
   *[other] Marks apply to { $number } photos
}
frame-rate = Give { $rating ->
    [one] { $rating } star
   *[other] { $rating } stars
}
frame-rate-clear = Clear the stars
frame-reject = Reject
frame-unreject = Take back the reject
frame-rated-many = { $count ->
    [one] The stars of { $number } photo were changed
   *[other] The stars of { $number } photos were changed
}
frame-rejected-many = { $count ->
    [one] { $number } photo was rejected
   *[other] { $number } photos were rejected
}
frame-unrejected-many = { $count ->
    [one] The reject of { $number } photo was taken back
   *[other] The rejects of { $number } photos were taken back
}
frame-marked-many = { $count ->
    [one] { $number } photo marked
   *[other] { $number } photos marked
}
frame-nothing-to-undo = There are no marks to undo

frame-color-red = Red
frame-color-yellow = Yellow
frame-color-green = Green
frame-color-blue = Blue
frame-color-clear = Take the colour away
frame-filter-color = Colour
frame-retake = Retake
frame-retake-clear = Take away the retake mark
frame-turn-right = Turn clockwise
frame-turn-left = Turn anticlockwise
frame-head = Place of the head
frame-head-keys = Arrows move it, + and − change its size, Enter sets it, Esc leaves.
frame-head-set = Set
frame-head-remove = Remove the place of the head

frame-large = Large view
frame-open = Open large
frame-previous = Previous photo
frame-next = Next photo
frame-zoom = Actual size 1:1
frame-zoom-fit = Fit the window
frame-zoom-in = Zoom in
frame-zoom-out = Zoom out
frame-back-to-grid = Back to the grid
frame-key-rate = Stars
frame-key-select = Select the photo
frame-key-extend = Extend the selection
frame-key-select-all = Select all
frame-key-undo = Undo the last mark
frame-key-pan = Move the enlarged photo

frame-compare = Compare
frame-comparison = Comparison of photos
frame-compare-few = Select 2–4 photos. C compares with the next.
frame-compare-most = At most four photos can be compared at a time.
frame-compare-alone = There is no other photo to compare with.
frame-compare-out = Take out of the comparison

frame-facts = Photo facts
frame-facts-none = Choose a photo to see its facts here.
frame-fact-taken = Taken
frame-taken-by-camera = camera’s clock { $at }
frame-fact-camera = Camera
frame-fact-serial = Serial number
frame-fact-exposure = Exposure
frame-fact-size = Size
frame-fact-files = Files
frame-fact-orders = On orders
frame-pixels = { $width } × { $height } px
frame-megapixels = { $value } Mpx
frame-iso = ISO { $value }

## What is to be remembered of a file

file-remark-truncated = The file ends too early
file-remark-damaged = The file is partly damaged
file-remark-profile-unreadable = The colour profile cannot be read
file-remark-preview-only = Only a preview can be shown, not printed
file-remark-colors-unexplained = The file does not say its colour space
file-remark-orientation-invalid = The orientation is written wrongly
file-remark-offset-invalid = The time zone cannot be read
