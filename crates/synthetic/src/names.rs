//! Common first names and surnames, as they are spread in Finland, for combining at random.

use crate::rng::Rng;

/// Which names and which looks an invented family has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Origin {
    /// Finnish-speaking.
    #[default]
    Finnish,
    /// Swedish-speaking, of Finland.
    FinlandSwedish,
    /// Estonian, Russian, Ukrainian.
    EasternEuropean,
    /// Arabic, Kurdish, Persian.
    MiddleEastern,
    /// Vietnamese, Thai.
    SouthEastAsian,
    /// Somali.
    EastAfrican,
}

/// Which first names and which hairstyles are drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Presentation {
    /// Girls' and women's names.
    #[default]
    Girl,
    /// Boys' and men's names.
    Boy,
}

type Names = &'static [&'static str];

const FI_GIRLS: Names = &[
    "Aada", "Aino", "Alisa", "Amanda", "Anni", "Eeva", "Eevi", "Elina", "Ella", "Elli", "Emilia", "Emma",
    "Enni", "Essi", "Helmi", "Hilla", "Hilma", "Iida", "Inka", "Isla", "Jenna", "Kaisa", "Kerttu", "Lilja",
    "Linnea", "Lotta", "Lumi", "Martta", "Matilda", "Mimosa", "Minttu", "Neea", "Nella", "Netta", "Oona",
    "Peppi", "Pihla", "Pinja", "Ronja", "Saana", "Saara", "Saimi", "Sanni", "Seela", "Siiri", "Sofia",
    "Sohvi", "Taimi", "Tuuli", "Unna", "Venla", "Viivi", "Vilma",
];
const FI_BOYS: Names = &[
    "Aapo", "Aaro", "Aarni", "Aatu", "Akseli", "Antti", "Arttu", "Atte", "Eeli", "Eelis", "Eemeli", "Eetu",
    "Eino", "Elias", "Elmo", "Emil", "Hugo", "Iiro", "Ilmari", "Jaakko", "Jesse", "Joona", "Juho", "Kaapo",
    "Kasper", "Konsta", "Lauri", "Leevi", "Lenni", "Luukas", "Matias", "Miro", "Niilo", "Nooa", "Oiva",
    "Okko", "Oliver", "Olli", "Onni", "Oskari", "Otso", "Otto", "Paavo", "Pekka", "Roope", "Samu", "Santeri",
    "Sulo", "Taavi", "Tatu", "Topi", "Tuomas", "Urho", "Valtteri", "Veeti", "Veikko", "Vilho", "Viljami",
    "Väinö", "Ville",
];
const FI_WOMEN: Names = &[
    "Anna", "Anu", "Hanna", "Heidi", "Heli", "Henna", "Jaana", "Jenni", "Johanna", "Kaisa", "Katja", "Katri",
    "Kirsi", "Laura", "Leena", "Maarit", "Mari", "Maria", "Marika", "Marja", "Mervi", "Minna", "Mirva",
    "Niina", "Noora", "Outi", "Paula", "Piia", "Päivi", "Riikka", "Sanna", "Sari", "Satu", "Suvi", "Taina",
    "Terhi", "Tiina", "Tuija", "Ulla", "Virpi",
];
const FI_MEN: Names = &[
    "Antti", "Ari", "Arto", "Esa", "Hannu", "Harri", "Heikki", "Ilkka", "Jani", "Janne", "Jari", "Jarkko",
    "Joni", "Jouni", "Juha", "Jukka", "Jussi", "Kalle", "Kari", "Kimmo", "Lasse", "Marko", "Markus", "Matti",
    "Mika", "Mikko", "Olli", "Panu", "Pasi", "Petri", "Pekka", "Risto", "Sami", "Tapio", "Teemu", "Timo",
    "Tomi", "Tuomas", "Vesa", "Ville",
];
const FI_SURNAMES: Names = &[
    "Aalto",
    "Ahonen",
    "Alanko",
    "Anttila",
    "Eronen",
    "Haapala",
    "Hakala",
    "Harju",
    "Heikkilä",
    "Heikkinen",
    "Heinonen",
    "Hiltunen",
    "Hirvonen",
    "Honkanen",
    "Huttunen",
    "Hämäläinen",
    "Jokinen",
    "Järvinen",
    "Kallio",
    "Karhu",
    "Karjalainen",
    "Karppinen",
    "Kettunen",
    "Kinnunen",
    "Kivelä",
    "Koivisto",
    "Koivunen",
    "Kokkonen",
    "Korhonen",
    "Koskinen",
    "Kuusela",
    "Laakso",
    "Lahtinen",
    "Laine",
    "Laitinen",
    "Lampinen",
    "Lappalainen",
    "Lehtonen",
    "Leinonen",
    "Leppänen",
    "Lindholm",
    "Luoma",
    "Manninen",
    "Mattila",
    "Miettinen",
    "Moilanen",
    "Mustonen",
    "Mäkelä",
    "Mäkinen",
    "Mäntylä",
    "Nieminen",
    "Niemi",
    "Nurmi",
    "Nykänen",
    "Ojala",
    "Oksanen",
    "Paananen",
    "Partanen",
    "Pelkonen",
    "Peltonen",
    "Pesonen",
    "Pitkänen",
    "Pulkkinen",
    "Räsänen",
    "Räty",
    "Rantanen",
    "Rautio",
    "Saarinen",
    "Salminen",
    "Salo",
    "Salonen",
    "Savolainen",
    "Seppälä",
    "Sirola",
    "Suominen",
    "Tamminen",
    "Toivonen",
    "Tuominen",
    "Turunen",
    "Uusitalo",
    "Vainio",
    "Valkonen",
    "Vartiainen",
    "Väisänen",
    "Ylönen",
];
const SV_GIRLS: Names = &[
    "Agnes", "Alma", "Alva", "Astrid", "Ebba", "Edith", "Elsa", "Emelie", "Ester", "Filippa", "Freja",
    "Hedda", "Ida", "Ingrid", "Jolin", "Linn", "Lovisa", "Maja", "Moa", "Nova", "Olivia", "Saga", "Selma",
    "Signe", "Stella", "Thea", "Tuva", "Vega",
];
const SV_BOYS: Names = &[
    "Albin", "Alfred", "Alvar", "Anton", "Arvid", "August", "Axel", "Benjamin", "Carl", "Edvin", "Elliot",
    "Erik", "Filip", "Gustav", "Hampus", "Isak", "Ivar", "Kevin", "Ludvig", "Malte", "Melvin", "Måns",
    "Nils", "Oscar", "Sixten", "Ture", "Vidar", "Viggo",
];
const SV_WOMEN: Names = &[
    "Annika",
    "Camilla",
    "Carola",
    "Charlotta",
    "Christina",
    "Eva",
    "Gunilla",
    "Helena",
    "Jessica",
    "Karin",
    "Lena",
    "Linda",
    "Malin",
    "Monica",
    "Nina",
    "Pia",
    "Sanna",
    "Sofie",
    "Susanne",
    "Ulrika",
    "Veronica",
    "Åsa",
];
const SV_MEN: Names = &[
    "Anders",
    "Bengt",
    "Björn",
    "Christian",
    "Dan",
    "Fredrik",
    "Göran",
    "Henrik",
    "Håkan",
    "Jan",
    "Joakim",
    "Jonas",
    "Kaj",
    "Kristian",
    "Magnus",
    "Mats",
    "Mikael",
    "Niklas",
    "Patrik",
    "Peter",
    "Robert",
    "Stefan",
    "Tom",
    "Åke",
];
const SV_SURNAMES: Names = &[
    "Ahlbäck",
    "Backman",
    "Berg",
    "Björklund",
    "Blomqvist",
    "Dahlström",
    "Ekholm",
    "Eklund",
    "Enqvist",
    "Fagerström",
    "Fors",
    "Forsman",
    "Granholm",
    "Grönlund",
    "Gustafsson",
    "Hellström",
    "Holm",
    "Holmberg",
    "Häggblom",
    "Johansson",
    "Karlsson",
    "Lindberg",
    "Lindroos",
    "Lindström",
    "Lundqvist",
    "Mattsson",
    "Nordström",
    "Nyberg",
    "Nylund",
    "Nyman",
    "Rosenqvist",
    "Sandström",
    "Sjöberg",
    "Sjöblom",
    "Smeds",
    "Snellman",
    "Stenbäck",
    "Ström",
    "Sundqvist",
    "Söderholm",
    "Söderström",
    "Wikström",
    "Westerlund",
    "Åberg",
    "Ångerman",
    "Öhman",
    "Österberg",
    "Östman",
];
const EAST_GIRLS: Names = &[
    "Alina",
    "Anastasia",
    "Daria",
    "Diana",
    "Jelena",
    "Kira",
    "Laura",
    "Mirtel",
    "Polina",
    "Sofja",
    "Liisi",
    "Zlata",
];
const EAST_BOYS: Names = &[
    "Andrei",
    "Artjom",
    "Bogdan",
    "Daniil",
    "Kirill",
    "Maksim",
    "Markus",
    "Mihail",
    "Oleksandr",
    "Rasmus",
    "Sten",
    "Timur",
];
const EAST_SURNAMES: Names = &[
    "Bondarenko",
    "Ivanov",
    "Kask",
    "Kozlov",
    "Kovalenko",
    "Lysenko",
    "Morozov",
    "Mägi",
    "Pavlenko",
    "Petrenko",
    "Rebane",
    "Saar",
    "Tamm",
    "Vasiljev",
];
const MID_GIRLS: Names = &[
    "Amina", "Dilan", "Fatima", "Hana", "Jasmin", "Leila", "Maryam", "Noor", "Parisa", "Rojin", "Sara",
    "Zahra",
];
const MID_BOYS: Names = &[
    "Ahmad", "Ali", "Amir", "Azad", "Daniel", "Hamza", "Hussein", "Karim", "Mustafa", "Omid", "Reza", "Yusuf",
];
const MID_SURNAMES: Names = &[
    "Ahmadi", "Aziz", "Bakir", "Farhadi", "Haddad", "Hosseini", "Karimi", "Mahmoud", "Nasser", "Rahimi",
    "Saleh", "Yildiz",
];
const SEA_GIRLS: Names = &["Anh", "Chi", "Hoa", "Linh", "Lan", "Mai", "Mali", "Ngoc", "Thao", "Trang"];
const SEA_BOYS: Names = &["Anan", "Bao", "Duc", "Huy", "Khanh", "Long", "Minh", "Nam", "Quan", "Tuan"];
const SEA_SURNAMES: Names = &["Bui", "Dang", "Do", "Hoang", "Le", "Nguyen", "Pham", "Saetang", "Tran", "Vu"];
const AFR_GIRLS: Names =
    &["Asha", "Ayaan", "Deqa", "Fardowsa", "Hodan", "Idil", "Ifrah", "Khadija", "Sahra", "Ubah"];
