# Class lists: choosing a file, what it would do, importing it; and what was imported before.

roster-title = Import a class list
roster-choose-text = Choose the class list that the school sent: an Excel, CSV or text file. First you see what would be imported; nothing is stored until you confirm.
roster-year = School year
roster-choose = Choose file…
roster-choose-other = Choose another file…

## How the file was read

roster-reading = Reading the class list
roster-file = File
roster-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
roster-encoding = Encoding
roster-encoding-utf8 = UTF-8
roster-encoding-windows1252 = Windows-1252
roster-encoding-iso8859-part15 = ISO-8859-15
roster-encoding-utf16-le = UTF-16 (little endian)
roster-encoding-utf16-be = UTF-16 (big endian)
roster-separator = Separator
roster-separator-tab = Tab
roster-separator-semicolon = Semicolon ;
roster-separator-comma = Comma ,
roster-separator-pipe = Vertical bar |
roster-header = Heading row
roster-header-yes = Present
roster-header-no = None
roster-sheet = Sheet
roster-detected = Detected in the file
roster-chosen = Detected in the file: { $detected }
roster-personal-codes = { $count ->
    [one] The file held a personal identity code. It was dropped at once and is stored nowhere.
   *[other] The file held { $count } personal identity codes. They were dropped at once and are stored nowhere.
}
roster-warning-double-encoded = The letters look wrong: for example, Ã¤ stands for ä. Try another encoding and check the names. If they do not come right, ask the school for a new file.
roster-warning-undecodable = Some characters could not be read in this encoding. Try another encoding and check the names.
roster-warning-wide-rows = Some rows have more cells than there are headings. Try another separator and check that the data is in the right columns.

## Why a file cannot be read

roster-unreadable-too-large = The file is too large for a class list. Ask the school for a list of subjects alone.
roster-unreadable-too-many-rows = The file has too many rows. Ask the school for a list of subjects alone.
roster-unreadable-too-many-columns = The file has too many columns. Check the separator, or ask the school for a list with the necessary columns alone.
roster-unreadable-too-many-cells = The file has too many cells. Ask the school for a list with the necessary columns alone.
roster-unreadable-cell-too-long = The file has a cell with an impossibly long text. Check the encoding and the separator, or open the file in a spreadsheet program and save it again.
roster-unreadable-open-quote = The file has a quotation mark without its pair. Open the file in a spreadsheet program and save it again.
roster-unreadable-not-text = The file is neither text in this encoding nor a spreadsheet. Try another encoding or choose another file.
roster-unreadable-web-page = The file is a web page, though its name may be a spreadsheet’s. Open it in a spreadsheet program and save it as Excel.
roster-unreadable-broken-workbook = The spreadsheet cannot be read, because the file is damaged. Open it in a spreadsheet program and save it again, or ask the school for a new one.
roster-unreadable-password-protected = The spreadsheet is protected by a password. Open it in a spreadsheet program and save it without one.
roster-unreadable-no-such-sheet = The chosen sheet is not in the file. Choose another sheet.
roster-unreadable-empty = The file has no rows. Check the sheet or choose another file.

## What each column holds

roster-columns = Columns
roster-columns-text = Choose for each column what it holds. Below are the first rows of the file as they were read.
roster-column-nameless = Column { $number }
roster-column-field = What the column { $column } holds
roster-column-left-out = Left out
roster-column-elsewhere = Now in the column { $column }
roster-column-personal-code = Personal identity code, not read
roster-field-last-name = Last name
roster-field-first-name = First names
roster-field-call-name = Name used
roster-field-full-name = Name, last name first
roster-field-full-name-given-first = Name, first names first
roster-field-group = Class or group
roster-field-teacher = Teacher
roster-field-source-id = Student number
roster-field-born-on = Date of birth
roster-field-street = Street address
roster-field-postal-code = Postal code
roster-field-town = Town
roster-field-postal-address = Postal code and town
roster-field-phone = Telephone
roster-field-email = E-mail
roster-field-language = Language
roster-field-protection = Order of protection
roster-field-photo-permission = Permission to photograph
roster-field-publication-permission = Permission to publish
roster-field-is-protected = Order of protection
roster-field-guardians = Guardians
roster-field-guardian-1-name = Guardian 1: name
roster-field-guardian-1-last-name = Guardian 1: last name
roster-field-guardian-1-first-name = Guardian 1: first name
roster-field-guardian-1-phone = Guardian 1: telephone
roster-field-guardian-1-email = Guardian 1: e-mail
roster-field-guardian-1-street = Guardian 1: street address
roster-field-guardian-1-postal-code = Guardian 1: postal code
roster-field-guardian-1-town = Guardian 1: town
roster-field-guardian-1-postal-address = Guardian 1: postal code and town
roster-field-guardian-1-protection = Guardian 1: order of protection
roster-field-guardian-2-name = Guardian 2: name
roster-field-guardian-2-last-name = Guardian 2: last name
roster-field-guardian-2-first-name = Guardian 2: first name
roster-field-guardian-2-phone = Guardian 2: telephone
roster-field-guardian-2-email = Guardian 2: e-mail
roster-field-guardian-2-street = Guardian 2: street address
roster-field-guardian-2-postal-code = Guardian 2: postal code
roster-field-guardian-2-town = Guardian 2: town
roster-field-guardian-2-postal-address = Guardian 2: postal code and town
roster-field-guardian-2-protection = Guardian 2: order of protection

