//! What the program says, in three languages.

use std::fmt::Write;

use clap::ValueEnum;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use trail::bundle::{Extent, Falsehood, Proved};
use trail::{Checkpoint, hex_groups};

/// A language of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// Of the system; Finnish when it is none of ours.
    pub fn of_system() -> Self {
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        match named.into_iter().find(|value| !value.is_empty()) {
            Some(value) if value.starts_with("sv") => Self::Sv,
            Some(value) if value.starts_with("en") => Self::En,
            _ => Self::Fi,
        }
    }

    fn of<'a>(self, fi: &'a str, sv: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Fi => fi,
            Self::Sv => sv,
            Self::En => en,
        }
    }

    /// Everything in the bundle holds; with the checkpoint that is also on paper.
    pub fn holds(self, proved: &Proved, on_paper: Option<&Checkpoint>) -> String {
        let mut text = line(self.of("EHEÄ.", "OFÖRÄNDRAD.", "INTACT."));
        text += &self.contents(proved);
        text += &match on_paper {
            Some(checkpoint) => {
                let (size, at) = (checkpoint.size, moment(checkpoint.at_ms));
                line(&match self {
                    Self::Fi => format!(
                        "Paperin tarkistuspiste ({at}) on sama kuin paketissa: sen {size} ensimmäistä merkintää ovat ne, \
                         jotka olivat olemassa, kun paperi tulostettiin. Myöhemmistä merkinnöistä todistaa vain allekirjoitus."
                    ),
                    Self::Sv => format!(
                        "Papprets kontrollpunkt ({at}) är densamma som i paketet: dess {size} första anteckningar är de som \
                         fanns när papperet skrevs ut. Om senare anteckningar vittnar bara underskriften."
                    ),
                    Self::En => format!(
                        "The checkpoint on paper ({at}) is the one in the bundle: its first {size} entries are those that \
                         were there when the paper was printed. For later entries only the signature speaks."
                    ),
                })
            }
            None => line(self.of(
                "Pakettia ei verrattu mihinkään sen ulkopuolella. Joka hallitsee rekisteriä, voisi kirjoittaa koko lokin \
                 uudelleen ja allekirjoittaa sen uudella avaimella: vertaa siis kansiossa olevaan paperiin (--checkpoint) tai \
                 avaimen sormenjälkeen.",
                "Paketet jämfördes inte med något utanför det. Den som förfogar över registret kunde skriva om hela loggen \
                 och underteckna den med en ny nyckel: jämför därför med papperet i pärmen (--checkpoint) eller med nyckelns \
                 fingeravtryck.",
                "Nothing outside of the bundle was compared. Whoever holds the register could write the whole history anew and \
                 sign it with a new key: compare it with the paper in the binder (--checkpoint) or with the key's fingerprint.",
            )),
        };
        text
    }

    /// The bundle holds in itself, and paper says something else.
    pub fn not_on_paper(self, proved: &Proved) -> String {
        let mut text =
            line(self.of("EI SAMA KUIN PAPERILLA.", "INTE SAMMA SOM PÅ PAPPERET.", "NOT WHAT IS ON PAPER."));
        text += &line(self.of(
            "Paketti on sinänsä ehjä, mutta mikään sen tarkistuspisteistä ei ole paperin tarkistuspiste. Tarkista, että paperi \
             on samasta rekisteristä, oikein kirjoitettu ja pakettia vanhempi. Jos on, loki on kirjoitettu uudelleen \
             paperin tulostamisen jälkeen.",
            "Paketet håller i sig, men ingen av dess kontrollpunkter är papperets. Kontrollera att papperet hör till samma \
             register, är rätt avskrivet och äldre än paketet. I så fall har loggen skrivits om efter att papperet \
             skrevs ut.",
            "The bundle holds in itself, but none of its checkpoints is the one on paper. Check that the paper is of the same \
             register, typed correctly and older than the bundle. If it is, the history was written anew after the paper \
             was printed.",
        ));
        text + &self.contents(proved)
    }

    /// Something in the bundle does not hold.
    pub fn is_false(self, falsehood: &Falsehood) -> String {
        let mut text =
            line(self.of("MUUTETTU TAI VAJAA.", "ÄNDRAD ELLER OFULLSTÄNDIG.", "CHANGED OR INCOMPLETE."));
        text += &line(&self.reason(falsehood));
        text + &line(self.of(
            "Paketti ei todista mitään tästä kohdasta eteenpäin. Pyydä uusi paketti ja säilytä tämä.",
            "Paketet bevisar ingenting från denna punkt framåt. Be om ett nytt paket och spara detta.",
            "The bundle proves nothing from there on. Ask for a new one, and keep this one.",
        ))
    }

    fn reason(self, falsehood: &Falsehood) -> String {
        match (falsehood, self) {
            (Falsehood::Entry { id }, Self::Fi) => {
                format!("Merkintä {id} ei ole se, joka kirjoitettiin, tai sitä edeltävä puuttuu.")
            }
            (Falsehood::Entry { id }, Self::Sv) => {
                format!("Anteckning {id} är inte den som skrevs, eller den föregående saknas.")
            }
            (Falsehood::Entry { id }, Self::En) => {
                format!("Entry {id} is not the one that was written, or the one before it is missing.")
            }
            (Falsehood::NotIncluded { id }, Self::Fi) => {
                format!("Viimeinen tarkistuspiste ei todista merkintää {id}.")
            }
            (Falsehood::NotIncluded { id }, Self::Sv) => {
                format!("Den sista kontrollpunkten bevisar inte anteckning {id}.")
            }
            (Falsehood::NotIncluded { id }, Self::En) => {
                format!("The last checkpoint does not prove entry {id}.")
            }
            (Falsehood::Count { found, expected }, Self::Fi) => {
                format!("Paketissa on {found} merkintää, vaikka pitäisi olla {expected}.")
            }
            (Falsehood::Count { found, expected }, Self::Sv) => {
                format!("Paketet innehåller {found} anteckningar men borde innehålla {expected}.")
            }
            (Falsehood::Count { found, expected }, Self::En) => {
                format!("The bundle holds {found} entries and has to hold {expected}.")
            }
            (Falsehood::Root { size, at_ms }, Self::Fi) => format!(
                "{size} ensimmäistä merkintää eivät ole ne, jotka allekirjoitettiin {}.",
                moment(*at_ms)
            ),
            (Falsehood::Root { size, at_ms }, Self::Sv) => {
                format!("De {size} första anteckningarna är inte de som undertecknades {}.", moment(*at_ms))
            }
            (Falsehood::Root { size, at_ms }, Self::En) => {
                format!("The first {size} entries are not those that were signed on {}.", moment(*at_ms))
            }
            (Falsehood::Checkpoint { number, .. }, Self::Fi) => {
                format!("Paketin {number}. tarkistuspisteen allekirjoitus ei pidä paikkaansa.")
            }
            (Falsehood::Checkpoint { number, .. }, Self::Sv) => {
                format!("Underskriften på paketets kontrollpunkt {number} stämmer inte.")
            }
            (Falsehood::Checkpoint { number, .. }, Self::En) => {
                format!("The signature of checkpoint {number} of the bundle does not hold.")
            }
            (Falsehood::Order { number }, Self::Fi) => {
                format!("Paketin {number}. tarkistuspiste ei jatka edellistä.")
            }
            (Falsehood::Order { number }, Self::Sv) => {
                format!("Paketets kontrollpunkt {number} fortsätter inte den föregående.")
            }
            (Falsehood::Order { number }, Self::En) => {
                format!("Checkpoint {number} of the bundle does not follow the one before it.")
            }
            (Falsehood::Keys(_), Self::Fi) => "Allekirjoitusavaimet eivät seuraa toisistaan.".to_owned(),
            (Falsehood::Keys(_), Self::Sv) => "Undertecknandets nycklar följer inte av varandra.".to_owned(),
            (Falsehood::Keys(_), Self::En) => "The signing keys do not follow from each other.".to_owned(),
        }
    }

    /// The file is not there, or no bundle; `reason` is technical.
    pub fn unreadable(self, reason: &str) -> String {
        let mut text = line(self.of("EI LUETTAVISSA.", "KAN INTE LÄSAS.", "CANNOT BE READ."));
        text += &line(self.of(
            "Tiedosto ei ole Kontaktista viety allekirjoitettu tapahtumaloki, tai se on vaurioitunut. Pyydä uusi paketti.",
            "Filen är ingen undertecknad händelselogg ur Kontakti, eller så är den skadad. Be om ett nytt paket.",
            "The file is no signed history of Kontakti, or it is damaged. Ask for a new bundle.",
        ));
        text + &line(&format!("({reason})"))
    }

    /// What was given as the checkpoint is none.
    pub fn sheet_unreadable(self) -> String {
        line(self.of(
            "Tarkistuspistettä ei voi lukea. Anna tiedosto, jossa on paperin QR-koodin teksti, tai juuri: 64 numeroa ja \
             kirjainta a–f.",
            "Kontrollpunkten kan inte läsas. Ange en fil med texten i papprets QR-kod, eller roten: 64 siffror och \
             bokstäver a–f.",
            "The checkpoint cannot be read. Give a file with the text of the sheet's QR code, or the root: 64 digits and \
             letters a to f.",
        ))
    }

    fn contents(self, proved: &Proved) -> String {
        let mut text = String::new();
        let entries = proved.entries;
        let span = proved
            .span
            .map(|(from, until)| format!(" ({} – {})", moment(from), moment(until)))
            .unwrap_or_default();
        let size = proved.checkpoints.last().map_or(0, |last| last.size);
        text += &line(&match (proved.extent, self) {
            (Extent::Whole, Self::Fi) => format!(
                "Paketissa on koko tapahtumaloki: {entries} merkintää{span}. Yhtään ei puutu eikä yhtään ole muutettu \
                 allekirjoituksen jälkeen."
            ),
            (Extent::Whole, Self::Sv) => format!(
                "Paketet innehåller hela händelseloggen: {entries} anteckningar{span}. Ingen saknas och ingen har ändrats efter \
                 undertecknandet."
            ),
            (Extent::Whole, Self::En) => format!(
                "The bundle holds the whole history: {entries} entries{span}. None is missing, and none was changed after \
                 it was signed."
            ),
            (Extent::Picked, Self::Fi) => format!(
                "Paketissa on {entries} merkintää kaikkiaan {size} merkinnästä{span}. Jokainen on paikallaan lokissa \
                 sellaisena kuin se allekirjoitettiin. Se ei todista, ettei pois ole jätetty merkintöjä."
            ),
            (Extent::Picked, Self::Sv) => format!(
                "Paketet innehåller {entries} anteckningar av sammanlagt {size}{span}. Var och en står på sin plats i \
                 loggen så som den undertecknades. Paketet bevisar inte att inga anteckningar lämnats bort."
            ),
            (Extent::Picked, Self::En) => format!(
                "The bundle holds {entries} entries of {size}{span}. Each stands at its place in the history as it was \
                 signed. It does not prove that no entries were left out."
            ),
        });
        if let (Some(first), Some(last)) = (proved.checkpoints.first(), proved.checkpoints.last()) {
            let (count, first, last) = (proved.checkpoints.len(), moment(first.at_ms), moment(last.at_ms));
            text += &line(&match self {
                Self::Fi => format!(
                    "Allekirjoitettuja tarkistuspisteitä: {count} ({first} – {last}). Kaikki pitävät."
                ),
                Self::Sv => {
                    format!("Undertecknade kontrollpunkter: {count} ({first} – {last}). Alla håller.")
                }
                Self::En => format!("Signed checkpoints: {count} ({first} – {last}). All hold."),
            });
        }
        for (number, key) in (1..).zip(&proved.keys) {
            let groups = hex_groups(&key.fingerprint()).join(" ");
            let words = self.of("Avain", "Nyckel", "Key");
            let _ = writeln!(text, "{words} {number}: {groups}");
        }
        text + &line(self.of(
            "Ei todistettu: henkilöiden nimet (people.json) ja se, että tietokoneen kello oli oikeassa.",
            "Inte bevisat: personernas namn (people.json) och att datorns klocka gick rätt.",
            "Not proved: the names of people (people.json), and that the computer's clock was right.",
        ))
    }
}

/// A sentence on a line of its own.
fn line(words: &str) -> String {
    format!("{words}\n")
}

/// The minute in Finland, as the sheets say it.
fn moment(at_ms: i64) -> String {
    let at = Timestamp::from_millisecond(at_ms).unwrap_or_default();
    let zone = TimeZone::get("Europe/Helsinki").unwrap_or(TimeZone::UTC);
    zone.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
}