const AFR_BOYS: Names =
    &["Abdi", "Bilal", "Farah", "Ibrahim", "Ismail", "Jama", "Liban", "Mahad", "Warsame", "Zakaria"];
const AFR_SURNAMES: Names = &[
    "Abdullahi",
    "Ahmed",
    "Ali",
    "Elmi",
    "Farah",
    "Hassan",
    "Ismail",
    "Mohamud",
    "Nur",
    "Osman",
    "Warsame",
    "Yusuf",
];

/// A family's origin, as a class in a town has them.
pub(crate) fn origin(r: &mut Rng) -> Origin {
    match r.below(100) {
        0..=61 => Origin::Finnish,
        62..=77 => Origin::FinlandSwedish,
        78..=84 => Origin::EasternEuropean,
        85..=90 => Origin::MiddleEastern,
        91..=94 => Origin::SouthEastAsian,
        _ => Origin::EastAfrican,
    }
}

/// A first name for a child.
pub(crate) fn child_name(r: &mut Rng, origin: Origin, presentation: Presentation) -> &'static str {
    let girl = presentation == Presentation::Girl;
    r.pick(match origin {
        Origin::Finnish if girl => FI_GIRLS,
        Origin::Finnish => FI_BOYS,
        Origin::FinlandSwedish if girl => SV_GIRLS,
        Origin::FinlandSwedish => SV_BOYS,
        other => foreign(other, girl),
    })
}