## What importing would do

roster-outcome = What the import does
roster-tab-added = New { $number }
roster-tab-changed = Changed { $number }
roster-tab-left = Left { $number }
roster-tab-issues = Remarks { $number }
roster-tab-groups = New classes { $number }
roster-added = New subjects
roster-changed = Subjects whose details change
roster-changed-line = { $who }: { $fields }
roster-left = Subjects who are no longer on the list
roster-left-text = Nobody is deleted from the register: they are marked as having left the list.
roster-groups = New classes
roster-none-added = The list brings nobody new.
roster-none-changed = Nobody’s details change.
roster-none-left = Nobody is missing from the lists of the classes in the file.
roster-none-issues = Every row was read in full.
roster-none-groups = All classes are in the register already.
roster-first-shown = The first { $number } are shown.
roster-unchanged = { $count ->
    [0] Nobody is on the list already with the same details.
    [one] The details of 1 subject stay as they are.
   *[other] The details of { $count } subjects stay as they are.
}
roster-many-left = A large part of those in these classes are missing from the file. Check before importing that the file and the school year are the right ones.
roster-issues = Remarks
roster-rows-left-out = Rows left out
roster-rows-left-out-before = Rows that were left out
roster-rows-noted = Other remarks
roster-row-issue = Row { $row }: { $reason }
roster-row-field-issue = Row { $row }, { $field }: { $reason }
roster-issue-missing-name = The name is missing.
roster-issue-name-too-long = The name is too long.
roster-issue-duplicate-source-id = An earlier row has the same student number.
roster-issue-duplicate-name = An earlier row has the same name in the same class.
roster-issue-missing-group = The class is missing. The subject comes into a class with the school’s name.
roster-issue-too-long = The text is too long. The field stays empty.
roster-issue-bad-email = Not an e-mail address. The field stays empty.
roster-issue-bad-phone = Not a telephone number. The field stays empty.
roster-issue-bad-postal-code = Not a Finnish postal code. The field stays empty.
roster-issue-postal-code-padded = The postal code had lost its leading zeros. They were put back.
roster-issue-unreadable-date = The date cannot be read for certain. The field stays empty.
roster-issue-unknown-answer = Neither yes nor no. The permission stays open.
roster-issue-unknown-language = Not Finnish, Swedish or English. The field stays empty.
roster-issue-guardian-without-name = The guardian’s name is missing. The guardian is left out.

## Importing

roster-confirm = Import
roster-will = { $added ->
    [0] Nobody new is imported
    [one] 1 new subject is imported
   *[other] { $added } new subjects are imported
}, { $changed ->
    [0] nobody’s details are changed
    [one] 1 is changed
   *[other] { $changed } are changed
}, { $left ->
    [0] nobody is marked as having left
    [one] 1 is marked as having left
   *[other] { $left } are marked as having left
}.
roster-will-nothing = The list is in the register already just as it is: nobody’s details change.
roster-no-names = The list cannot be imported without names. Choose the column that holds the name, or those that hold last name and first names.
roster-no-groups = The list cannot be imported without classes. Choose the column that holds the class or group.
roster-no-rows = The list names no subject. Check that the file, the sheet and the columns are the right ones.
roster-withheld = { $count ->
    [one] One row is about a subject whose details are protected. The lists do not show them.
   *[other] { $count } rows are about subjects whose details are protected. The lists do not show them.
}
roster-import = Import the class list
roster-imported = The class list is imported
roster-imported-text = { $added ->
    [0] Nobody new was imported
    [one] 1 new subject was imported
   *[other] { $added } new subjects were imported
}, { $changed ->
    [0] nobody’s details were changed
    [one] 1 was changed
   *[other] { $changed } were changed
}, { $left ->
    [0] nobody was marked as having left
    [one] 1 was marked as having left
   *[other] { $left } were marked as having left
}.
roster-remembered = The choice of columns is remembered for the school’s next list.
roster-undo = Undo the import
roster-undone = The import of the class list is undone
roster-undone-text = The details of the subjects are as they were before the import.
roster-open-school = Open the school
roster-print-cards = Print camera cards

## Imported before

roster-imports = Imported class lists
roster-imports-empty = No class list has been imported for this school yet. Import the file that the school sent, and its classes and subjects come into the register.
roster-imports-new = Import class list…
roster-column-at = Imported
roster-column-file = File
roster-column-added = New
roster-column-changed = Changed
roster-column-unchanged = Unchanged
roster-column-left = Left
roster-column-skipped = Left out
roster-column-undo = Undo
roster-issues-show = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
roster-taken-back = Undone { $date }
roster-not-undoable = Can no longer be undone
roster-undo-of = Undo the import: { $file }
roster-undo-title = Undo the import of the class list { $file }?
roster-undo-text = { $added ->
    [0] No new subjects are deleted
    [one] The 1 imported subject is deleted
   *[other] The { $added } imported subjects are deleted
}, { $changed ->
    [0] nobody’s details are put back
    [one] the details of 1 subject are put back as they were
   *[other] the details of { $changed } subjects are put back as they were
}, { $left ->
    [0] and nobody is put back on the list
    [one] and 1 marked as having left is put back on the list
   *[other] and { $left } marked as having left are put back on the list
}.
roster-undo-no = Keep the import
