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
settings-lock-after-help = The register locks when mouse and keyboard have not been used for so long, and when the computer has slept. An import or hand-over under way is finished first.
settings-lock-never = Not by itself
settings-lock-minutes = After { $minutes } minutes
settings-passphrase = Passphrase
settings-passphrase-lead = The recovery code stays the same when the passphrase changes. If the register is used on another computer as well, that one asks for the recovery code once.
settings-passphrase-current-or-code = Current passphrase or recovery code
settings-passphrase-new = New passphrase
settings-passphrase-change = Change the passphrase
settings-passphrase-changed = The passphrase has been changed
settings-about = About the program
settings-version = Kontakti { $version }
settings-about-text = An encrypted register of customers and photos for photo studios. Licence MIT or Apache 2.0.
