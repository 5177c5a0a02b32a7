# What happened, and in .action what to do now.

## Input

error-invalid-fields = Some fields need correcting.
    .action = Correct the marked fields and try again.
error-invalid-request = The program did not understand the request, and nothing was changed.
    .action = Open the view again. If it happens again, tell support.

## The register

error-register-locked = The register is locked.
    .action = Unlock it with the passphrase and go on from where you were.
error-register-exists = There is already a register on this computer. It was not changed.
    .action = Open the existing register.
error-register-absent = There is no register on this computer yet.
    .action = Create the studio’s register or open the demonstration studio.
error-wrong-passphrase = That passphrase does not open the register.
    .action = Check Caps Lock and the keyboard language and type it again. If it is lost, use the recovery code.
error-wrong-recovery-code = That recovery code does not belong to this register.
    .action = Check that the sheet carries the name of this studio and type the code again.
error-recovery-code-mistyped = The recovery code is mistyped.
    .action = Compare each group with the sheet. The end of the code is a checksum, so even one wrong character is noticed.
error-wait-before-retry = Too many attempts in a row.
    .action = Wait until the countdown ends, then try again.
error-not-trusted = The register is not the one that this program left, so nothing is written to it.
    .action = Read the notice at the top of the window. The owner can put the right files back, or accept the register as it is.
error-recovery-code-needed = This takes the recovery code.
    .action = Lock the register, open it with the recovery code and try again.
error-trail-broken = Entry { $entry } of the history is not the one that was written, so the history is not signed.
    .action = Verify the whole history in its view, and compare with the backup.
error-not-allowed = Your role does not allow this.
    .action = Ask somebody whose role does, or ask the owner to change yours.
error-account-not-active = The account is not active.
    .action = Ask the owner to activate it in the staff view.
error-nobody-signed-in = Nobody is signed in by name, so there is no passphrase to change.
    .action = Lock the register and sign in by name, or set a passphrase in the staff view.
error-agreement-missing = The date of the confidentiality agreement is missing.
    .action = Enter the day on which it was signed, save, and activate the account then.
error-not-on-oneself = Nobody can do this to themselves.
    .action = Ask another owner. You change your own passphrase in the settings.
error-last-owner = The register needs an owner.
    .action = Give somebody else the role of owner first.
error-staff-has-left = The member of staff is marked as left.
    .action = Add them as a new member of staff if they have come back.
error-staff-stale = Somebody else changed the entry meanwhile.
    .action = Load the new details and make your changes again.
error-passphrase-too-weak = The passphrase is too easy to guess.
    .action = Add words to it. Four or five unrelated words are plenty.
error-not-a-register = The file in the register’s place is not a Kontakti register. It was not touched.
    .action = Move the foreign file away or restore the register’s folder from a backup.
error-register-truncated = The register file has been cut short. It was not touched.
    .action = Delete nothing. Restore the register’s folder from a backup.
error-register-wrong-key = The register file and its keys belong to different studios. Nothing was changed.
    .action = Check that the folder has not been mixed with another studio’s files, and restore the ones that belong together.
error-register-too-new = The register was made by a newer version of the program. It was not touched.
    .action = Install the latest version of Kontakti and open the register with it.
error-register-plain-database = The file in the register’s place is an unencrypted database. It was not opened.
    .action = Restore the real, encrypted register from a backup and find out where the file came from.
error-register-damaged = The register file is damaged, and nothing more is written to it.
    .action = Close the program, copy the whole folder and restore the register from a backup.
error-register-in-use = The register is already open in another Kontakti window.
    .action = Go on in that window, or close it first.
error-key-slots-missing = The register’s key file is missing. Photos and records are in place but locked.
    .action = Restore the key file from a backup to the same folder. Do not create a new register on top of it.
error-key-slots-damaged = The register’s key file and its copy are damaged. Nothing was changed.
    .action = Restore the key file from a backup.
error-device-secret-missing = The passphrase does not open the register on this computer: the register was brought from elsewhere or restored, or the passphrase was changed on another computer.
    .action = Unlock it with the recovery code, and choose a passphrase for this computer at the same time.
error-keychain-unavailable = This computer’s keychain cannot be reached.
    .action = Unlock the register with the passphrase.
error-keychain-locked = This computer’s keychain is locked.
    .action = Unlock the keychain when the computer asks, or unlock the register with the passphrase.
error-keychain-entry-missing = This computer’s keychain no longer unlocks the register for you.
    .action = Unlock the register with the passphrase. To unlock it without one again, turn that on anew in the settings.
error-register-file-missing = The register’s file register.db is missing from its folder. The other files were not touched.
    .action = Restore the register’s folder from a backup. Do not create a new register, and delete nothing from the folder.

## Records

error-not-found = There is no such record in the register.
    .action = Go back to the list and find it again.
error-customer-stale = The customer’s details have been changed since you opened them. Nothing was overwritten.
    .action = Compare the versions and choose what is to stand.
error-order-stale = The order has been changed since you opened it. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-product-stale = The product has been changed since you opened it. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-partner-stale = The print partner’s details have been changed since you opened them. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-studio-stale = The studio’s details have been changed since you opened them. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-session-stale = The session has been changed since you opened it. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-product-code-taken = Another product already has this code.
    .action = Give the product a code that no other has.
error-order-not-draft = The order is already confirmed, so its lines can no longer be changed.
    .action = Cancel the order and make a new one if its content is wrong.
error-order-step-refused = The order cannot be moved to that state from the one it is in.
    .action = Look at its state and choose one of the steps on offer.
error-order-being-handed-over = The order is being handed over to print and cannot be changed now.
    .action = Wait until the hand-over is done or stop it, and try again.
