//! Which headings of school lists are recognised, in Finnish, Swedish and English.
//!
//! Capitals, accents and punctuation do not matter: `Sähköposti`, `SAHKOPOSTI` and `e-post:` are looked up as
//! `sahkoposti` and `e post`. A heading that speaks of a guardian names the guardian's number wherever it likes:
//! `Huoltaja 1 sähköposti`, `2. huoltajan puhelin`, `Vårdnadshavare2 namn`. Without a number it is the first.
//!
//! Invariant: a heading of a personal identity code means no field.

use super::mapping::{Field, GuardianField, GuardianNumber};

const FIELDS: &[(Field, &[&str])] = &[
    (
        Field::LastName,
        &["sukunimi", "efternamn", "slaktnamn", "last name", "lastname", "surname", "family name"],
    ),
    (
        Field::FirstName,
        &[
            "etunimi",
            "etunimet",
            "fornamn",
            "samtliga fornamn",
            "first name",
            "first names",
            "firstname",
            "given name",
            "given names",
            "forename",
        ],
    ),
    (
        Field::CallName,
        &[
            "kutsumanimi",
            "puhuttelunimi",
            "tilltalsnamn",
            "call name",
            "preferred name",
            "known as",
            "nickname",
        ],
    ),
    (
        Field::FullName,
        &[
            "nimi",
            "koko nimi",
            "sukunimi etunimi",
            "sukunimi etunimet",
            "sukunimi ja etunimi",
            "oppilas",
            "opiskelija",
            "lapsi",
            "namn",
            "hela namnet",
            "fullstandigt namn",
            "efternamn fornamn",
            "efternamn och fornamn",
            "elev",
            "studerande",
            "barn",
            "name",
            "full name",
            "last name first name",
            "surname first name",
            "pupil",
            "student",
            "child",
        ],
    ),
    (
        Field::Group,
        &[
            "luokka",
            "ryhma",
            "opetusryhma",
            "perusryhma",
            "luokka ryhma",
            "ryhma luokka",
            "luokkatunnus",
            "ryhman nimi",
            "paivakotiryhma",
            "klass",
            "grupp",
            "klass grupp",
            "undervisningsgrupp",
            "basgrupp",
            "class",
            "group",
            "class group",
            "homeroom",
            "form",
            "grade",
        ],
    ),
    (
        Field::Teacher,
        &[
            "opettaja",
            "luokanopettaja",
            "luokanvalvoja",
            "luokanohjaaja",
            "ryhmanohjaaja",
            "larare",
            "klasslarare",
            "klassforestandare",
            "klassens larare",
            "grupphandledare",
            "teacher",
            "class teacher",
            "form teacher",
            "homeroom teacher",
            "tutor",
        ],
    ),
    (
        Field::SourceId,
        &[
            "oppilasnumero",
            "opiskelijanumero",
            "oppijanumero",
            "oppilas id",
            "oppilaan numero",
            "elevnummer",
            "studerandenummer",
            "studentnummer",
            "elev id",
            "student number",
            "student id",
            "pupil number",
            "pupil id",
            "student no",
        ],
    ),
    (
        Field::BornOn,
        &[
            "syntymaaika",
            "syntymapaiva",
            "syntynyt",
            "synt aika",
            "syntaika",
            "fodelsetid",
            "fodelsedatum",
            "fodd",
            "date of birth",
            "birth date",
            "birthdate",
            "birthday",
            "born",
            "dob",
        ],
    ),
    (
        Field::Street,
        &[
            "katuosoite",
            "lahiosoite",
            "kotiosoite",
            "osoite",
            "jakeluosoite",
            "gatuadress",
            "naradress",
            "hemadress",
            "adress",
            "utdelningsadress",
            "street",
            "street address",
            "home address",
            "address",
        ],
    ),
    (
        Field::PostalCode,
        &["postinumero", "postinro", "postnummer", "postnr", "postal code", "postcode", "zip", "zip code"],
    ),
    (
        Field::Town,
        &[
            "postitoimipaikka",
            "paikkakunta",
            "kaupunki",
            "kunta",
            "postanstalt",
            "postort",
            "ort",
            "stad",
            "town",
            "city",
        ],
    ),
    (
        Field::PostalAddress,
        &[
            "postiosoite",
            "kotipostiosoite",
            "postinumero ja postitoimipaikka",
            "postinumero postitoimipaikka",
            "postadress",
            "hempostadress",
            "postnummer och postanstalt",
            "postnummer och ort",
            "postal address",
        ],
    ),
    (
        Field::Phone,
        &[
            "puhelin",
            "puhelinnumero",
            "puh",
            "puh nro",
            "kotipuhelin",
            "matkapuhelin",
            "gsm",
            "telefon",
            "telefonnummer",
            "tel",
            "hemtelefon",
            "mobil",
            "mobiltelefon",
            "phone",
            "phone number",
            "telephone",
            "mobile",
            "mobile phone",
            "home phone",
        ],
    ),
    (
        Field::Email,
        &[
            "sahkoposti",
            "sahkopostiosoite",
            "s posti",
            "e post",
            "epost",
            "e postadress",
            "epostadress",
            "email",
            "e mail",
            "email address",
            "e mail address",
        ],
    ),
    (
        Field::Language,
        &[
            "kieli",
            "aidinkieli",
            "asiointikieli",
            "kotikieli",
            "sprak",
            "modersmal",
            "kontaktsprak",
            "hemsprak",
            "language",
            "home language",
            "mother tongue",
        ],
    ),
    (
        Field::Protection,
        &[
            "turvakielto",
            "henkilotietojen turvakielto",
            "osoite salainen",
            "salainen osoite",
            "sparrmarkering",
            "sekretessmarkering",
            "skyddad identitet",
            "skyddade personuppgifter",
            "skyddad adress",
            "protected",
            "protection order",
            "protected identity",
            "protected address",
            "non disclosure",
            "confidential",
        ],
    ),
    (
        Field::PhotoPermission,
        &[
            "kuvauslupa",
            "valokuvauslupa",
            "koulukuvauslupa",
            "saa kuvata",
            "fotograferingslov",
            "fotolov",
            "fototillstand",
            "fotograferingstillstand",
            "photo permission",
            "photo consent",
            "may be photographed",
        ],
    ),
    (
        Field::PublicationPermission,
        &[
            "julkaisulupa",
            "kuvan julkaisulupa",
            "kuvien julkaisulupa",
            "saa julkaista",
            "publiceringslov",
            "publiceringstillstand",
            "publication permission",
            "publication consent",
            "publishing permission",
        ],
    ),
];