/// A first name for a grown-up.
pub(crate) fn adult_name(r: &mut Rng, origin: Origin, presentation: Presentation) -> &'static str {
    let woman = presentation == Presentation::Girl;
    r.pick(match origin {
        Origin::Finnish if woman => FI_WOMEN,
        Origin::Finnish => FI_MEN,
        Origin::FinlandSwedish if woman => SV_WOMEN,
        Origin::FinlandSwedish => SV_MEN,
        other => foreign(other, woman),
    })
}

/// A surname.
pub(crate) fn surname(r: &mut Rng, origin: Origin) -> &'static str {
    r.pick(match origin {
        Origin::Finnish => FI_SURNAMES,
        Origin::FinlandSwedish => SV_SURNAMES,
        Origin::EasternEuropean => EAST_SURNAMES,
        Origin::MiddleEastern => MID_SURNAMES,
        Origin::SouthEastAsian => SEA_SURNAMES,
        Origin::EastAfrican => AFR_SURNAMES,
    })
}

fn foreign(origin: Origin, female: bool) -> Names {
    match (origin, female) {
        (Origin::EasternEuropean, true) => EAST_GIRLS,
        (Origin::EasternEuropean, false) => EAST_BOYS,
        (Origin::MiddleEastern, true) => MID_GIRLS,
        (Origin::MiddleEastern, false) => MID_BOYS,
        (Origin::SouthEastAsian, true) => SEA_GIRLS,
        (Origin::SouthEastAsian, false) => SEA_BOYS,
        (Origin::EastAfrican, true) => AFR_GIRLS,
        (Origin::EastAfrican, false) => AFR_BOYS,
        (_, true) => FI_GIRLS,
        (_, false) => FI_BOYS,
    }
}
