//! Times the search of customers at 100,000 customers with an order each, as typed letter by letter.
//!
//! `cargo run --release -p store --example bench_search [customers]` prints one JSON object
//! `{"name", "customers", "searches", "p50_ms", "p99_ms", "worst_ms", "worst"}`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, clippy::print_stderr)]

use std::time::Instant as Stopwatch;

use domain::customer::CustomerFields;
use domain::{Action, Instant};
use store::{Acted, Actor, Store, StoreError, StoreKeys, customers, orders};
use vault::RootKey;

const LAST: &str = "Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen \
    Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen Salo Laitinen Tuominen Rantanen \
    Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala Leppänen Kallio Väisänen Hiltunen Leinonen \
    Miettinen Pitkänen Aaltonen Manninen Hakala Koivisto Anttila Laaksonen Hirvonen Räsänen Lehto Laakso Toivonen \
    Aalto Rantala Mustonen Hänninen Nurmi Aho Seppälä Johansson Lindström Karlsson Nyman Öhman Åberg Äijälä Wirtanen \
    Kettunen Partanen Pulkkinen Lappalainen Nurminen Huttunen Kauppinen Peltonen Koskela Eskola Ikonen Halonen";
const FIRST: &str = "Maria Helena Johanna Anneli Kaarina Marjatta Anna Liisa Sofia Hannele Elina Aino Sanna Minna \
    Pirjo Ritva Tiina Katja Heidi Emma Venla Ella Juhani Johannes Olavi Antero Tapani Kalevi Tapio Matti Mikael \
    Mikko Antti Janne Petri Jukka Ville Eino Väinö Leo Onni Toivo Åke Örjan Kaarlo Sami Jari Timo Pekka Heikki";

/// A small generator of even numbers, seeded, so that two runs time the same searches.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    /// Few names are borne by many.
    fn name<'a>(&mut self, names: &[&'a str]) -> &'a str {
        let bound = 1 + self.below(names.len());
        names[self.below(bound)]
    }
}

fn main() {
    let count: usize = std::env::args().nth(1).map_or(100_000, |text| text.parse().unwrap());
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(dir.path(), &StoreKeys::derive(&RootKey::make_random())).unwrap();
    let (last, first): (Vec<&str>, Vec<&str>) =
        (LAST.split_whitespace().collect(), FIRST.split_whitespace().collect());
    let mut dice = Dice(2026);
    let people: Vec<CustomerFields> = (0..count)
        .map(|place| {
            let (last_name, first_name) = (dice.name(&last).to_owned(), dice.name(&first).to_owned());
            CustomerFields {
                email: format!(
                    "{}.{}{place}@posti.example",
                    first_name.to_lowercase(),
                    last_name.to_lowercase()
                ),
                phone: format!("0{} {:07}", 40 + 10 * dice.below(2) + dice.below(6), dice.below(10_000_000)),
                last_name,
                first_name,
                country: "FI".to_owned(),
                ..CustomerFields::default()
            }
        })
        .collect();
    let actor = Actor { machine: "bench".to_owned(), at: Instant(1_788_416_100_000) };
    for part in people.chunks(20_000) {
        store
            .transact(&actor, |tx| -> Result<_, StoreError> {
                for id in customers::insert_many(tx, part)? {
                    orders::insert(tx, 2026, id, "", &[])?;
                }
                Ok(Acted::new((), Action::CustomerCreated))
            })
            .unwrap();
    }

    eprintln!("{count} customers stored");
    let mut searches = vec![String::new()];
    for _ in 0..150 {
        let person = &people[dice.below(people.len())];
        let number = format!("2026-{:04}", 1 + dice.below(count));
        let names = if dice.below(2) == 0 {
            format!("{} {}", person.last_name, person.first_name)
        } else {
            format!("{} {}", person.first_name, person.last_name)
        };
        for typed in [names, person.phone.clone(), person.email.clone(), number] {
            let letters: Vec<char> = typed.chars().collect();
            searches.extend((1..=letters.len()).map(|end| letters[..end].iter().collect::<String>()));
        }
    }
    let find = |search: &str| store.read(|tx| customers::list(tx, search, None, 50)).unwrap();
    for search in searches.iter().step_by(7) {
        find(search);
    }
    let mut times: Vec<(f64, &str)> = searches
        .iter()
        .map(|search| {
            let begun = Stopwatch::now();
            find(search);
            (begun.elapsed().as_secs_f64() * 1_000.0, search.as_str())
        })
        .collect();
    times.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].0;
    let (worst, text) = times[times.len() - 1];
    println!(
        "{{\"name\": \"customer search p99\", \"customers\": {count}, \"searches\": {}, \"p50_ms\": {:.2}, \
         \"p99_ms\": {:.2}, \"worst_ms\": {worst:.2}, \"worst\": {text:?}}}",
        times.len(),
        at(50),
        at(99),
    );
    if std::env::var_os("BENCH_SLOWEST").is_some() {
        for (time, search) in times.iter().rev().step_by(5).take(30) {
            println!("{time:8.2} ms  {search:?}");
        }
    }
}
