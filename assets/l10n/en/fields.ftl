# Fields and forms: problems, names and the words of every form.

## What is wrong with a field

field-required = This is missing. Fill in the field.
field-too-long = The text is too long. Shorten it.
field-not-business-id = The Business ID does not add up. Its form is 1234567-1; check the digits.
field-not-email = This is not an e-mail address. The form is name@example.com.
field-not-phone = This is not a telephone number. Use digits, spaces and a leading plus sign.
field-not-date = There is no such day. Check the date.
field-not-country = Choose a country from the list.
field-out-of-range = The value is outside its limits. Check it.
field-out-of-range-limits = The number is outside its limits. Give one between { $least } and { $most }.
field-not-unique = This value is already in use. Give another.
field-not-postal-code = The postal code is not valid. In Finland it has five digits.
field-not-card-code = This is not the code of a camera card. Type the whole code or its end, for example 0042-N.
field-not-matched = The photo is nobody’s yet. Match it to its subject first.

## Names of fields, in forms and in the history

field-label-name = Name
field-label-last-name = Family name or organisation
field-label-first-name = Given name
field-label-email = E-mail
field-label-phone = Telephone
field-label-street = Street address
field-label-postal-code = Postal code
field-label-town = Town
field-label-country = Country
field-label-taken-at = Time taken
field-label-language = Language
field-label-note = Note
field-label-marketing = Marketing permission
field-label-business-id = Business ID
field-label-code = Code
field-label-name-fi = Name in Finnish
field-label-name-sv = Name in Swedish
field-label-name-en = Name in English
field-label-kind = Kind
field-label-print = Print size
field-label-size = Size
field-label-width-mm = Short side, mm
field-label-height-mm = Long side, mm
field-label-surface = Paper surface
field-label-price = Price
field-label-vat = VAT rate
field-label-is-active = In use
field-label-role = Role
field-label-agreed-on = Date of the confidentiality agreement
field-label-agreement-on = Agreement date
field-label-profile = Hand-over format
field-label-photographer = Photographer
field-label-color = Colour
field-label-is-retake = Retake
field-label-turn = Turn
field-label-head = Place of the head
field-label-rating = Rating
field-label-is-rejected = Reject
field-label-lines = Lines
field-label-customer = Customer
field-label-state = State
field-label-folder = Folder
field-label-passphrase = Passphrase
field-label-keychain = Keychain
field-label-lock-after-minutes = Lock when idle
field-label-customer-id = Customer
field-label-price-cents = Price
field-label-vat-class = VAT group
field-label-vat-bp = VAT rate
field-label-files = Files
field-label-prints = Prints
field-label-bytes = Size
field-label-sha256 = Checksum
field-label-recovery-code = Recovery code
field-label-marks = Marks
field-label-intact = Intact
field-label-broken = Not intact
field-label-table = Table
field-label-bundle = Signed bundle
field-label-backward = Backwards
field-label-forward = Ahead

## Languages

language-fi = Finnish
language-sv = Swedish
language-en = English

## Forms: saving, and leaving with changes

form-save = Save
form-cancel = Cancel
form-close = Close
form-discard = Discard changes
form-keep-editing = Keep editing
form-unsaved-title = The changes are not saved
form-unsaved-text = If you leave now, your changes will not be saved.
form-unsaved = Unsaved changes
form-all = All
form-loading = Loading
form-stale-reload = Discard my changes and show the new version
form-empty-value = not known
