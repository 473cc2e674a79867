//! Ten years of work by the thousand, for tests and measurements of size: the words are put together by chance that comes out
//! the same each time.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use portfolio::model::Facts;

use super::media::chance::Chance;
use super::media::{SMALL, small_picture};
use super::story::{About, Artifact, Goal, Learner, Pathway, Piece, Rhythm, Story};
use crate::framework::source::{About as Title, Competency, Need, Show, Size, Source, Strand, Subject};

/// Pieces of evidence in ten years.
pub const PIECES: usize = 10_000;

/// Of how many pieces one has a file.
const FILES: usize = 2;

/// Goals on the pathway, one due each week from today on.
const GOALS: u64 = 40;

const SUBJECTS: [&str; 8] =
    ["Mathematics", "Language", "Science", "Computing", "Arts", "Community", "Wellbeing", "Making"];
const STRANDS: [&str; 5] = ["Finding out", "Making", "Explaining", "Working together", "Going further"];
const VERBS: [&str; 5] = ["describe", "compare", "plan", "explain", "improve"];
const THINGS: [&str; 5] =
    ["a map of a place I know", "a machine that moves", "a story with a turn", "a fair test", "a tune"];
const PLACES: [&str; 6] =
    ["at the canal", "in the garden", "at the market", "in the workshop", "at home", "in the hall"];
const SENTENCES: [&str; 12] = [
    "I began with a sketch and changed it twice.",
    "The first try did not hold, so I looked for the weakest place.",
    "We measured three times and took the middle one.",
    "What I had expected did not happen.",
    "Somebody who had never seen it could use it.",
    "I left out what nobody needed.",
    "The numbers are in the table.",
    "It took longer than I had planned.",
    "I asked two people and they disagreed.",
    "The reason is that one thing was changed and not the other.",
    "Next time I would start with the end.",
    "It still works.",
];

/// A thousand competencies in one framework, each after the one before it in its strand.
pub fn framework(title: &Title) -> Source {
    let about = Title { title: "Ten years of learning".to_owned(), ..title.clone() };
    let subjects = (1..).zip(SUBJECTS).map(|(place, name)| subject(place, name, &about)).collect();
    Source { about, subjects, original: None }
}

fn subject(place: usize, name: &str, about: &Title) -> Subject {
    let code = format!("T{place}");
    let strands = (1..).zip(STRANDS).map(|(strand, name)| self::strand(&code, strand, name, about)).collect();
    let says = format!("{name}, from first steps to deep water.");
    let prompts = vec![format!("What does {name} look like from here?")];
    Subject { name: name.to_owned(), code, says, prompts, strands }
}

fn strand(subject: &str, place: usize, name: &str, about: &Title) -> Strand {
    let code = format!("{subject}.{place}");
    let pairs = THINGS.iter().flat_map(|thing| VERBS.iter().map(move |verb| (*verb, *thing)));
    let mut competencies: Vec<Competency> = Vec::new();
    for (place, (verb, thing)) in (1..).zip(pairs) {
        let needs = competencies.last().map(|before| Need::One(before.key.clone()));
        let interests = [place, place + 7].map(|at| about.interests.get(at % about.interests.len()).cloned());
        competencies.push(Competency {
            key: format!("{code}.{place}").to_lowercase(),
            code: format!("{code}.{place}"),
            name: format!("To {verb} {thing}"),
            can: format!("I can {verb} {thing}."),
            size: [Size::Small, Size::Medium, Size::Large].get(place % 3).copied().unwrap_or_default(),
            interests: interests.into_iter().flatten().collect(),
            needs: needs.into_iter().collect(),
            levels: [
                "It is begun with help.",
                "A simple case is done alone.",
                "It is done whole and explained.",
                "It is carried into a new place.",
            ]
            .map(str::to_owned),
            show: Show {
                written: Some(format!("Write how you {verb} {thing}.")),
                filmed: Some(format!("Film how you {verb} {thing}.")),
                ..Show::default()
            },
            learn: vec!["Watch somebody who can.".to_owned(), "Try it three times.".to_owned()],
        });
    }
    Strand { code, name: name.to_owned(), says: format!("{name}, step by step."), competencies }
}

