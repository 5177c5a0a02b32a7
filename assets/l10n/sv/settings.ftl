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
settings-lock-after-help = Registret låses när mus och tangentbord inte har använts på så här länge. Det låses alltid också när datorn går i viloläge eller skärmen låses. En pågående import eller överlämning görs färdig först.
settings-lock-after-owner = Bara ägaren ändrar det här.
settings-lock-never = Inte av sig självt
settings-lock-minutes = Efter { $minutes } minuter
settings-passphrase = Lösenfras
settings-passphrase-lead = Återställningskoden förblir densamma när lösenfrasen byts. Om registret används även på en annan dator frågar den efter återställningskoden en gång. Samtidigt tas upplåsning utan lösenfras ur bruk.
settings-passphrase-current-or-code = Nuvarande lösenfras eller återställningskod
settings-passphrase-new = Ny lösenfras
settings-passphrase-change = Byt lösenfras
settings-passphrase-changed = Lösenfrasen är bytt
settings-keychain = Upplåsning utan lösenfras
settings-keychain-lead = Registret låses upp i ditt namn på den här datorn utan lösenfras: datorns egen nyckelring ger nyckeln.
settings-keychain-risk = Var och en som kommer in på datorn med ditt användarkonto kommer då också in i registret i ditt namn. Använd det här bara om kontot har ett bra lösenord och ingen annan använder det. Varje upplåsning syns i historiken.
settings-keychain-on = I bruk på den här datorn.
settings-keychain-off = Inte i bruk på den här datorn.
settings-keychain-passphrase = Din lösenfras
settings-keychain-enable = Ta i bruk
settings-keychain-disable = Ta ur bruk
settings-keychain-enabled = Registret låses nu upp utan lösenfras på den här datorn
settings-keychain-disabled = Registret frågar igen efter lösenfrasen
settings-copy = Bildernas andra kopia
settings-copy-lead = Varje importerad bild kopieras krypterad också till en annan disk, läses tillbaka därifrån och jämförs. Importens rapport säger att kortet får formateras först när båda kopiorna är sparade. Om en bilds fil försvinner eller skadas hämtas den från kopian. Detta är ingen säkerhetskopia: kunder, beställningar och bildernas nycklar finns bara i registret.
settings-copy-off = Används inte.
settings-copy-on = Kopiorna sparas i mappen { $folder }
settings-copy-none = Det finns inget att kopiera ännu.
settings-copy-all = { $count ->
    [one] Filen är kopierad.
   *[other] Alla { $number } filer är kopierade.
}
settings-copy-missing = { $count ->
    [one] { $number } fil saknar kopia.
   *[other] { $number } filer saknar kopia.
}
settings-copy-choose = Välj mapp…
settings-copy-change = Byt mapp…
settings-copy-stop = Sluta kopiera
settings-copy-start = Kopiera det som saknas
settings-copy-running = Kopierar till den andra disken
settings-copy-started = Bilderna kopieras från och med nu också till en annan disk
settings-copy-ended = Bilderna kopieras inte längre till en annan disk
settings-copy-stop-title = Sluta kopiera?
settings-copy-stop-text = Nya bilder får ingen andra kopia längre. De kopior som gjorts blir kvar på disken och öppnas bara med detta registers nycklar.
settings-copy-keep = Fortsätt kopiera
settings-copy-owner = Bara ägaren kan ändra detta.
copy-fault-folder-missing = Kopiornas mapp hittas inte. Anslut disken som den finns på och kopiera det som saknas.
copy-fault-same-disk = På mappens plats finns ingen annan disk. Anslut disken och kopiera det som saknas.
copy-fault-disk-full = Den andra disken är full. Frigör utrymme eller byt mapp, och kopiera det som saknas.
copy-fault-write-failed = Det går inte att skriva på den andra disken, eller så läses något annat än det som skrevs. Kontrollera disken eller byt den.
copy-fault-unreadable = En av registrets egna bildfiler öppnas inte och kan därför inte kopieras. Se vilka bilder som inte visas.
copy-fault-cancelled = Kopieringen avbröts.
settings-about = Om programmet
settings-version = Kontakti { $version }
settings-about-text = Krypterat kund- och bildregister för fotostudior. Licens MIT eller Apache 2.0.
