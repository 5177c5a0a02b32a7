# The window's frame: navigation, palette, keys, words that every view uses.

app-nav = Views
app-nav-schools = Schools
app-nav-sessions = Sessions
app-nav-customers = Customers
app-nav-orders = Orders
app-nav-production = Production
app-nav-partners = Print partners
app-nav-products = Products
app-nav-staff = Staff
app-nav-history = History
app-nav-settings = Settings
app-nav-fold = Collapse menu
app-nav-unfold = Expand menu
app-demonstration = Demonstration studio
app-lock = Lock

app-palette-open = Search or give a command…
app-palette-results = Search results
app-palette-commands = Commands
app-palette-nothing = No matches. Search by the name of a customer, school, job or session, or by order number.
app-command-import = Import photos…
app-command-customer = New customer
app-command-order = New order
app-command-go = Go to: { $view }
app-command-lock = Lock the register

app-keys-title = Keyboard shortcuts
app-keys-view = In this view
app-keys-window = Everywhere
app-keys-none = This view has no shortcuts of its own.
app-key-space = Space
app-key-palette = Search or give a command…
app-key-lock = Lock the register
app-key-help = Show the keyboard shortcuts
app-key-back = Back
app-key-forward = Forward
app-key-inspector = Show or hide the details
app-key-filter = Go to the search field
app-key-larger = Larger text
app-key-smaller = Smaller text
app-key-usual = Usual text size
app-key-rows = A row up or down
app-key-cells = Move in the grid
app-key-pages = A page up or down
app-key-ends = To the beginning or the end
app-key-open-row = Open the row
app-key-select-row = Select the row
app-key-extend-rows = Extend the selection
app-list-tools = Search and filter
app-columns = Columns

app-not-found-title = View not found
app-not-found-text = There is no view at this address: it was mistyped, or the view no longer exists.

app-inspector = Details
app-inspector-fold = Hide the details
app-inspector-unfold = Show the details

app-cancel = Cancel
app-close = Close
app-save = Save
app-undo = Undo
app-retry = Try again
app-choose = Choose
app-decrease = Decrease
app-increase = Increase
app-select-all = Select all
app-notices = Notices
app-not-an-amount = Write the amount as 39.90.
app-incident = Incident { $incident }

unfinished-title = Work is still unfinished
unfinished-tasks = Photos that are already stored stay stored, and an import can be resumed later. A print batch that is not whole is not handed over.
unfinished-demonstration = The half-made demonstration studio is removed. It can be made again.
unfinished-edits = The changes in this view have not been saved.
unfinished-stop-lock = Stop and lock
unfinished-stop-close = Stop and close
unfinished-discard-lock = Discard changes and lock
unfinished-discard-close = Discard changes and close
unfinished-stay = Keep working

## A register that is not as it was left

alarm-title = The register can only be looked at
alarm-anchor-missing = The anchor file, by which an old or changed register is noticed, is missing from the register’s folder.
alarm-anchor-damaged = The anchor file is damaged, so an old or changed register cannot be noticed.
alarm-behind = The register is older than the one that was closed: the last entry of the history is { $entry }, and there were { $remembered }.
alarm-entry-changed = Entry { $entry } of the history is not the one that was written.
alarm-checkpoint-false = The last checkpoint of the history does not hold.
alarm-slots-older = The key file is older than the one in use: a changed or ended passphrase may open the register again.
alarm-staff-changed = The staff are not those that were stored.
alarm-register-changed = The register’s file was changed after the register was locked.
alarm-key-list-changed = The list of the photos’ keys was changed after the register was locked.
alarm-what-to-do = If a backup was put back into the folder, this is to be expected. Otherwise find out who touched the files before you go on. Nothing was deleted.
alarm-accept = Accept the register as it is…
alarm-accept-title = Accept the register as it is?
alarm-accept-text = What is missing stays missing, and the history notes that it was accepted. The register is locked, and can be written to again after that.
alarm-accept-yes = Accept and lock
alarm-accept-no = Do not accept
alarm-by-code = Only the recovery code can accept the register: lock it and open it with the code.
