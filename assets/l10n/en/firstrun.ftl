# First run, passphrase, recovery code and unlocking.

## The two doors

firstrun-title = Welcome to Kontakti
firstrun-lead = Kontakti keeps the studio’s customers, orders and photos encrypted on this computer. Nothing leaves the house unless you hand it over.
firstrun-language = Language
firstrun-create-title = Create the studio’s register
firstrun-create-text = For the real work. You enter the studio’s details, choose a passphrase and get a recovery code on paper. It takes about five minutes, and you need a printer.
firstrun-create-button = Create the register
firstrun-demo-title = Open the demonstration studio
firstrun-demo-text = For looking around. The program makes an invented school, three classes, drawn portraits and ready orders. Nothing can break, and you can create your own register at any time.
firstrun-demo-button = Open the demonstration
firstrun-demo-making = Making the demonstration studio
firstrun-demo-progress = { $done } of { $total } photos
firstrun-demo-cancel = Stop

## Steps of creating

firstrun-steps = Steps of creating the register
firstrun-step-studio = Studio details
firstrun-step-passphrase = Passphrase
firstrun-step-recovery = Recovery code
firstrun-step-confirm = Check
firstrun-next = Continue
firstrun-back = Back
firstrun-abandon = Stop creating
firstrun-abandon-title = Stop creating the register?
firstrun-abandon-text = The details you gave and the recovery code are destroyed. There is nothing else in the register yet.
firstrun-abandon-yes = Destroy the unfinished register
firstrun-abandon-text-unmade = The details you gave are lost. The register has not been made yet.
firstrun-abandon-yes-unmade = Stop creating
firstrun-abandon-no = Go on creating

## Studio details

firstrun-studio-lead = These details are used on orders, order slips and the studio’s other documents. They can be changed later.
firstrun-studio-name = Studio name
firstrun-studio-language = Language of documents
firstrun-business-id-help = In the form 1234567-1

## Passphrase

passphrase-lead = The passphrase opens the register every morning. Four or five unrelated words are easy to remember and hard to guess.
passphrase-minimum = At least 12 characters, and a strength of at least “Strong”.
passphrase-field = Passphrase
passphrase-repeat = Passphrase again
passphrase-differs = The two are not the same. Type the second one again.
passphrase-show = Show the passphrase
passphrase-hide = Hide the passphrase
passphrase-strength = Strength
passphrase-strength-0 = Guessed at once
passphrase-strength-1 = Very weak
passphrase-strength-2 = Weak
passphrase-strength-3 = Strong
passphrase-strength-4 = Very strong
passphrase-warning-too-short = Too short. Add a word or two.
passphrase-warning-common = This is on the list of the most common passwords.
passphrase-warning-repeats = The same character or word repeats. Repeating does not make it stronger.
passphrase-warning-sequence = Sequences such as abc or 1234 are guessed at once.
passphrase-warning-keyboard = Keys in a row such as qwerty are guessed at once.
passphrase-warning-name = A name is easy to guess. Use other words.
passphrase-warning-date = A date is easy to guess. Use words.
passphrase-warning-studio-name = The studio’s name, town and Business ID are the first guesses. Leave them out.
passphrase-warning-guessable = This can still be guessed. Add a word.
firstrun-make = Make the recovery code

## Recovery sheet

recovery-lead = If the passphrase is lost or this computer breaks, only this code opens the register. Nobody else can restore it, not even we.
recovery-paper = Print it on paper and keep it in a locked cabinet, not on this computer: paper cannot be stolen over the network and does not break with the disk.
recovery-once = The code is shown only now.
recovery-code = Recovery code
recovery-qr = The recovery code as a QR code
recovery-save = Save as PDF
recovery-saved = Saved as { $name }. Print it, then delete the file.
recovery-have = I have it on paper
recovery-confirm-lead = Type the code from the sheet. That way we know that the sheet can be read when it is needed.
recovery-confirm-field = Recovery code from the sheet
recovery-confirm-help = Hyphens and capitals do not matter.
recovery-confirm-button = Open the register
recovery-unconfirmed-lead = The register has been made, but its recovery code has not been checked yet. If you have the sheet, type the code from it. If not, start over.

## Unlocking

unlock-title = The register is locked
unlock-register = Register
unlock-register-studio = The studio’s register
unlock-register-demonstration = Demonstration studio
unlock-with = Unlock with
unlock-with-passphrase = Passphrase
unlock-with-recovery = Recovery code
unlock-button = Unlock
unlock-without-passphrase = Open without passphrase
unlock-wait =
    { $seconds ->
        [one] Wait one more second.
       *[other] Wait { $seconds } more seconds.
    }
unlock-demonstration = The demonstration studio’s passphrase is
unlock-fill = Use it
unlock-create = Create the studio’s register
unlock-demo = Open the demonstration studio
unlock-new-passphrase = Passphrase for this computer
