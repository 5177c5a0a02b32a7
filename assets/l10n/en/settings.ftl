# Settings.

settings-title = Settings
settings-appearance = Language and appearance
settings-language = Language of the program
settings-theme = Theme
settings-theme-system = Match the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-text-size-help = Also with the keys Ctrl + and Ctrl −.
settings-machine-help = These choices belong to this computer.
settings-studio = Studio details
settings-studio-saved = The studio details are saved
settings-studio-demonstration = This is the demonstration studio. Its people and photos are invented.
settings-lock-after = Lock when idle
settings-lock-after-help = The register locks when mouse and keyboard have not been used for so long. It also locks whenever the computer goes to sleep or its screen is locked. An import or hand-over under way is finished first.
settings-lock-after-owner = Only the owner changes this.
settings-lock-never = Not by itself
settings-lock-minutes = After { $minutes } minutes
settings-passphrase = Passphrase
settings-passphrase-lead = The recovery code stays the same when the passphrase changes. If the register is used on another computer as well, that one asks for the recovery code once. It also turns unlocking without passphrase off.
settings-passphrase-current-or-code = Current passphrase or recovery code
settings-passphrase-new = New passphrase
settings-passphrase-change = Change the passphrase
settings-passphrase-changed = The passphrase has been changed
settings-keychain = Unlocking without passphrase
settings-keychain-lead = The register unlocks under your name on this computer without a passphrase: the computer’s own keychain gives the key.
settings-keychain-risk = Everybody who gets into the computer with your account then also gets into the register under your name. Use this only if the account has a good password and nobody else uses it. Each unlocking stands in the history.
settings-keychain-on = Turned on for this computer.
settings-keychain-off = Turned off for this computer.
settings-keychain-passphrase = Your passphrase
settings-keychain-enable = Turn on
settings-keychain-disable = Turn off
settings-keychain-enabled = The register now unlocks on this computer without a passphrase
settings-keychain-disabled = The register asks for the passphrase again
settings-copy = Second copy of photos
settings-copy-lead = Each imported photo is copied, encrypted, to another disk too, read back from there and compared. The report of an import says that the card may be formatted only when both copies are stored. When a photo’s file is lost or broken, it is fetched from the copy. This is no backup: customers, orders and the photos’ keys are in the register only.
settings-copy-off = Not in use.
settings-copy-on = Copies are kept in the folder { $folder }
settings-copy-none = There is nothing to copy yet.
settings-copy-all = { $count ->
    [one] The file is copied.
   *[other] All { $number } files are copied.
}
settings-copy-missing = { $count ->
    [one] { $number } file has no copy.
   *[other] { $number } files have no copy.
}
settings-copy-choose = Choose a folder…
settings-copy-change = Change the folder…
settings-copy-stop = Stop copying
settings-copy-start = Copy what is missing
settings-copy-running = Copying to the other disk
settings-copy-started = From now on photos are copied to another disk too
settings-copy-ended = Photos are no longer copied to another disk
settings-copy-stop-title = Stop copying?
settings-copy-stop-text = New photos get no second copy any more. The copies that were made stay on the disk and open only with this register’s keys.
settings-copy-keep = Go on copying
settings-copy-owner = Only the owner changes this.
copy-fault-folder-missing = The folder of the copies is not there. Connect the disk that it is on, and copy what is missing.
copy-fault-same-disk = There is no other disk in the folder’s place. Connect the disk, and copy what is missing.
copy-fault-disk-full = The other disk is full. Free some space or change the folder, and copy what is missing.
copy-fault-write-failed = The other disk cannot be written to, or gives back something else than was written. Check the disk or replace it.
copy-fault-unreadable = One of the register’s own photo files does not open, so it cannot be copied. See which photos are not shown.
copy-fault-cancelled = Copying was cancelled.
settings-about = About the program
settings-version = Kontakti { $version }
settings-about-text = An encrypted register of customers and photos for photo studios. Licence MIT or Apache 2.0.
