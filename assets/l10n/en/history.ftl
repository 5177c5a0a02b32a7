# The audit trail: what was done and to what.

history-title = History
history-list = Events
history-empty = Every change to the register is listed here: what was done, when and on which computer.
history-none-found = No event matches the filters.
history-count =
    { $count ->
        [one] 1 event
       *[other] { $count } events
    }
history-filter-staff = Done by
history-column-staff = Done by
history-staff-nobody = No name
history-filter-action = Event
history-filter-entity = Record
history-filter-period = Period
history-filter-from = First day
history-filter-until = Last day
history-period-all = All time
history-period-today = Today
history-period-week = Last 7 days
history-period-month = Last 30 days
history-period-custom = Chosen days
history-of-record = History of this record
history-only = Record: { $record }
history-clear = Clear the filters
history-column-at = Time
history-column-action = Event
history-column-record = Record
history-column-fields = Fields changed
history-column-machine = Computer
history-record-count =
    { $count ->
        [one] 1 record
       *[other] { $count } records
    }
history-open = Open { $record }
history-no-values = The history says which fields changed, not what they held.

## Checking, signing, taking out

trail-tools = Verifying and exporting the history
trail-verify = Verify the whole history
trail-sheet = Checkpoint sheet…
trail-export = Export…
trail-export-table = Table (CSV)
trail-export-bundle = Signed bundle (ZIP)
trail-export-filtered = Only the entries that match the filters are exported.
trail-export-all = The whole history is exported.
trail-checkpoint = Last checkpoint: { $at }, { $size ->
    [one] 1 entry
   *[other] { $size } entries
}.
trail-checkpoint-none = No checkpoint has been made yet. The first one is made when the register is next opened, or when you save the sheet.
trail-sheet-saved = The checkpoint sheet is saved: { $name }. Print it, date and sign it, and keep it in the binder, apart from the computer.
trail-verifying = Verifying the history…
trail-verify-cancelled = Verifying was stopped. It says nothing about the history.
trail-exporting = Exporting the history: { $name }…
trail-exported = The history is exported: { $name }. The file says who did what and may hold names of the staff: keep it accordingly.
trail-export-cancelled = Exporting was stopped. No file was made.
trail-intact = The history is intact
trail-intact-text = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} since { $since }: none was changed and none is missing. { $checkpoints ->
    [0] There are no checkpoints yet.
    [one] 1 checkpoint holds, made { $checkpoint }.
   *[other] { $checkpoints } checkpoints hold, the last one made { $checkpoint }.
}
trail-broken = The history is not intact
trail-broken-entry = Entry { $number } is not the one that was written, or the one before it is missing. Before it { $entries ->
    [0] no entry holds.
    [one] 1 entry holds.
   *[other] { $entries } entries hold.
}
trail-broken-signed = The first { $number } entries are not those that were signed.
trail-broken-end = The end of the history is missing: { $number } entries are signed, and { $entries } are left.
trail-broken-keys = The signing keys do not follow from each other.
trail-broken-action = Delete nothing. Compare with the backup and with the checkpoint sheets in the binder, and find out who touched the register’s files.
trail-close = Close the notice
trail-clock-title = Is the computer’s clock right?
trail-clock-backward = The clock went back ({ $at }). Nothing is deleted by its age until the clock is found right.
trail-clock-forward = The clock went more than two days ahead ({ $at }), or the program was not used for that long. Nothing is deleted by its age until the clock is found right.
trail-clock-now = The clock says now: { $now }.
trail-clock-right = The clock is right

## Things done

