# Documents that leave the program: recovery sheet, order slips, camera cards, README of a print batch.

documents-page = Page { $page } of { $pages }

documents-recovery-title = Recovery code
documents-recovery-studio = Studio
documents-recovery-created = Created
documents-recovery-lead = This code opens the register when the passphrase is lost. Nobody else can recover it – we cannot either.
documents-recovery-code = Code
documents-recovery-code-hint = The code never uses the letters I, L, O or U. Its end lets the program notice typing errors.
documents-recovery-qr = The same code for a scanner
documents-recovery-keep = Keeping the code
documents-recovery-keep-safe = Keep this sheet locked away and apart from the computer, for example in a safe or a bank deposit box.
documents-recovery-keep-secret = Anyone who has both the sheet and the register can open the register. Do not photograph the sheet or save it on the computer.
documents-recovery-keep-test = The code was checked by typing it again when the register was created. If the sheet is lost, take good care of the passphrase.
documents-recovery-use = Using the code
documents-recovery-use-open = Open Kontakti and choose the recovery code on the lock screen.
documents-recovery-use-type = Type the groups from left to right, row by row. Upper and lower case make no difference.
documents-recovery-use-passphrase = Choose a new passphrase.

documents-slip-title = Order slip
documents-slip-order = Order
documents-slip-batch = Print batch
documents-slip-quantity = Qty
documents-slip-product = Product
documents-slip-file = File
documents-slip-prints = { $prints ->
    [one] { $prints } print
   *[other] { $prints } prints
}
documents-slip-pieces = { $pieces ->
    [one] { $pieces } piece
   *[other] { $pieces } pieces
}
documents-slip-totals = Total

documents-cards-title = Camera cards
documents-cards-group = Group photo
documents-cards-count = { $count ->
    [one] { $count } subject
   *[other] { $count } subjects
}
documents-cards-end = End
documents-cards-end-text = Ends the card before it: the photos that follow belong to nobody until the next card.
documents-cards-skip = Discard
documents-cards-skip-text = Discards the photos of the card before it: they are not given to the subject.
documents-cards-clock = Clock
documents-cards-clock-text = Photograph this card and note the exact time: with it the camera’s clock is corrected.
documents-cards-retake = Retake
documents-cards-retake-text = Blank card: write name and class before you shoot.
documents-cards-name = Name
documents-cards-class = Class
documents-missing-title = Missing list
documents-missing-none = Nobody is missing.
documents-missing-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
documents-missing-protected = { $count ->
    [one] Besides these { $count } protected person is missing; the list does not name them.
   *[other] Besides these { $count } protected people are missing; the list does not name them.
}
documents-missing-absent = not photographed
documents-missing-card-only = card only, no portraits
documents-missing-none-usable = no usable photo
documents-missing-not-chosen = no photo chosen
documents-missing-not-permitted = may not be photographed
documents-legend-title = Group photo
documents-legend-none = Nobody is named in any group photo.
documents-legend-absent = Absent
documents-legend-row-only = From the left
documents-legend-row-back = Back row from the left
documents-legend-row-middle = Middle row from the left
documents-legend-row-between = Row { $number } from the back, from the left
documents-legend-row-front = Front row from the left
documents-legend-unnamed = { $count ->
    [one] – One person in the photo is not named.
   *[other] – { $count } people in the photo are not named.
}

documents-readme-title = Print batch { $number }
documents-readme-from = From: { $studio }
documents-readme-to = To: { $partner }
documents-readme-created = Created: { $date }
documents-readme-resend = This batch sends batch { $number } again.
documents-readme-counts = { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}, { $files ->
    [one] { $files } image file
   *[other] { $files } image files
}, { $prints ->
    [one] { $prints } print
   *[other] { $prints } prints
}.
documents-readme-folders = A folder's name is the size and surface of the print. A file name begins with the number of prints to make: 2x_ means two prints.
documents-readme-pixels = The pictures are finished: cropped, at exact pixels, sRGB, 300 dpi. Please do not crop or correct them.
documents-readme-lists = manifest.csv and manifest.json list the files. SHA256SUMS holds the checksums. The folder slips has an order slip for every order: please pack it with the order's prints.
documents-readme-contact = Questions? { $contact }
documents-readme-delete = The pictures show children. Delete the files as agreed once the prints have been delivered.

