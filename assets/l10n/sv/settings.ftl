# Settings.

settings-title = Inställningar
settings-appearance = Språk och utseende
settings-language = Programmets språk
settings-theme = Tema
settings-theme-system = Enligt systemet
settings-theme-light = Ljust
settings-theme-dark = Mörkt
settings-text-size = Textstorlek
settings-text-size-help = Också med tangenterna Ctrl + och Ctrl −.
settings-machine-help = De här valen gäller bara den här datorn.
settings-studio = Studions uppgifter
settings-studio-saved = Studions uppgifter är sparade
settings-studio-demonstration = Det här är demonstrationsstudion. Dess människor och bilder är påhittade.
settings-lock-after = Lås vid inaktivitet
settings-lock-after-help = Registret låses när mus och tangentbord inte har använts på så här länge, och när datorn har varit i viloläge. En pågående import eller överlämning görs färdig först.
settings-lock-never = Inte av sig självt
settings-lock-minutes = Efter { $minutes } minuter
settings-passphrase = Lösenfras
settings-passphrase-lead = Återställningskoden förblir densamma när lösenfrasen byts. Om registret används även på en annan dator frågar den efter återställningskoden en gång.
settings-passphrase-current-or-code = Nuvarande lösenfras eller återställningskod
settings-passphrase-new = Ny lösenfras
settings-passphrase-change = Byt lösenfras
settings-passphrase-changed = Lösenfrasen är bytt
settings-about = Om programmet
settings-version = Kontakti { $version }
settings-about-text = Krypterat kund- och bildregister för fotostudior. Licens MIT eller Apache 2.0.
