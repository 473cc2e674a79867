//! Turns `locales/<language>/<place>.json` into typed functions: `t::today::title()`.
//!
//! A key that one language lacks, or whose placeholders differ, stops the build: a catalogue that compiles is complete.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::{env, fs, path::Path};

const LANGUAGES: [&str; 2] = ["en", "es"];

/// One message: plain words, or words by plural category (`one`, `many`, `other`) chosen by the number `n`.
enum Message {
    Plain(String),
    Plural(BTreeMap<String, String>),
}

type Place = BTreeMap<String, Message>;
type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=locales");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // By its relocations `cargo xtask dist` knows which function needs which.
        println!("cargo::rustc-link-arg-bin=cairn-app=--emit-relocs");
    }
    let mut code = String::new();
    for name in place_names()? {
        let places = LANGUAGES.map(|language| read_place(language, &name));
        let [english, spanish] = places;
        write_place(&mut code, &name, &english?, &spanish?)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogue.rs"), code)?;
    Ok(())
}

fn place_names() -> Result<BTreeSet<String>, Failure> {
    let mut names = BTreeSet::new();
    for language in LANGUAGES {
        for file in fs::read_dir(Path::new("locales").join(language))? {
            let path = file?.path();
            println!("cargo::rerun-if-changed={}", path.display());
            names.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
        }
    }
    Ok(names)
}

fn read_place(language: &str, name: &str) -> Result<Place, Failure> {
    let path = format!("locales/{language}/{name}.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let json: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    json.into_iter()
        .map(|(key, value)| match value {
            serde_json::Value::String(words) => Ok((key, Message::Plain(words))),
            other => Ok((key, Message::Plural(serde_json::from_value(other)?))),
        })
        .collect()
}

fn write_place(code: &mut String, name: &str, english: &Place, spanish: &Place) -> Result<(), Failure> {
    let keys: BTreeSet<_> = english.keys().chain(spanish.keys()).collect();
    writeln!(code, "/// Words of `locales/*/{name}.json`.\npub mod {name} {{")?;
    for key in keys {
        let at = format!("{name}.{key}");
        let (Some(en), Some(es)) = (english.get(key), spanish.get(key)) else {
            return Err(format!("{at} is missing in one language").into());
        };
        if in_no_order(en) != in_no_order(es) {
            return Err(format!("{at} has different placeholders in its languages").into());
        }
        write_message(code, key, en, es).map_err(|error| format!("{at}: {error}"))?;
    }
    writeln!(code, "}}")?;
    Ok(())
}

fn write_message(code: &mut String, key: &str, english: &Message, spanish: &Message) -> Result<(), Failure> {
    let names = placeholders(english);
    match (english, spanish) {
        (Message::Plain(en), Message::Plain(es)) if names.is_empty() => {
            writeln!(
                code,
                "    /// “{en}”\n    pub fn {key}() -> &'static str {{ crate::i18n::pick([{en:?}, {es:?}]) }}"
            )?;
        }
        (Message::Plain(en), Message::Plain(es)) => {
            let (parameters, pairs) = parameters(&names);
            writeln!(
                code,
                "    /// “{en}”\n    pub fn {key}({parameters}) -> String {{ crate::i18n::fill(crate::i18n::pick([{en:?}, {es:?}]), &[{pairs}]) }}"
            )?;
        }
        (Message::Plural(en), Message::Plural(es)) => {
            let others: Vec<_> = names.into_iter().filter(|name| name != "n").collect();
            let (parameters, pairs) = parameters(&others);
            let other = en.get("other").ok_or("a plural needs `other`")?;
            es.get("other").ok_or("a plural needs `other`")?;
            writeln!(
                code,
                "    /// “{other}”\n    pub fn {key}(n: usize, {parameters}) -> String {{ crate::i18n::count(n, crate::i18n::pick([{}, {}]), &[{pairs}]) }}",
                forms(en),
                forms(es)
            )?;
        }
        _ => return Err("plain in one language and plural in the other".into()),
    }
    Ok(())
}

/// The placeholders in the order in which the English words name them.
fn parameters(names: &[String]) -> (String, String) {
    let parameters = names.iter().map(|name| format!("{name}: impl ::core::fmt::Display, ")).collect();
    let pairs = names.iter().map(|name| format!("({name:?}, {name}.to_string()), ")).collect();
    (parameters, pairs)
}

fn forms(plural: &BTreeMap<String, String>) -> String {
    let pairs: String = plural.iter().map(|(category, words)| format!("({category:?}, {words:?}), ")).collect();
    format!("&[{pairs}]")
}

fn in_no_order(message: &Message) -> BTreeSet<String> {
    placeholders(message).into_iter().collect()
}

/// The names between braces, each once, in the order of the words.
fn placeholders(message: &Message) -> Vec<String> {
    let words: Vec<&String> = match message {
        Message::Plain(words) => vec![words],
        Message::Plural(forms) => forms.values().collect(),
    };
    let mut names: Vec<String> = Vec::new();
    for text in words {
        for part in text.split('{').skip(1) {
            if let Some((name, _)) = part.split_once('}')
                && !names.iter().any(|known| known == name)
            {
                names.push(name.to_owned());
            }
        }
    }
    names
}