action-register-created = Register created
action-register-unlocked = Register unlocked
action-register-locked = Register locked
action-alarm-accepted = Changed register accepted
action-foreign-log-set-aside = A foreign log file was set aside
action-studio-updated = Studio details changed
action-second-copy-changed = Second copy of photos changed
action-files-copied = Photos copied to another disk
action-file-fetched-back = Photo fetched back from the other disk
action-sign-in-failed = Wrong passphrase or recovery code
action-staff-added = Member of staff added
action-staff-updated = Details of a member of staff changed
action-staff-admitted = Account activated
action-staff-left = Member of staff marked as left
action-root-key-renewed = The register’s key was made anew
action-passphrase-changed = Passphrase changed
action-keychain-turned-on = Unlocking without passphrase on
action-keychain-turned-off = Unlocking without passphrase off
action-customer-created = Customer added
action-customer-updated = Customer details changed
action-consent-recorded = Consent recorded
action-customer-opened = Protected customer details opened
action-customer-protection-changed = Protection order of a customer changed
action-school-created = School added
action-school-updated = School details changed
action-roster-imported = Class list imported
action-roster-undone = Import of a class list undone
action-subject-created = Subject added
action-subject-updated = Subject details changed
action-subject-moved = Subject moved to another class
action-guardian-changed = Guardians changed
action-subject-opened = Protected subject details opened
action-subject-protection-changed = Protection order of a subject changed
action-job-created = Job booked
action-job-updated = Job changed
action-camera-cards-given = Codes of camera cards given
action-camera-cards-saved = Camera cards saved to a file
action-matching-edited = Matching put right
action-matching-undone = A correction of the matching taken back
action-image-chosen = A picture chosen
action-missing-list-saved = Missing list saved to a file
action-group-photo-named = People in a group photo named
action-group-legend-saved = Legends of group photos saved to a file
action-codes-read = Codes of camera cards looked for in photos
action-session-created = Session created
action-session-updated = Session changed
action-clock-corrected = Camera clock corrected
action-import-started = Import started
action-frames-imported = Photos imported
action-sidecars-imported = Sidecar files imported
action-import-ended = Import ended
action-import-given-up = Stopped import is not to be resumed
action-frames-marked = Photos marked
action-product-created = Product added
action-product-updated = Product changed
action-order-created = Order entered
action-order-updated = Order changed
action-order-confirmed = Order confirmed
action-order-sent = Order marked as sent
action-order-delivered = Order marked as delivered
action-order-cancelled = Order cancelled
action-print-partner-created = Print partner added
action-print-partner-updated = Print partner changed
action-print-batch-started = Print batch started
action-print-batch-written = Files of the print batch written
action-print-batch-handed-over = Print batch handed over
action-print-batch-failed = Print batch stopped
action-recovery-sheet-saved = Recovery sheet saved to a file
action-checkpoint-signed = Checkpoint signed
action-checkpoint-key-renewed = Signing key renewed
action-checkpoint-sheet-saved = Checkpoint sheet saved to a file
action-trail-verified = Whole history verified
action-trail-exported = History exported to a file
action-clock-jumped = The computer’s clock jumped
action-clock-confirmed = Clock found right

## Kinds of record

entity-studio = Studio
entity-staff-member = Member of staff
entity-customer = Customer
entity-school = School
entity-subject-group = Class
entity-subject = Subject
entity-job = Job
entity-session = Session
entity-frame = Photo
entity-product = Product
entity-order = Order
entity-print-partner = Print partner
entity-print-batch = Print batch
entity-disclosure = Disclosure
entity-audit-entry = History

## Names of fields of schools, subjects and jobs

field-label-school = School
field-label-group = Class
field-label-guardians = Guardians
field-label-is-protected = Protection order
field-label-type-code = The card’s code
field-label-not-a-card = Not a card
field-label-split = Split
field-label-merge = Joining
field-label-assign = Giving by name
field-label-shift = Giving to the card beside
field-label-confirm = Confirmation
field-label-order = For orders
field-label-rows = Rows
field-label-yearbook = For the yearbook
field-label-class-composite = For the class composite
field-label-school-register = For the school’s register
field-label-starts-on = First day
field-label-ends-on = Last day
field-label-photographers = Photographers
field-label-price-list = Price list
field-label-viewing = Viewing of pictures
field-label-group-photos = Group photos
field-label-card-habit = Order of cards
field-label-most-frames = Most photos
field-label-longest-pause-s = Longest pause