error-order-has-prints = The order has paper prints, so it is not marked as sent by hand.
    .action = Hand it over in Production, and it is marked as sent.
error-order-empty = The order has no lines.
    .action = Add at least one product, then confirm.
error-school-stale = The school’s details have been changed since you opened them. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-subject-stale = The subject’s details have been changed since you opened them. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-job-stale = The job has been changed since you opened it. Nothing was overwritten.
    .action = Look at the new version and make your changes on top of it.
error-matching-stale = The matching has been changed since you opened it. Nothing was overwritten.
    .action = Look at the run again and put it right if that is still needed.
error-group-photo-stale = The names of the group photo have been changed since you opened them. Nothing was overwritten.
    .action = Load the saved names and make your change again.
error-matching-edit-refused = This cannot be put right here. Nothing was changed.
    .action = Look at the run and its neighbours and put it right in another way.
error-protected-record = The details are protected, and your role does not allow changing them.
    .action = Ask the owner or the data protection contact to make the change.

## Class lists

error-roster-draft-unknown = The file of the class list is no longer in memory. Nothing was imported.
    .action = Choose the file again.
error-roster-unreadable = The file cannot be read as a class list. Nothing was imported.
    .action = Open it in a spreadsheet program, save it as CSV or Excel, and choose it again.
error-roster-has-dependents = The import cannot be undone, for something stored later rests on it. Nothing was changed.
    .action = Correct single details on the subjects’ cards, or import a corrected class list.

## Import and pictures

error-folder-unknown = The choice of folder is no longer valid.
    .action = Choose the folder again.
error-folder-unreadable = The folder cannot be read.
    .action = Check that the card or disk is connected and that you may open the folder, then choose it again.
error-same-disk = The folder is on the register’s own disk. A copy on the same disk is no help when the disk fails.
    .action = Choose a folder on another disk, such as an external one.
error-folder-on-card = The folder is on a camera’s card, which will be formatted.
    .action = Choose a folder on a disk that stays in the studio.
error-second-copy-stopped = Not all copies could be made. The photos are stored in the register.
    .action = See the reason in the settings, put it right, and copy what is missing.
error-folder-name-unsupported = The path of the folder has characters that Kontakti cannot handle.
    .action = Rename the folder or choose another one.
error-plan-unknown = The import plan is no longer valid.
    .action = Choose the folder again and a plan is made from the files as they are now.
error-nothing-to-import = There are no new photos in the folder.
    .action = Choose another folder. Photos already in the register are not imported twice.
error-source-vanished = The card or disk was disconnected during the import. The photos imported so far are safe.
    .action = Connect it again and resume the import.
error-source-differs = The folder does not hold the photos whose import stopped. Nothing was stored.
    .action = Attach the same card and resume, or import this card on its own.
error-photo-damaged = The stored file of the photo is damaged and is not shown.
    .action = Import the photo again from the card or restore it from a backup.
error-photo-missing = The photo’s file is not in the vault.
    .action = Restore the vault from a backup or import the photo again.
error-no-picture = The file holds no picture that can be shown.
    .action = The original file is safe. Import its JPEG if the photo is to be viewed or printed.

## Hand-over

error-partner-outside-eea = The print partner is outside the European Economic Area, so no personal data is handed over.
    .action = Choose a partner in an EEA country.
error-partner-without-agreement = There is no data processing agreement with the print partner.
    .action = Sign one and enter its date in the partner’s details.
error-partner-agreement-not-yet = The print partner’s agreement is dated in the future.
    .action = Wait for its date, or correct the date if it is wrong.
error-partner-inactive = The print partner is out of use.
    .action = Put it back in use in its details, or choose another.
error-batch-has-missing = Photos are missing from the batch, so it was not handed over.
    .action = Complete the orders listed or leave them out of the batch.
error-batch-empty = There is nothing to print in the batch.
    .action = Choose at least one confirmed order that has prints.
error-print-failed = Photo { $frame } on line { $line } of order { $order } cannot be printed, so the batch was not handed over.
    .action = Leave the order out of the batch. Import a whole file of the photo, or cancel the order and make a new one with another photo.
error-folder-not-writable = The target folder cannot be written to, and nothing was left there.
    .action = Choose another folder, or ask for the right to write to it.
error-batch-folder-exists = The target folder already holds a batch named { $name }, and it is not overwritten.
    .action = Move the old batches elsewhere or choose another folder.

## The computer

error-disk-full = The disk is full. Everything saved so far is safe.
    .action = Free some space and resume from where it stopped.
error-disk-failed = The disk failed to store something, so nothing more is written to it. What was saved before is safe.
    .action = Check the disk and its cables, then lock the register and sign in again. If it happens again, have the disk replaced.
error-read-only = The disk cannot be written to.
    .action = Remove the write protection or choose another place, then try again.
error-access-denied = The program may not read or write this file or folder.
    .action = Ask whoever looks after the computer for the right, or choose another place, then try again.
error-out-of-memory = The computer ran out of memory. Nothing was changed.
    .action = Close other programs and try again.
error-input-output = Reading or writing the disk failed.
    .action = Check the disk and its cables, then try again.

## The rest

error-task-busy = A task of the same kind is already running.
    .action = Wait for it to finish, or cancel it in the task list at the top.
error-cancelled = The task was cancelled.
    .action = What was finished by then is safe. Start it again when you want to go on.
error-unknown-method = The window and the program are of different versions.
    .action = Close the program and open it again.
error-bug = A fault in the program stopped the action.
    .action = Try again. If it happens again, quote the incident number to support.