/// Words that make a heading a guardian's, and the number that some of them imply.
const GUARDIANS: &[(&str, Option<GuardianNumber>)] = &[
    ("huoltaja", None),
    ("huoltajan", None),
    ("vardnadshavare", None),
    ("vardnadshavarens", None),
    ("vardnadshavares", None),
    ("malsman", None),
    ("guardian", None),
    ("guardians", None),
    ("parent", None),
    ("parents", None),
    ("aiti", Some(GuardianNumber::First)),
    ("aidin", Some(GuardianNumber::First)),
    ("mor", Some(GuardianNumber::First)),
    ("mors", Some(GuardianNumber::First)),
    ("mother", Some(GuardianNumber::First)),
    ("mothers", Some(GuardianNumber::First)),
    ("isa", Some(GuardianNumber::Second)),
    ("isan", Some(GuardianNumber::Second)),
    ("far", Some(GuardianNumber::Second)),
    ("fars", Some(GuardianNumber::Second)),
    ("father", Some(GuardianNumber::Second)),
    ("fathers", Some(GuardianNumber::Second)),
];

/// Words that say whose a field is where it could be nobody else's.
const SUBJECT_WORDS: &[&str] = &[
    "oppilaan",
    "opiskelijan",
    "lapsen",
    "elevens",
    "studerandens",
    "barnets",
    "students",
    "student",
    "pupils",
    "pupil",
    "childs",
    "child",
];

/// Words of which one suffices to make a heading that of a personal identity code or of its end.
const CODE_WORDS: &[&str] = &[
    "hetu",
    "hetun",
    "henkilotunnus",
    "henkilotunnuksen",
    "henkilotunnukset",
    "sosiaaliturvatunnus",
    "sotu",
    "tunnusosa",
    "loppuosa",
    "personbeteckning",
    "personbeteckningen",
    "personnummer",
    "socialskyddssignum",
    "signum",
    "ssn",
];
const CODE_PHRASES: &[&str] =
    &["personal identity", "personal id", "identity code", "identity number", "social security"];

