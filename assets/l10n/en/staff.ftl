# Those who work with the register: names, roles, agreements, signing in.

staff-title = Staff
staff-list = Members of staff
staff-new = New member of staff
staff-details = Details of the member of staff
staff-empty = Add those who use the register. Everybody signs in with a passphrase of their own, and the history tells who did what.
staff-count =
    { $count ->
        [one] 1 member of staff
       *[other] { $count } members of staff
    }
staff-column-name = Name
staff-column-role = Role
staff-column-agreed = Confidentiality agreement
staff-column-status = Status
staff-column-here = On this computer
staff-not-agreed = Missing
staff-here = Has a passphrase
staff-not-here = No passphrase
staff-agreed-help = The day on which the confidentiality agreement was signed. Without it the account cannot be activated.
staff-role-help = A new role counts from the next time they sign in.
staff-own-role-help = Nobody changes their own role. Another owner can.
staff-saved = The details are saved
staff-created = The member of staff is added
staff-account = Account
staff-status-waiting = Waiting
staff-status-active = Active
staff-status-left = Left
staff-waiting-text = The account is not active yet. Ask them to choose a passphrase on this computer.
staff-waiting-agreement = The account is not active yet. Enter the date of the confidentiality agreement first, and save.
staff-active-here = Signs in on this computer with a passphrase of their own.
staff-active-elsewhere = The account is active but has no passphrase on this computer.
staff-oneself = This is you. You change your passphrase in the settings.
staff-left-text = Left on { $date }. Their passphrase opens the register on no computer. The entry stays, for the history names it.
staff-admit = Activate the account
staff-admit-again = Set a new passphrase
staff-admit-title = Passphrase: { $name }
staff-admit-lead = Hand them the keyboard. They type a passphrase that nobody else knows. It opens the register on this computer.
staff-admit-button = Save the passphrase
staff-admitted = { $name } can sign in on this computer now
staff-leave = Mark as left
staff-leave-title = Mark { $name } as left?
staff-leave-text = Their passphrase will then open the register on no computer. It cannot be undone: who comes back is added as a new member of staff. The register gets a new key, which can take a minute.
staff-leave-yes = End the account
staff-leave-no = Do not mark
staff-has-left = { $name } is marked as left
staff-key-due = The register needs a new key
staff-key-due-text = Somebody who knew the key left on { $date }, and the key could not be made anew then: an import or hand-over was under way, or the disk was full.
staff-key-renew-now = Make it now
staff-key-renew = Make a new key…
staff-key-title = Make a new key for the register?
staff-key-text = Do this when a passphrase may have got into the wrong hands together with a copy of the register. The register is written anew, which can take a minute; nothing can be saved meanwhile. Everybody’s passphrase and the recovery code stay the same.
staff-key-yes = Make a new key
staff-key-no = Keep the key
staff-key-renewed = The register has a new key
staff-key-first = The register has its first key
staff-key-made = The register’s key was made on { $date }

## Roles

role-owner = Owner
role-data-protection-contact = Data protection contact
role-order-desk = Order desk
role-production = Production
role-photographer = Photographer
role-viewer = Viewer
role-owner-help = May do everything.
role-data-protection-contact-help = Sees everything, the ledger and the history too, changes customers, subjects, schools and print partners, and opens what is protected.
role-order-desk-help = Customers, orders, schools, class lists and jobs, marks on photos.
role-production-help = Import, booking of jobs, camera cards, production of orders and hand-over to print partners.
role-photographer-help = Import and marks on photos, class lists and camera cards. Sees neither customers nor orders.
role-viewer-help = Looks at photos, class lists, customers and orders, changes nothing.

## Signing in

sign-in-name = Name
sign-in-nobody = The studio’s passphrase
sign-in-key-holder = Holder of the recovery code
sign-in-as = Signed in: { $name }, { $role }
sign-in-switch = Switch user
sign-in-not-allowed = Your role ({ $role }) does not allow changes here.
who-title = Who are you?
who-lead = The register was opened with a key that names nobody. Choose your name and a passphrase for this computer, so that the history knows who did what.
who-first-lead = The register has no staff yet. Enter yourself as its owner and choose a passphrase for this computer.
who-go-on = Continue
who-skip = Continue without a name
owner-name = Your name
owner-lead = You become the owner of the register. You add the others later, each with a passphrase of their own.
owner-agreed = Date of the confidentiality agreement
owner-agreed-help = The day on which you signed the confidentiality agreement.
