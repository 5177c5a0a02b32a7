# Customers and their permissions.

customers-title = Customers
customers-new = New customer
customers-search = Search customers
customers-search-help = Name, telephone, e-mail or order number
customers-empty = Customers are the guardians, schools and companies who order and pay.
customers-none-found = Nobody is found by “{ $search }”.
customers-none-found-help = Try part of the name or just the telephone number.
customers-clear-search = Clear the search
customers-count =
    { $count ->
        [one] 1 customer
       *[other] { $count } customers
    }
customers-list = Customer list
customer-column-name = Name
customer-column-town = Town
customer-column-orders = Orders
customer-column-marketing = Marketing
customer-card = Customer details
customer-saved = The customer’s details are saved
customer-created = The customer has been added
customer-added-at = Added { $date }
customer-orders = Orders
customer-no-orders = No orders.
customer-more-orders = Show older orders
customer-disclosures = Disclosures
customer-no-disclosures = Nothing of this customer was handed to anybody.
customer-disclosures-more = Show older ones
customer-new-order = New order
customer-language-help = The customer is spoken and written to in this language.
customer-children = Children

## Marketing permission

consent-title = Marketing permission
consent-lead = Ask the customer in exactly these words. The wording, the answer and the way it was given are recorded.
consent-answer = The customer’s answer
consent-yes = Yes, you may
consent-no = No
consent-channel = How it was answered
consent-channel-desk = At the desk
consent-channel-phone = By telephone
consent-channel-paper = On paper
consent-answer-needed = Ask the customer and choose the answer.
consent-channel-needed = Choose how the customer answered.
consent-permitted = Marketing permitted
consent-not-permitted = No marketing
consent-given = Gave permission
consent-refused = Gave no permission
consent-history = Answers
consent-new-answer = Record a new answer
consent-record = Record the answer
consent-recorded = The answer is recorded
consent-show-wording = Show the wording

## Changed elsewhere

customer-stale-title = The customer’s details were changed elsewhere
customer-stale-text = The details changed after you opened them. Choose for each field which one stands.
customer-stale-field = Field
customer-stale-mine = Yours
customer-stale-theirs = Saved
customer-stale-take-theirs = Take the saved version
customer-stale-save = Save the chosen
customer-stale-same = The versions do not differ. Save again.
