//! That a translation says all of the framework and nothing else, and that it is noticed where it does not.

use std::path::Path;

use portfolio::framework::Framework;

use super::*;
use crate::framework::{editions, generate};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content/framework"))
}

fn source() -> Source {
    source::read(folder()).unwrap()
}

fn spanish() -> Translation {
    read(&folder().join("es"), "es", &source()).unwrap()
}

/// The lapses of the Spanish translation after a change of the source or of its words for mathematics.
fn lapses(change: impl FnOnce(&mut Source, &mut SubjectWords)) -> Vec<Lapse> {
    let (mut source, mut spanish) = (source(), spanish());
    change(&mut source, spanish.subjects.get_mut("mathematics").unwrap());
    spanish.of(&source).err().unwrap_or_default()
}

fn first(source: &mut Source) -> &mut Competency {
    &mut source.subjects[0].strands[0].competencies[0]
}

#[test]
fn what_is_as_it_was_translated_has_no_lapses() {
    assert_eq!(lapses(|_, _| ()), []);
}

#[test]
fn words_that_changed_since_are_noticed_and_what_needs_no_translation_is_not() {
    for change in [
        |one: &mut Competency| one.name.push('!'),
        |one: &mut Competency| one.levels[3].push('!'),
        |one: &mut Competency| one.learn[1].push('!'),
        |one: &mut Competency| one.show.made = Some("Make another one.".into()),
    ] {
        let found = lapses(|source, _| change(first(source)));
        assert!(matches!(&found[..], [Lapse::Stale { what, .. }] if what == "place-value"), "{found:?}");
    }
    assert_eq!(lapses(|source, _| first(source).code = "M.N.9".into()), []);
    assert_eq!(lapses(|source, _| first(source).interests.truncate(2)), []);
}

#[test]
fn the_fingerprint_that_is_asked_for_is_the_one_that_is_taken() {
    let found = lapses(|source, _| first(source).can = "I can say what digits are worth.".into());
    let [Lapse::Stale { of, .. }] = &found[..] else { panic!("{found:?}") };
    let after = lapses(|source, words| {
        first(source).can = "I can say what digits are worth.".into();
        words.competency.get_mut("place-value").unwrap().of = of.clone();
    });
    assert_eq!(after, []);
}

#[test]
fn what_has_no_words_and_words_of_nothing_are_noticed() {
    let renamed = lapses(|source, _| first(source).key = "worth-of-digits".into());
    assert_eq!(
        renamed,
        [Lapse::Missing("competency worth-of-digits".into()), Lapse::Unknown("competency place-value".into())]
    );
    let moved = lapses(|source, _| source.subjects[0].strands[0].code = "M.X".into());
    assert_eq!(moved, [Lapse::Missing("strand M.X".into()), Lapse::Unknown("strand M.N".into())]);
    let (source, mut spanish) = (source(), spanish());
    spanish.subjects.remove("science");
    assert_eq!(spanish.of(&source).unwrap_err(), [Lapse::Missing("science.toml".into())]);
    let interest = lapses(|source, _| source.about.interests.push("chess".into()));
    assert_eq!(interest, [Lapse::Missing("interest chess".into())]);
}

#[test]
fn lists_of_other_lengths_and_other_formats_are_noticed() {
    let what = || "place-value".to_owned();
    let longer = lapses(|_, words| words.competency.get_mut("place-value").unwrap().learn.push("Más.".into()));
    assert_eq!(longer, [Lapse::Uneven { what: what(), list: "ways to learn" }]);
    let other = lapses(|_, words| {
        let show = &mut words.competency.get_mut("place-value").unwrap().show;
        show.filmed = show.made.take();
    });
    assert_eq!(other, [Lapse::OtherFormats(what())]);
    let shorter = lapses(|_, words| words.prompts.truncate(2));
    assert_eq!(shorter, [Lapse::Uneven { what: "mathematics.toml".into(), list: "prompts" }]);
}

#[test]
fn a_translation_is_the_same_framework_in_other_words() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let built = editions(root).unwrap().into_iter().map(|edition| {
        let reading = interchange::case::read(generate(&edition).unwrap().as_bytes()).unwrap();
        assert_eq!((reading.deviations.as_slice(), reading.summary.dangling), (&[][..], 0));
        (edition.about.language, Framework::build(reading.source, None))
    });
    let [(_, english), (language, spanish)] = &built.collect::<Vec<_>>()[..] else { panic!("two languages") };
    assert_eq!(spanish.about().language.as_ref(), Some(language));
    assert_eq!(spanish.items().len(), english.items().len());
    for item in spanish.items() {
        let original = english.item(&item.id).unwrap();
        assert_eq!((&item.code, item.size, &item.keywords), (&original.code, original.size, &original.keywords));
        assert_eq!(spanish.requirement(&item.id), english.requirement(&item.id), "{:?}", item.code);
        assert_ne!(item.statement, original.statement);
        let words = |item: &portfolio::framework::Item| [item.levels.len(), item.ways.len(), item.learn.len()];
        assert_eq!(words(item), words(original), "{:?}", item.code);
    }
}
