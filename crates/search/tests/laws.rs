//! Whatever was put in, taken away, settled and opened again: the index finds what looking at every word of every document finds.

use std::collections::BTreeMap;

use proptest::prelude::*;
use search::{Hit, Index, Query, Weight, Words, fold};

/// What happens to an index.
#[derive(Clone, Debug)]
enum Act {
    Put(u8, Vec<(Weight, String)>),
    Remove(u8),
    Settle(usize),
    Reopen,
}

/// Documents by their keys.
type Documents = BTreeMap<String, Vec<(Weight, String)>>;

fn act() -> impl Strategy<Value = Act> {
    let weight = prop::sample::select(vec![Weight::Inside, Weight::Text, Weight::Label, Weight::Title]);
    let words = prop::collection::vec("[abÁ]{1,6}|ab[a-d]{2}[0-9]?", 0..5).prop_map(|words| words.join(" "));
    let texts = prop::collection::vec((weight, words), 0..4);
    prop_oneof![
        4 => (0..12_u8, texts).prop_map(|(key, texts)| Act::Put(key, texts)),
        2 => (0..12_u8).prop_map(Act::Remove),
        2 => (1..9_usize).prop_map(Act::Settle),
        1 => Just(Act::Reopen),
    ]
}

fn key(number: u8) -> String {
    format!("key-{number}")
}

/// A note in words that are looked for, too: none of them may be found.
fn note(stamp: u64) -> String {
    format!("a ab {stamp}")
}

/// Does all that, in an index and in a list.
fn done(acts: Vec<Act>) -> (Index, Documents) {
    let (mut index, mut documents) = (Index::default(), Documents::new());
    for (stamp, act) in (0..).zip(acts) {
        match act {
            Act::Put(number, texts) => {
                index.put(
                    &key(number),
                    stamp,
                    note(stamp),
                    texts.iter().map(|(weight, text)| (*weight, text.as_str())),
                );
                assert_eq!(index.stamp(&key(number)), Some(stamp));
                documents.insert(key(number), texts);
            }
            Act::Remove(number) => {
                index.remove(&key(number));
                assert_eq!(index.stamp(&key(number)), None);
                documents.remove(&key(number));
            }
            Act::Settle(words) => drop(index.settle_some(words)),
            Act::Reopen => index = reopened(index),
        }
    }
    (index, documents)
}

fn reopened(mut index: Index) -> Index {
    while !index.settle_some(3) {}
    // One that never held anything has no bytes.
    Index::open(index.bytes().to_vec()).unwrap_or_default()
}

/// The words of a document with their weights.
fn words(texts: &[(Weight, String)]) -> impl Iterator<Item = (Weight, String)> {
    let folded = texts.iter().map(|(weight, text)| (*weight, fold::words(text)));
    folded.flat_map(|(weight, text)| text.split_whitespace().map(|word| (weight, word.to_owned())).collect::<Vec<_>>())
}

/// Every way to write `term` with one typo, and `term`.
fn with_a_typo(term: &str) -> Vec<String> {
    let letters: Vec<char> = term.chars().collect();
    let mut ways = vec![letters.clone()];
    for at in 0..=letters.len() {
        for letter in ('a'..='e').chain('0'..='9') {
            ways.push([&letters[..at], &[letter], &letters[at..]].concat());
            if at < letters.len() {
                ways.push([&letters[..at], &[letter], &letters[at + 1..]].concat());
            }
        }
        if at < letters.len() {
            ways.push([&letters[..at], &letters[at + 1..]].concat());
        }
        if at + 1 < letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(at, at + 1);
            ways.push(swapped);
        }
    }
    ways.into_iter().map(|letters| letters.into_iter().collect()).collect()
}

/// What the words of a query count in each document that holds them all.
fn looked_up(documents: &Documents, query: &str) -> BTreeMap<String, u32> {
    let folded = fold::words(query);
    let mut terms: Vec<&str> = folded.split_whitespace().collect();
    terms.sort_unstable();
    terms.dedup();
    let is_known = |term: &str| documents.values().any(|texts| words(texts).any(|(_, word)| word.starts_with(term)));
    let fit = |term: &str, word: &str| {
        if word == term {
            3
        } else if word.starts_with(term) {
            2
        } else {
            let is_long = term.chars().count() >= 4 && !term.chars().any(char::is_numeric);
            let near = is_long && !is_known(term) && with_a_typo(term).iter().any(|way| word.starts_with(way.as_str()));
            u32::from(near)
        }
    };
    let place = |weight| match weight {
        Weight::Inside => 1,
        Weight::Text => 2,
        Weight::Label => 4,
        Weight::Title => 8,
    };
    let points = |texts: &[(Weight, String)], term: &str| {
        words(texts).map(|(weight, word)| place(weight) * fit(term, &word)).max().filter(|points| *points != 0)
    };
    let found = documents.iter().filter_map(|(key, texts)| {
        let points: Option<Vec<u32>> = terms.iter().map(|term| points(texts, term)).collect();
        Some((key.clone(), points?.iter().sum()))
    });
    found.filter(|_| !terms.is_empty()).collect()
}

fn found(index: &Index, query: &str) -> BTreeMap<String, u32> {
    points(index, index.find(&Query::new(query)))
}

