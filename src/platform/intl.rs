//! Dates, numbers and plurals in the learner's language, by the browser's own `Intl`.
//!
//! `tag` is a BCP 47 language tag. What is not one (a system may say "C") counts as English, because `Intl` throws at it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use js_sys::{Array, Date, Object};
use wasm_bindgen::{JsCast as _, JsValue};

use super::bindings::{self, DateTimeFormat, ListFormat, NumberFormat, PluralRules, Segment, Segmenter};
use super::{clock, globals};

const FALLBACK: &str = "en";

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// "Monday 3 May 2027"
    Full,
    /// "3 May 2027"
    Long,
    /// "3 May 2027", shortened where the language does
    Medium,
    /// "03/05/2027"
    Short,
}

impl DateStyle {
    fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Long => "long",
            Self::Medium => "medium",
            Self::Short => "short",
        }
    }
}

/// The languages the person prefers, best first, as valid tags.
pub fn preferred_languages() -> Vec<String> {
    let Ok(window) = globals::window() else { return Vec::new() };
    let tags = window.navigator().languages();
    tags.iter().filter_map(|tag| canonical(&tag.as_string()?)).collect()
}

/// `tag` in its canonical spelling, or `None` if it is not a language tag.
pub fn canonical(tag: &str) -> Option<String> {
    bindings::canonical_locales(tag).ok()?.get(0).as_string()
}

/// A date of the calendar.
pub fn date(tag: &str, date: NaiveDate, style: DateStyle) -> String {
    // Formatted in UTC at UTC midnight, so that no time zone can move it to a neighbouring day.
    let options = [("dateStyle", style.name()), ("timeZone", "UTC")];
    format_date(tag, &options, &midnight(date)).unwrap_or_else(|| date.to_string())
}

/// A month of a year: "May 2027".
pub fn month(tag: &str, date: NaiveDate) -> String {
    let options = [("year", "numeric"), ("month", "short"), ("timeZone", "UTC")];
    format_date(tag, &options, &midnight(date)).unwrap_or_else(|| date.format("%Y-%m").to_string())
}

/// A day of the week: "Monday".
pub fn weekday(tag: &str, weekday: Weekday) -> String {
    // Any week will do.
    let day = NaiveDate::from_isoywd_opt(2024, 1, weekday);
    let text = day.and_then(|day| format_date(tag, &[("weekday", "long"), ("timeZone", "UTC")], &midnight(day)));
    text.unwrap_or_else(|| weekday.to_string())
}

/// The local time of day of an instant: "10:42".
pub fn time(tag: &str, instant: DateTime<Utc>) -> String {
    let text = format_date(tag, &[("timeStyle", "short")], &clock::date(instant));
    text.unwrap_or_else(|| instant.format("%H:%M").to_string())
}

/// A count.
pub fn number(tag: &str, n: usize) -> String {
    // Counts are far below 2^53.
    decimal(tag, n as f64, 0)
}

/// A number with at most `digits` digits after the point.
pub fn decimal(tag: &str, value: f64, digits: u8) -> String {
    let name = digits.to_string();
    let formatter = cached(&NUMBER, tag, &name, |tag| {
        let options = globals::options(&[("maximumFractionDigits", JsValue::from(digits))]);
        NumberFormat::new(tag, &options).ok()
    });
    let text = formatter.and_then(|formatter| formatter.format(value).ok());
    text.unwrap_or_else(|| format!("{value:.*}", usize::from(digits)))
}

/// A share between 0 and 1 in whole per cent.
pub fn percent(tag: &str, share: f64) -> String {
    let formatter =
        cached(&NUMBER, tag, "percent", |tag| NumberFormat::new(tag, &options(&[("style", "percent")])).ok());
    let text = formatter.and_then(|formatter| formatter.format(share).ok());
    text.unwrap_or_else(|| format!("{:.0}%", share * 100.0))
}

