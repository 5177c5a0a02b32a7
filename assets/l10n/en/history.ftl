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

## Things done

action-register-created = Register created
action-register-unlocked = Register unlocked
action-register-locked = Register locked
action-alarm-accepted = Changed register accepted
action-foreign-log-set-aside = A foreign log file was set aside
action-studio-updated = Studio details changed
action-sign-in-failed = Wrong passphrase or recovery code
action-staff-added = Member of staff added
action-staff-updated = Details of a member of staff changed
action-staff-admitted = Account activated
action-staff-left = Member of staff marked as left
action-root-key-renewed = The register’s key was made anew
action-passphrase-changed = Passphrase changed
action-customer-created = Customer added
action-customer-updated = Customer details changed
action-consent-recorded = Consent recorded
action-session-created = Session created
action-session-updated = Session changed
action-import-started = Import started
action-frames-imported = Photos imported
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

## Kinds of record

entity-studio = Studio
entity-staff-member = Member of staff
entity-customer = Customer
entity-session = Session
entity-frame = Photo
entity-product = Product
entity-order = Order
entity-print-partner = Print partner
entity-print-batch = Print batch
entity-disclosure = Disclosure
entity-audit-entry = History entry