fn points(index: &Index, hits: Vec<Hit<'_>>) -> BTreeMap<String, u32> {
    let points = |hit: Hit<'_>| {
        assert_eq!(Some(hit.note), index.stamp(hit.key).map(note).as_deref());
        (hit.key.to_owned(), hit.points)
    };
    hits.into_iter().map(points).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn it_finds_what_looking_at_every_word_finds(
        acts in prop::collection::vec(act(), 0..30),
        queries in prop::collection::vec("[abÁ]{1,5}( [abc]{1,5})?|ab[a-d]{2,3}| |", 1..6),
    ) {
        let (index, documents) = done(acts);
        let keys: Vec<&str> = documents.keys().map(String::as_str).collect();
        let mut known: Vec<&str> = index.keys().collect();
        known.sort_unstable();
        prop_assert_eq!(index.documents(), keys.len());
        prop_assert_eq!(known, keys);
        for query in queries {
            prop_assert_eq!(found(&index, &query), looked_up(&documents, &query), "{}", query);
        }
    }

    #[test]
    fn what_is_not_wanted_is_as_if_it_were_not_there(
        acts in prop::collection::vec(act(), 0..30),
        unwanted in prop::collection::btree_set((0..12_u8).prop_map(key), 0..8),
        query in "[abÁ]{1,5}( [abc]{1,5})?|ab[a-d]{2,3}",
    ) {
        let (index, mut documents) = done(acts);
        let notes: BTreeMap<String, String> =
            index.keys().map(|key| (key.to_owned(), note(index.stamp(key).unwrap()))).collect();
        let is_wanted = |key: &str, note: &str| notes[key] == note && !unwanted.contains(key);
        let found = points(&index, index.find_among(&Query::new(&query), &is_wanted));
        documents.retain(|key, _| !unwanted.contains(key));
        prop_assert_eq!(found, looked_up(&documents, &query), "{}", query);
    }

    #[test]
    fn settling_changes_nothing_but_the_bytes(acts in prop::collection::vec(act(), 0..30), query in "[ab]{1,4}") {
        let (index, documents) = done(acts);
        let before = found(&index, &query);
        let index = reopened(index);
        prop_assert_eq!(index.changes(), 0);
        prop_assert_eq!(found(&index, &query), before);
        // The bytes speak of what is here and of nothing that was: they are those of an index that never knew more.
        let mut anew = Index::default();
        for (key, texts) in &documents {
            let stamp = index.stamp(key).unwrap();
            anew.put(key, stamp, note(stamp), texts.iter().map(|(weight, text)| (*weight, text.as_str())));
        }
        while !anew.settle_some(usize::MAX) {}
        if !index.bytes().is_empty() && !documents.is_empty() {
            prop_assert_eq!(index.bytes(), anew.bytes());
        }
    }
}

#[test]
fn the_best_place_stands_out() {
    let mut index = Index::default();
    for (key, weight) in
        [("title", Weight::Title), ("label", Weight::Label), ("text", Weight::Text), ("inside", Weight::Inside)]
    {
        index.put(key, 0, "", [(weight, "Canción del río")]);
    }
    index.put("begins", 0, "", [(Weight::Title, "Riomar cancionero")]);
    let mut hits = index.find(&Query::new("rio cancion"));
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.points));
    let keys: Vec<&str> = hits.iter().map(|hit| hit.key).collect();
    assert_eq!(keys, ["title", "begins", "label", "text", "inside"]);
}

#[test]
fn words_that_were_read_one_text_after_the_other_are_those_of_all_texts() {
    let texts = [(Weight::Inside, "a river, a bridge"), (Weight::Title, "The bridge"), (Weight::Text, "bridge; arch")];
    let (mut at_once, mut in_turn) = (Index::default(), Index::default());
    at_once.put("key", 1, "note", texts);
    let mut words = Words::default();
    texts.into_iter().for_each(|(weight, text)| words.read(weight, text));
    in_turn.put_words("key", 1, "note", words);
    assert_eq!(found_points(&in_turn, "bridge"), [24]);
    while !at_once.settle_some(9) | !in_turn.settle_some(9) {}
    assert_eq!(at_once.bytes(), in_turn.bytes());
}

fn found_points(index: &Index, query: &str) -> Vec<u32> {
    index.find(&Query::new(query)).into_iter().map(|hit| hit.points).collect()
}

#[test]
fn what_is_spelled_so_in_the_trash_is_a_typo_all_the_same() {
    let mut index = Index::default();
    index.put("trashed", 0, "", [(Weight::Title, "My brigde")]);
    index.put("live", 0, "note", [(Weight::Title, "My bridge")]);
    let query = Query::new("brigde");
    let keys = |hits: Vec<Hit<'_>>| hits.into_iter().map(|hit| hit.key.to_owned()).collect::<Vec<_>>();
    assert_eq!(keys(index.find(&query)), ["trashed"]);
    assert_eq!(keys(index.find_among(&query, &|key, _| key == "live")), ["live"]);
    assert_eq!(keys(index.find_among(&query, &|_, note| !note.is_empty())), ["live"]);
}

#[test]
fn what_was_taken_away_is_not_in_the_bytes() {
    let mut index = Index::default();
    index.put("kept", 1, "", [(Weight::Text, "harmless")]);
    index.put("purged", 2, "unmentionable", [(Weight::Text, "unsayable")]);
    while !index.settle_some(1) {}
    let holds = |index: &Index, word: &str| index.bytes().windows(word.len()).any(|bytes| bytes == word.as_bytes());
    assert!(holds(&index, "unsayable") && holds(&index, "unmentionable"));
    index.remove("purged");
    while !index.settle_some(1) {}
    assert!(holds(&index, "harmless"));
    assert!(["purged", "unsayable", "unmentionable"].iter().all(|word| !holds(&index, word)));
}
