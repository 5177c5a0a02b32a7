# Documents that leave the program: recovery sheet, order slips, README of a print batch.

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

## Titles of the system's own dialogs

documents-dialog-import = Choose the card or folder to import from
documents-dialog-hand-over = Choose the folder that the batch is written to
documents-dialog-recovery = Save the recovery code as a PDF
documents-recovery-file = Kontakti-recovery-code.pdf

## When the program cannot start

documents-start-folder = Kontakti did not start: the folder { $folder } cannot be used. Check that the disk is connected and that you may use the folder, then start again.
documents-start-no-folder = Kontakti did not start: the system gives it no folder of its own. Check the environment variables KONTAKTI_DATA and KONTAKTI_DEVICE, or ask whoever looks after this computer.
documents-start-window = Kontakti did not start: its window could not be opened. Restart the computer; if that does not help, install Kontakti again. The register was not touched.