documents-checkpoint-title = Checkpoint
documents-checkpoint-lead = This sheet proves what the history was at this moment. Once it is in the binder, the history cannot be written anew without anybody noticing.
documents-checkpoint-studio = Studio
documents-checkpoint-made = Made
documents-checkpoint-entries = Entries
documents-checkpoint-moment = { $day }, { $time }
documents-checkpoint-size = { $size }
documents-checkpoint-root = Root
documents-checkpoint-root-hint = The root is computed from all entries, from the first. If a single one were changed, it would be another.
documents-checkpoint-key = Fingerprint of the signing key
documents-checkpoint-qr = The signed checkpoint for a scanner
documents-checkpoint-keep = Keeping and checking
documents-checkpoint-keep-file = Date and sign the sheet and keep it in the binder, apart from the computer. It holds no personal data and opens nothing.
documents-checkpoint-keep-check = Export the history as a signed bundle and give the program kontakti-verify the bundle and this sheet’s root or the text of its QR code.
documents-checkpoint-filed = Put in the binder
documents-checkpoint-date = Date
documents-checkpoint-signature = Signature and name in print

documents-trail-column-id = Entry
documents-trail-column-utc = Time (UTC)
documents-trail-column-local = Time in Finland
documents-trail-column-staff-id = Number of who did it
documents-trail-column-staff = Done by
documents-trail-column-action = Code of the event
documents-trail-column-action-text = Event
documents-trail-column-entity = Record
documents-trail-column-record = Number of the record
documents-trail-column-fields = Fields changed
documents-trail-column-count = Count
documents-trail-column-machine = Computer
documents-trail-column-prev-hash = Hash of the one before
documents-trail-column-hash = Hash

documents-trail-readme-title = History of Kontakti, signed bundle
documents-trail-readme-whole = The bundle holds the whole history from the first entry to the last checkpoint: { $entries } entries.
documents-trail-readme-picked = The bundle holds { $entries } entries of { $size }. It proves that each of them stands at its place in the history, but not that no entries were left out.
documents-trail-readme-check = Check the bundle with the program kontakti-verify, which comes with Kontakti. It needs neither the register nor its key: kontakti-verify bundle.zip
documents-trail-readme-paper = Compare also with the checkpoint sheet in the binder: kontakti-verify bundle.zip --checkpoint "root of the sheet". Without paper the bundle only proves that it holds in itself.
documents-trail-readme-not-proved = Not proved are the names of the staff (people.json), and that the computer’s clock was right.
documents-trail-readme-personal = The bundle says who did what. Keep it accordingly, and destroy it when it is no longer needed.

## Titles of the system's own dialogs

documents-dialog-import = Choose the card or folder to import from
documents-dialog-hand-over = Choose the folder that the batch is written to
documents-dialog-second-copy = Choose a folder on another disk for copies of the photos
documents-dialog-recovery = Save the recovery code as a PDF
documents-recovery-file = Kontakti-recovery-code.pdf
documents-dialog-checkpoint = Save the checkpoint sheet
documents-checkpoint-file = Kontakti-checkpoint.pdf
documents-dialog-roster = Choose the school’s class list
documents-dialog-cards = Save the camera cards as a PDF
documents-dialog-missing = Save the missing list
documents-dialog-legend = Save the legends of group photos
documents-cards-file = Kontakti-camera-cards.pdf
documents-missing-file = Kontakti-missing-list.pdf
documents-legend-file = Kontakti-legends.pdf
documents-dialog-trail = Export the history
documents-trail-table-file = Kontakti-history.csv
documents-trail-bundle-file = Kontakti-history.zip

## When the program cannot start

documents-start-folder = Kontakti did not start: the folder { $folder } cannot be used. Check that the disk is connected and that you may use the folder, then start again.
documents-start-no-folder = Kontakti did not start: the system gives it no folder of its own. Check the environment variables KONTAKTI_DATA and KONTAKTI_DEVICE, or ask whoever looks after this computer.
documents-start-window = Kontakti did not start: its window could not be opened. Restart the computer; if that does not help, install Kontakti again. The register was not touched.