/// The field that a heading names.
pub(super) fn recognise(heading: &str) -> Option<Field> {
    let words = words(heading);
    if words.is_empty() || is_code(&words) {
        return None;
    }
    plain_field(&words).or_else(|| {
        let (number, rest) = guardian(&words)?;
        guardian_field(number?, &rest)
    })
}

/// The guardian that a heading over several columns names, and nothing else.
pub(super) fn is_guardian_alone(heading: &str) -> bool {
    guardian(&words(heading)).is_some_and(|(number, rest)| number.is_some() && rest.is_empty())
}

/// Whether a heading is that of a personal identity code, whole, in part or encrypted.
pub(super) fn is_personal_code(heading: &str) -> bool {
    is_code(&words(heading))
}

fn is_code(words: &[String]) -> bool {
    let joined = words.join(" ");
    words.iter().any(|word| CODE_WORDS.contains(&word.as_str()))
        || CODE_PHRASES.iter().any(|phrase| joined.contains(phrase))
}

fn plain_field(words: &[String]) -> Option<Field> {
    let look_up = |words: &[String]| {
        let heading = words.join(" ");
        FIELDS.iter().find(|(_, headings)| headings.contains(&heading.as_str())).map(|(field, _)| *field)
    };
    look_up(words).or_else(|| {
        let (first, rest) = words.split_first()?;
        // "student's name" is "student s name" without its apostrophe
        let rest = if rest.first().is_some_and(|word| word == "s") { rest.get(1..)? } else { rest };
        SUBJECT_WORDS.contains(&first.as_str()).then(|| look_up(rest)).flatten()
    })
}

/// Whose field it is, with the words that are left; no number where it is a third guardian's.
fn guardian(words: &[String]) -> Option<(Option<GuardianNumber>, Vec<String>)> {
    let (place, implied) = words.iter().enumerate().find_map(|(place, word)| {
        let (_, implied) = GUARDIANS.iter().find(|(name, _)| name == word)?;
        Some((place, *implied))
    })?;
    let mut number = Some(implied.unwrap_or(GuardianNumber::First));
    let mut rest = Vec::new();
    for (_, word) in words.iter().enumerate().filter(|(other, _)| *other != place) {
        match word.as_str() {
            "1" => number = Some(GuardianNumber::First),
            "2" | "toinen" | "toisen" | "andra" | "second" => number = Some(GuardianNumber::Second),
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => number = None,
            "s" => {}
            _ => rest.push(word.clone()),
        }
    }
    Some((number, rest))
}

fn guardian_field(number: GuardianNumber, rest: &[String]) -> Option<Field> {
    if rest.is_empty() {
        return Some(Field::Guardian(number, GuardianField::Name));
    }
    let field = match plain_field(rest)? {
        Field::FullName => GuardianField::Name,
        Field::LastName => GuardianField::LastName,
        Field::FirstName => GuardianField::FirstName,
        plain => plain.of_guardian()?,
    };
    Some(Field::Guardian(number, field))
}

