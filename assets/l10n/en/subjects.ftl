# Those who are photographed: their cards, guardians and protection; where what is known of people comes from.

subjects-new = New subject
subject-card = Subject details
subject-saved = The subject’s details are saved
subject-created = The subject has been added
subject-updated-at = Changed { $date }
subject-last-name = Family name
subject-first-name = Given names
subject-language-help = The subject is spoken to in this language.
subject-source-id-help = The school’s own number, by which the subject is found in the next class list. Not the personal identity code.

## Permissions

permission-unknown = Not known
permission-given = Permitted
permission-refused = Not permitted

## Names of fields, in forms and in the history

field-label-call-name = Known as
field-label-source-id = School’s number
field-label-born-on = Date of birth
field-label-photo-permission = Photographing
field-label-publication-permission = Publication

## Classes by year

subject-classes = Classes
subject-move = Move
subject-move-of = Move to another class { $year }
subject-move-button = Move to the class
subject-moved = The class is now { $group }

## Guardians

subject-guardians = Guardians
subject-no-guardians = No guardian is noted. Add one, so that photos can be ordered.
guardian-add = Add a guardian
guardian-add-button = Add
guardian-added = The guardian has been added
guardian-customer = Customer
guardian-customer-help = Search by name, telephone number or e-mail.
guardian-customer-none = Nobody is found. Try part of the name.
guardian-not-there = Is the guardian not a customer yet?
guardian-orders =
    { $count ->
        [one] 1 order
       *[other] { $count } orders
    }
guardian-withheld = Open the contact data on the customer’s own card.
guardian-remove = Remove as guardian
guardian-remove-of = Remove as guardian: { $name }
guardian-remove-title = Remove { $name } as guardian?
guardian-remove-text = { $name } is then no longer a guardian of { $child }. The customer’s details and orders stay.
guardian-remove-yes = Remove
guardian-remove-no = Do not remove
guardian-removed = The guardian has been removed

## Where what is known comes from

source-title = Where the details come from
source-question = Where do the changes come from?
source-question-help = Noted for each detail that changes.
source-roster = School’s class list
source-given = Given by the person or a guardian
source-staff = Staff, from elsewhere
source-accrued = Came about in the work

## The order of protection

protection-title = Protection order
protection-on = Protected
protection-none = No protection order.
protection-withheld = The details are protected
subject-withheld = Contact data, school, class and guardians are not shown.
customer-withheld = Contact data, note and children are not shown.
subject-protection-covers = contact data, school, class and guardians
customer-protection-covers = contact data, note and children
protection-open = Open the details
protection-open-noted = The opening is noted in the history.
protection-who-may = The owner or the data protection contact can open the details. Ask them for help if you need them.
protection-opened = You opened these details, and the history has it. They are hidden again when you leave the card.
protection-hide = Hide the protected details
protection-since = Noted { $date }
protection-review = to be reviewed { $date }
protection-no-review = no day of review
protection-set-begin = Note a protection order…
protection-set = Note the protection order
protection-set-text = Once it is noted, { $covers } are hidden. Only the owner or the data protection contact can open them and end the order.
protection-review-on = Day of review
protection-review-help = The day on which to check whether the order still stands. It does not end by itself.
protection-change-review = Change the day of review
protection-noted = The protection order is noted
protection-end = End the protection order…
protection-end-title = End the protection order?
protection-end-text = Everybody whose role allows it then sees { $covers } again. Make sure first that the order has really ended.
protection-end-yes = End the protection order
protection-end-no = Keep it
protection-ended = The protection order has ended
protection-who-may-end = The owner or the data protection contact can end the order.