/// Ten years of school days with so many pieces about the competencies of `framework`.
pub fn story(framework: &Source, pieces: usize) -> Story {
    let keys: Vec<&str> = framework.competencies().map(|competency| competency.key.as_str()).collect();
    let begins = NaiveDate::from_ymd_opt(2016, 9, 5).unwrap_or_default();
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    let days: Vec<NaiveDate> = begins.iter_days().take_while(|day| *day <= today).filter(is_school_day).collect();
    let mut chance = Chance::new(2026);
    let pieces = (0..pieces)
        .filter_map(|place| {
            // Later work is about later competencies, with a look back now and then.
            let day = days.get(place * days.len() / pieces)?;
            let reach = (place * keys.len() / pieces).max(20);
            let shown = 2 + place % 2;
            let claimed: Vec<&str> =
                (0..shown).filter_map(|_| keys.get(reach.saturating_sub(chance.below(20))).copied()).collect();
            Some(piece(place, *day, &claimed, &mut chance))
        })
        .collect();
    Story { learner: learner(&keys, begins, today), pieces, rhythm: Rhythm::default() }
}

fn is_school_day(day: &NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !matches!(day.month(), 7 | 8)
}

fn learner(keys: &[&str], begins: NaiveDate, today: NaiveDate) -> Learner {
    let chosen = today - Days::new(300);
    let goals = keys
        .iter()
        .rev()
        .step_by(5)
        .zip(0..GOALS)
        .map(|(key, week)| {
            let due = Some(today + Days::new(week * 7));
            Goal { key: (*key).to_owned(), chosen, due, aim: 3.0, moved: None }
        })
        .collect();
    Learner {
        name: "Robin Vale".to_owned(),
        interests: vec!["animals".to_owned(), "maps".to_owned(), "music".to_owned()],
        begins,
        today,
        placed: keys.iter().skip(10).step_by(125).map(|key| (*key).to_owned()).collect(),
        pathways: vec![Pathway { goals, ..Pathway::default() }],
    }
}

fn piece(place: usize, date: NaiveDate, claimed: &[&str], chance: &mut Chance) -> Piece {
    let thing = chance.one_of(&THINGS).copied().unwrap_or_default();
    let at = chance.one_of(&PLACES).copied().unwrap_or_default();
    let mut level = || [1.5, 2.0, 2.5, 3.0, 3.5].get(chance.below(5)).copied().unwrap_or(2.0);
    let claims = claimed.iter().map(|key| ((*key).to_owned(), level())).collect();
    let file = || Artifact::File {
        file: format!("sketch-{place:05}.png"),
        caption: format!("Number {place}"),
        alt: "A sketch of bars in three colours".to_owned(),
    };
    Piece {
        about: About {
            title: format!("On {thing} {at}, number {}", place + 1),
            date,
            claims,
            artifacts: place.is_multiple_of(FILES).then(file).into_iter().collect(),
            ..About::default()
        },
        text: sentences(chance, 6),
        reflection: sentences(chance, 2),
    }
}

fn sentences(chance: &mut Chance, count: usize) -> String {
    let said: Vec<&str> = (0..count).filter_map(|_| chance.one_of(&SENTENCES).copied()).collect();
    said.join(" ")
}

/// What is known of each file.
pub const FACTS: Facts = Facts { width: Some(SMALL.0 as u64), height: Some(SMALL.1 as u64), ms: None, pages: None };

/// The bytes of the file `name`, a small picture that is different for each.
pub fn file(name: &str) -> Vec<u8> {
    let number: u64 = name
        .chars()
        .filter(char::is_ascii_digit)
        .fold(0, |number, digit| number.wrapping_mul(10).wrapping_add(digit.to_digit(10).unwrap_or(0).into()));
    small_picture(number)
}
