# Orders, their lines and the choice of photos.

orders-title = Orders
orders-new = New order
orders-list = Order list
orders-search = Search orders
orders-search-help = Order number or customer’s name
orders-states = States
orders-empty = Orders are entered here and gathered into print batches once confirmed.
orders-none-found = No order matches.
orders-clear-filters = Clear the filters
orders-count =
    { $count ->
        [one] 1 order
       *[other] { $count } orders
    }
order-state-draft = Draft
order-state-confirmed = Confirmed
order-state-sent = Sent
order-state-delivered = Delivered
order-state-cancelled = Cancelled
order-column-number = Number
order-column-customer = Customer
order-column-state = State
order-column-pieces = Pcs
order-column-total = Total
order-column-created = Entered
order-title = Order { $number }
order-customer = Customer
order-customer-help = Type the beginning of the name, telephone number or e-mail address.
order-customer-none = No customer found.
order-customer-needed = Choose the customer first.
order-open-customer = Open the customer
order-lines = Order lines
order-lines-too-many = The order has too many lines or too large a sum. Divide it into several orders.
order-pieces =
    { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }, { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }
order-no-lines = Add a product by its code or name.
order-add-product = Add a product
order-add-product-help = Code or name, then Enter
order-product-none = No product found.
order-line-product = Product
order-line-photo = Photo
order-line-quantity = Quantity
order-line-price = Unit price
order-line-total = Amount
order-line-remove = Remove line { $line }
order-line-removed = Line removed: { $product }
order-line-choose-photo = Choose a photo
order-line-choose-photo-of = Choose a photo, line { $line }
order-line-change-photo = Change photo { $name }, line { $line }
order-line-actions = Actions
order-line-no-photo = no photo
order-line-needs-photo = Photo missing
order-line-inactive = The product is no longer in use. Remove the line or choose another.
order-line-quantity-of = Quantity, line { $line }
order-line-price-of = Unit price, line { $line }
order-totals = Totals
order-total-net = Net
order-total-vat = VAT { $rate }
order-total-gross = Total
order-note = Note
order-save = Save draft
order-confirm = Confirm order
order-hand-over = Hand over to print
order-being-handed-over = The order is being handed over to print. It cannot be changed meanwhile.
order-open-production = Open production
order-send = Mark as sent
order-deliver = Mark as delivered
order-cancel = Cancel order
order-cancel-title = Cancel order { $number }?
order-cancel-text = The order of { $customer } is cancelled. This cannot be undone, but the order stays in the archive.
order-cancel-yes = Cancel order { $number }
order-cancel-no = Keep the order
order-saved = Order { $number } is saved
order-confirmed = Order { $number } is confirmed
order-sent = Order { $number } is marked as sent
order-delivered = Order { $number } is marked as delivered
order-cancelled = Order { $number } is cancelled
order-course = Course
order-at-created = Entered
order-at-confirmed = Confirmed
order-at-sent = Sent
order-at-delivered = Delivered
order-at-cancelled = Cancelled
order-batches = Print batches
order-stale-title = The order was changed elsewhere
order-stale-text = The saved version is newer than the one you opened. Your changes are still in this window.
order-stale-theirs = Take the saved version
order-stale-mine = Save mine on top of it
order-stale-saved-lines =
    { $count ->
        [one] The saved version has 1 line, { $total } in all.
       *[other] The saved version has { $count } lines, { $total } in all.
    }
order-stale-my-lines =
    { $count ->
        [one] Yours has 1 line, { $total } in all.
       *[other] Yours has { $count } lines, { $total } in all.
    }

## Choosing photos

picker-title = Choose a photo
picker-session = Session
picker-search = File name
picker-empty = This session has no photos that match.
picker-no-sessions = Import photos first; then they can be chosen for an order.
picker-use = Use this photo
picker-use-many =
    { $count ->
        [one] Use this photo
       *[other] Add { $count } photos
    }
picker-photos = Photos of the session
picker-hint = Choose with the arrows and Space. Several photos make as many lines.