/// An amount of data in the unit that leaves at most three digits: "214 kB", "1.2 GB" (powers of a thousand).
pub fn bytes(tag: &str, bytes: u64) -> String {
    const UNITS: [&str; 5] = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
    // Three digits are shown.
    let mut amount = bytes as f64;
    let mut units = UNITS.iter();
    let mut unit = units.next().copied().unwrap_or_default();
    // From 999.5 on the rounded number would have four digits.
    while amount >= 999.5
        && let Some(larger) = units.next()
    {
        amount /= 1000.0;
        unit = larger;
    }
    let digits = u8::from(amount < 9.95 && unit != "byte");
    let name = format!("{unit}{digits}");
    let formatter = cached(&NUMBER, tag, &name, |tag| {
        // Written short, "byte" has no plural.
        let display = if unit == "byte" { "long" } else { "short" };
        let entries = [("style", "unit"), ("unit", unit), ("unitDisplay", display)];
        let mut entries: Vec<_> = entries.map(|(key, value)| (key, JsValue::from_str(value))).into();
        entries.push(("maximumFractionDigits", JsValue::from(digits)));
        NumberFormat::new(tag, &globals::options(&entries)).ok()
    });
    let text = formatter.and_then(|formatter| formatter.format(amount).ok());
    text.unwrap_or_else(|| format!("{amount:.*} {unit}", usize::from(digits)))
}

/// The plural category of a count in the language: "zero", "one", "two", "few", "many" or "other".
pub fn plural_category(tag: &str, n: usize) -> &'static str {
    let rules = cached(&PLURAL, tag, "", |tag| PluralRules::new(tag).ok());
    // Counts are far below 2^53.
    let category = rules.and_then(|rules| rules.select(n as f64).ok());
    match category.as_deref() {
        Some("zero") => "zero",
        Some("one") => "one",
        Some("two") => "two",
        Some("few") => "few",
        Some("many") => "many",
        _ => "other",
    }
}

/// Things in a row, joined as the language does: "maths, art and music".
pub fn list<T: AsRef<str>>(tag: &str, items: &[T]) -> String {
    let formatter = cached(&LIST, tag, "", |tag| ListFormat::new(tag, &options(&[("type", "conjunction")])).ok());
    let array: Array = items.iter().map(|item| JsValue::from_str(item.as_ref())).collect();
    let text = formatter.and_then(|formatter| formatter.format(&array).ok());
    text.unwrap_or_else(|| items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
}

/// How many words a text has, as the language tells them apart; `None` where the browser does not.
pub fn words(tag: &str, text: &str) -> Option<usize> {
    let segmenter = cached(&SEGMENTER, tag, "", |tag| Segmenter::new(tag, &options(&[("granularity", "word")])).ok())?;
    let segments = js_sys::try_iter(&segmenter.segment(text).ok()?).ok()??;
    let is_word = |segment: &JsValue| segment.unchecked_ref::<Segment>().is_word_like() == Some(true);
    Some(segments.filter_map(Result::ok).filter(is_word).count())
}

fn format_date(tag: &str, entries: &[(&str, &str)], date: &Date) -> Option<String> {
    let name = entries.iter().map(|(key, value)| format!("{key}={value};")).collect::<String>();
    let formatter = cached(&DATE, tag, &name, |tag| DateTimeFormat::new(tag, &options(entries)).ok());
    formatter?.format(date).ok()
}

fn midnight(date: NaiveDate) -> Date {
    // Milliseconds of our era lie below 2^53.
    Date::new(&(f64::from(date.num_days_from_ce() - UNIX_EPOCH_FROM_CE) * DAY_IN_MILLISECONDS as f64).into())
}

/// The days from 1 January of year 1 to 1 January 1970.
const UNIX_EPOCH_FROM_CE: i32 = 719_163;
const DAY_IN_MILLISECONDS: u64 = 86_400_000;

fn options(entries: &[(&str, &str)]) -> Object {
    let entries: Vec<_> = entries.iter().map(|(name, value)| (*name, JsValue::from_str(value))).collect();
    globals::options(&entries)
}

/// Making a formatter costs far more than using it, so each is made once: by language tag and options.
type Cache<T> = RefCell<HashMap<(String, String), Rc<T>>>;

thread_local! {
    static DATE: Cache<DateTimeFormat> = RefCell::default();
    static NUMBER: Cache<NumberFormat> = RefCell::default();
    static PLURAL: Cache<PluralRules> = RefCell::default();
    static LIST: Cache<ListFormat> = RefCell::default();
    static SEGMENTER: Cache<Segmenter> = RefCell::default();
}

fn cached<T>(
    cache: &'static std::thread::LocalKey<Cache<T>>,
    tag: &str,
    options: &str,
    make: impl Fn(&str) -> Option<T>,
) -> Option<Rc<T>> {
    cache.with_borrow_mut(|made| {
        let key = (tag.to_owned(), options.to_owned());
        if let Some(formatter) = made.get(&key) {
            return Some(Rc::clone(formatter));
        }
        let formatter = Rc::new(make(tag).or_else(|| make(FALLBACK))?);
        made.insert(key, Rc::clone(&formatter));
        Some(formatter)
    })
}