/// The words of a heading without capitals and accents, digits apart from letters.
fn words(heading: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last_is_digit = false;
    for sign in heading.chars().flat_map(char::to_lowercase) {
        let letter = match sign {
            'ä' | 'å' | 'á' | 'à' | 'â' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' | 'ê' => 'e',
            'ü' => 'u',
            // the marks of letters that were written apart from them
            '\u{300}'..='\u{36f}' => continue,
            other => other,
        };
        let is_digit = letter.is_ascii_digit();
        if !letter.is_alphanumeric() || is_digit != last_is_digit {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.push(letter);
        }
        last_is_digit = is_digit;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_heading_means_its_field_and_no_other() {
        let mut seen = std::collections::BTreeMap::new();
        for (field, headings) in FIELDS {
            for heading in *headings {
                assert_eq!(recognise(heading), Some(*field), "{heading}");
                assert_eq!(words(heading).join(" "), *heading, "listed as it is looked up");
                assert_eq!(seen.insert(*heading, field.code()), None, "{heading} is listed once");
            }
        }
    }

    #[test]
    fn headings_as_schools_write_them() {
        use GuardianField as Of;
        use GuardianNumber::{First, Second};
        for (heading, field) in [
            ("SUKUNIMI", Some(Field::LastName)),
            (" Etunimet ", Some(Field::FirstName)),
            ("Förnamn", Some(Field::FirstName)),
            ("Fo\u{308}rnamn", Some(Field::FirstName)),
            ("Oppilaan etunimi", Some(Field::FirstName)),
            ("Sukunimi, etunimi", Some(Field::FullName)),
            ("Oppilaan nimi", Some(Field::FullName)),
            ("Elev", Some(Field::FullName)),
            ("Student's last name", Some(Field::LastName)),
            ("Student number", Some(Field::SourceId)),
            ("Class", Some(Field::Group)),
            ("Luokka/ryhmä", Some(Field::Group)),
            ("Ryhmä", Some(Field::Group)),
            ("Klass", Some(Field::Group)),
            ("Luokanvalvoja", Some(Field::Teacher)),
            ("Sähköposti:", Some(Field::Email)),
            ("E-post", Some(Field::Email)),
            ("E-mail", Some(Field::Email)),
            ("Lähiosoite", Some(Field::Street)),
            ("Postinumero ja -toimipaikka", None),
            ("Postinumero ja postitoimipaikka", Some(Field::PostalAddress)),
            ("Syntymäaika", Some(Field::BornOn)),
            ("Spärrmarkering", Some(Field::Protection)),
            ("Turvakielto", Some(Field::Protection)),
            ("Kuvauslupa", Some(Field::PhotoPermission)),
            ("Kuvauskielto", None),
            ("Julkaisulupa", Some(Field::PublicationPermission)),
            ("Huoltaja", Some(Field::Guardian(First, Of::Name))),
            ("Huoltaja 2", Some(Field::Guardian(Second, Of::Name))),
            ("Huoltaja 3", None),
            ("Huoltaja 1 sähköposti", Some(Field::Guardian(First, Of::Email))),
            ("Sähköposti (huoltaja 2)", Some(Field::Guardian(Second, Of::Email))),
            ("2. huoltajan puhelin", Some(Field::Guardian(Second, Of::Phone))),
            ("Huoltaja2 postinumero", Some(Field::Guardian(Second, Of::PostalCode))),
            ("Huoltajan 2 turvakielto", Some(Field::Guardian(Second, Of::Protection))),
            ("Vårdnadshavare 1 namn", Some(Field::Guardian(First, Of::Name))),
            ("Vårdnadshavarens efternamn", Some(Field::Guardian(First, Of::LastName))),
            ("Guardian 2 first name", Some(Field::Guardian(Second, Of::FirstName))),
            ("Parent's address", Some(Field::Guardian(First, Of::Street))),
            ("Äidin puhelin", Some(Field::Guardian(First, Of::Phone))),
            ("Isän puhelin", Some(Field::Guardian(Second, Of::Phone))),
            ("Huoltaja 1 luokka", None),
            ("Huomautus", None),
            ("", None),
            ("12", None),
        ] {
            assert_eq!(recognise(heading), field, "{heading:?}");
        }
    }

    #[test]
    fn headings_of_identity_codes_mean_no_field() {
        for heading in [
            "Hetu",
            "HENKILÖTUNNUS",
            "Henkilötunnus (salattu)",
            "Oppilaan hetu",
            "Syntymäaika/hetu",
            "Huoltaja 1 henkilötunnus",
            "Hetun loppuosa",
            "Personbeteckning",
            "Personal identity code",
            "SSN",
        ] {
            assert!(is_personal_code(heading), "{heading}");
            assert_eq!(recognise(heading), None, "{heading}");
        }
        for heading in ["Oppilasnumero", "Syntymäaika", "Nimi", "Tunnus", ""] {
            assert!(!is_personal_code(heading), "{heading}");
        }
    }

    #[test]
    fn a_heading_over_several_columns() {
        for (heading, is_alone) in [
            ("Huoltaja 1", true),
            ("Vårdnadshavare 2", true),
            ("Huoltaja 3", false),
            ("Huoltaja 1 nimi", false),
            ("Oppilas", false),
        ] {
            assert_eq!(is_guardian_alone(heading), is_alone, "{heading}");
        }
    }
}
