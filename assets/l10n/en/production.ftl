# Gathering, handing over, batches and the disclosure ledger.

production-title = Production
production-tab-gather = To gather
production-tab-batches = Batches
production-tab-ledger = Disclosures
production-ready = Confirmed orders
production-ready-empty = Confirmed orders wait here until they are handed over to print.
production-none-found = No waiting order matches.
production-open-orders = Open the orders
production-open-gather = Gather a batch
production-select-none = Select none
production-select-order = Select order { $number }
production-selected =
    { $count ->
        [one] 1 order selected
       *[other] { $count } orders selected
    }
production-selected-of = { $count } of { $total } orders selected
production-waiting =
    { $count ->
        [one] 1 order waiting
       *[other] { $count } orders waiting
    }
production-partner = Print partner
production-choose-partner = Choose a print partner
production-no-partners = Add a print partner first.
production-add-partner = Add a print partner
production-nothing-selected = Select orders, and what the batch will hold is shown here.
plan-title = What the batch holds
plan-orders = Orders
plan-prints = Prints
plan-files = Image files
plan-size = Size, about
plan-customers = Customers
plan-sizes = Print sizes
plan-size-row = { $prints ->
    [one] 1 print
   *[other] { $prints } prints
}, { $files ->
    [one] 1 file
   *[other] { $files } files
}
plan-fields = Data to be handed over
batch-fields = Data handed over
plan-issues = To look at
plan-no-issues = Nothing is missing.
plan-issue-line = Order { $number }, line { $line }
plan-issue-order = Order { $number }
plan-stops = Stops the hand-over
plan-warns = Note
batch-issue-no-frame = No photo is chosen
batch-issue-not-printable = The photo’s file cannot be printed
batch-issue-damaged-picture = The photo’s file is damaged or cut off. Import a whole file of the photo.
batch-issue-rejected-frame = The photo is rejected
batch-issue-not-matched = The photo is nobody’s yet. Match it to its subject first.
batch-issue-doubtful-colors = The file does not say its colour space. The photo is printed in sRGB.
batch-issue-doubtful-orientation = The camera wrote an invalid orientation. Check that the photo stands upright.
batch-issue-low-resolution = Too few pixels for this size (under 200 pixels per inch)
batch-issue-already-handed-over = The order was handed over before
batch-issue-nothing-to-print = Nothing on the order needs printing

## Names of what is handed over; texts of the ledger

disclosed-field-photo = photographs
disclosed-field-order-number = order numbers
disclosed-field-product = products
disclosed-field-size = print sizes
disclosed-field-quantity = quantities
hand-over-button = Hand over to print
hand-over-title = Hand the batch over to print?
hand-over-recipient = Recipient
hand-over-folder = Folder
hand-over-text = The hand-over is entered in the disclosure ledger and cannot be undone. The photos are written to the folder unencrypted.
hand-over-yes =
    { $count ->
        [one] Hand over 1 print to { $partner }
       *[other] Hand over { $count } prints to { $partner }
    }
hand-over-no = Do not hand over
hand-over-running = Writing the batch
hand-over-progress = Photos { $done } / { $total }
hand-over-cancel = Stop the hand-over
hand-over-stopping = Stopping
hand-over-done = The batch has been handed over to { $partner }
hand-over-cancelled = The hand-over was stopped. Nothing was left in the folder.
batches-list = Print batches
batches-empty = Batches handed over to print are listed here.
batches-count =
    { $count ->
        [one] 1 batch
       *[other] { $count } batches
    }
batch-column-number = Batch
batch-column-state = State
batch-column-partner = Print partner
batch-column-orders = Orders
batch-column-prints = Prints
batch-column-at = Handed over
batch-state-running = In progress
batch-state-handed-over = Handed over
batch-state-failed = Stopped
batch-title = Batch { $number }
batch-resend-of = Sends batch { $number } again
batch-hash = Checksum (SHA-256)
batch-copy-hash = Copy the checksum
batch-hash-copied = The checksum is copied
batch-hash-not-copied = The checksum could not be copied. Select it with the mouse and copy it.
batch-folder = Folder
batch-files = Files
batch-bytes = Size
batch-orders = Orders
batch-started = Started
batch-resend = Send again
batch-resend-title = Send batch { $number } again
batch-resend-text = Sending again makes a new batch that refers to this one. The print partner can be another.
batch-resend-stop = Do not send again
batch-gather-again = Gather the orders again
ledger-list = Disclosure ledger
ledger-empty = Everything handed out of the house is entered here: to whom, what and why.
ledger-count =
    { $count ->
        [one] 1 disclosure
       *[other] { $count } disclosures
    }
ledger-column-at = Time
ledger-column-recipient = Recipient
ledger-column-country = Country
ledger-column-purpose = Purpose
ledger-column-batch = Batch
ledger-column-fields = Data
ledger-column-files = Files
ledger-column-customers = Customers
disclosure-purpose-printing = Printing of photos
disclosure-title = Disclosure
disclosure-close = Close the disclosure
disclosure-open = Show customers and photographs
disclosure-customers = Customers concerned
disclosure-orders = Orders
disclosure-files = Photographs handed over
disclosure-file-of = order { $number }, line { $line } · { $size } · { $count } pcs
