//! Searching customers as somebody types: letter by letter, among many with an order each.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, ensure};
use domain::customer::CustomerFields;
use domain::{Action, Language};
use register::RegisterError;
use serde_json::{Value, json};
use store::customers::NameOrder;
use store::{Acted, customers, orders};
use synthetic::customers::InventedCustomer;
use synthetic::rng::Rng;

use crate::studio;

const SEED: u64 = 2026;
const YEAR: i16 = 2026;
/// Customers who are looked for, each by name, phone, e-mail and order number.
const LOOKED_FOR: usize = 150;
/// Rows of the list that the window asks for.
const PAGE: u32 = 50;

/// Times every search that is sent while the texts are typed.
pub fn search(data: &Path, count: usize) -> anyhow::Result<Value> {
    let register = studio::make(data)?;
    let people = synthetic::customers::customers(SEED, count);
    for part in people.chunks(20_000) {
        let fields: Vec<CustomerFields> = part.iter().map(fields).collect();
        register.transact(|tx| -> Result<_, RegisterError> {
            for id in customers::insert_many(tx, &fields)? {
                orders::insert(tx, YEAR, id, "", &[])?;
            }
            Ok(Acted::new((), Action::CustomerCreated))
        })?;
    }

    let texts = texts(&people);
    let find = |search: &str| register.customer_search(search, NameOrder::Ascending, None, PAGE);
    for text in &texts {
        ensure!(!find(text)?.rows.is_empty(), "nobody is found by a whole text");
    }
    let searches = typed(&texts);
    for search in searches.iter().step_by(7) {
        find(search)?;
    }
    let mut times = Vec::with_capacity(searches.len());
    for search in &searches {
        let begun = Instant::now();
        find(search)?;
        times.push((begun.elapsed().as_secs_f64() * 1_000.0, search.as_str()));
    }
    times.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = |percent: usize| times.get(times.len().saturating_sub(1) * percent / 100).map(|time| time.0);
    let (worst, text) = times.last().context("nothing was searched")?;
    Ok(json!({
        "customers": count,
        "searches": times.len(),
        "p50_ms": at(50),
        "p99_ms": at(99),
        "worst_ms": worst,
        "worst": text,
    }))
}

fn fields(person: &InventedCustomer) -> CustomerFields {
    CustomerFields {
        last_name: person.last_name.clone(),
        first_name: person.first_name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        street: person.street.clone(),
        postal_code: person.postal_code.clone(),
        town: person.town.clone(),
        country: "FI".to_owned(),
        language: Language::from_code(person.language).unwrap_or(Language::Finnish),
        note: String::new(),
    }
}

/// By what some of the customers are looked for: their names in either order, phone, e-mail; and order numbers.
fn texts(people: &[InventedCustomer]) -> Vec<String> {
    let mut random = Rng::branch(SEED, "searches");
    let mut texts = Vec::new();
    for _ in 0..LOOKED_FOR {
        let Some(person) = people.get(random.below(people.len())) else { break };
        let number = format!("{YEAR}-{:04}", 1 + random.below(people.len()));
        let names = if random.chance(50) {
            format!("{} {}", person.last_name, person.first_name)
        } else {
            format!("{} {}", person.first_name, person.last_name)
        };
        texts.extend([names, person.phone.clone(), person.email.clone(), number]);
    }
    texts
}

/// Every beginning of every text, the empty one first.
fn typed(texts: &[String]) -> Vec<String> {
    let mut searches = vec![String::new()];
    for text in texts {
        let letters: Vec<char> = text.chars().collect();
        searches.extend((1..=letters.len()).map(|end| letters.iter().take(end).collect::<String>()));
    }
    searches
}
