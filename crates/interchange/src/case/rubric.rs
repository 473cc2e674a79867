//! Level words from CFRubrics: a criterion that names an item gives that item's words.

use std::borrow::Cow;

use super::deviation::{Kind, Notes};
use super::extension::half_points;
use super::members::{Link, Object, Place};
use crate::json::Json;

const RUBRIC: &[&str] =
    &["identifier", "uri", "title", "description", "lastChangeDateTime", "CFRubricCriteria", "extensions"];

const CRITERION: &[&str] = &[
    "identifier",
    "uri",
    "category",
    "description",
    "CFItemURI",
    "weight",
    "position",
    "rubricId",
    "lastChangeDateTime",
    "CFRubricCriterionLevels",
    "extensions",
];

const LEVEL: &[&str] = &[
    "identifier",
    "uri",
    "description",
    "quality",
    "score",
    "feedback",
    "position",
    "rubricCriterionId",
    "lastChangeDateTime",
    "extensions",
];

/// How many level words an item may have. Real scales have three to seven words; several criteria add up.
pub(super) const MOST_LEVELS: usize = 64;

/// One item's level words, lowest level first; levels in half-points 0..=8.
#[derive(Debug)]
pub(super) struct LevelWords {
    pub(super) item: Link,
    pub(super) words: Vec<(u8, String)>,
    /// What the steps of its scale are called, where that is not Cairn's own.
    pub(super) scale: Option<Vec<String>>,
}

/// Every criterion of every rubric that names an item, in the order of the file.
pub(super) fn level_words<'j>(rubrics: &'j [Json<'j>], notes: &'j Notes) -> Vec<LevelWords> {
    let mut found = Vec::new();
    for (index, rubric) in rubrics.iter().enumerate() {
        let place = Place { list: "CFRubrics", index: Some(index) };
        let Some(rubric) = Object::of(rubric, RUBRIC, place, notes) else { continue };
        rubric.expect_changed();
        for (index, criterion) in rubric.entries("CFRubricCriteria").iter().enumerate() {
            let place = Place { list: "CFRubricCriteria", index: Some(index) };
            let Some(criterion) = Object::of(criterion, CRITERION, place, notes) else { continue };
            match criterion.link("CFItemURI") {
                Some(item) => {
                    let (words, scale) = words_of(&criterion);
                    found.push(LevelWords { item, words, scale });
                }
                None => criterion.note(Kind::CriterionWithoutItem, "CFItemURI"),
            }
        }
    }
    found
}

/// The words with their levels, and the names of the steps of a scale of others.
fn words_of(criterion: &Object<'_>) -> (Vec<(u8, String)>, Option<Vec<String>>) {
    let mut worded: Vec<Worded> = Vec::new();
    let levels = criterion.entries("CFRubricCriterionLevels");
    if levels.len() > MOST_LEVELS {
        criterion.note(Kind::TooManyLevels, "CFRubricCriterionLevels");
    }
    for (index, level) in levels.iter().take(MOST_LEVELS).enumerate() {
        let place = Place { list: "CFRubricCriterionLevels", index: Some(index) };
        let Some(level) = Object::of(level, LEVEL, place, criterion.notes()) else { continue };
        let quality = level.text("quality").map(|quality| quality.trim().to_owned());
        let Some(words) = level.text("description").map(Cow::into_owned).or_else(|| quality.clone()) else {
            level.note(Kind::LevelWithoutWords, "description");
            continue;
        };
        let score = level.number("score");
        if score.is_none() {
            level.note(Kind::LevelWithoutScore, "score");
        }
        let place = level.number("position").unwrap_or(index as f64);
        let level = Worded { score, place, quality, words };
        let at = worded.partition_point(|other| other.rank() <= level.rank());
        worded.insert(at, level);
    }
    let own = own_levels(&worded);
    let scale = (own.is_none() && worded.len() > 1).then(|| worded.iter().zip(1..).map(Worded::name).collect());
    let levels = own.unwrap_or_else(|| {
        if worded.iter().all(|level| level.score.is_some()) {
            criterion.note(Kind::OtherScale, "CFRubricCriterionLevels");
        }
        spread(worded.len())
    });
    (levels.into_iter().zip(worded).map(|(level, worded)| (level, worded.words)).collect(), scale)
}

/// One level as the file words it.
struct Worded {
    score: Option<f64>,
    /// Its place in the list.
    place: f64,
    /// What the step is called.
    quality: Option<String>,
    words: String,
}

impl Worded {
    /// Lowest first: by score, by place where the file gives none.
    fn rank(&self) -> f64 {
        self.score.unwrap_or(self.place)
    }

    /// What the step is called: by its quality, else by its score, else by its number from the lowest.
    fn name((worded, number): (&Self, usize)) -> String {
        let by_score = || worded.score.map(|score| score.to_string());
        worded.quality.clone().or_else(by_score).unwrap_or_else(|| number.to_string())
    }
}

/// The scores as levels, if they are: 0 to 4 in half steps, each once.
fn own_levels(worded: &[Worded]) -> Option<Vec<u8>> {
    let levels = worded.iter().map(|level| half_points(level.score?)).collect::<Option<Vec<u8>>>()?;
    let distinct = levels.windows(2).all(|pair| matches!(pair, [one, other] if one < other));
    distinct.then_some(levels)
}

/// Levels for the words of another scale, lowest first: spread evenly over 1 to 4, each rounded down to a half step,
/// in half-points. A single word means proficient. With more than seven words neighbours share a level.
fn spread(count: usize) -> Vec<u8> {
    match count {
        0 => Vec::new(),
        1 => vec![6],
        _ => (0..count).map(|index| 2 + u8::try_from(6 * index / (count - 1)).unwrap_or(6)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worded(scores: &[Option<f64>]) -> Vec<Worded> {
        let of = |score: &Option<f64>| Worded { score: *score, place: 0.0, quality: None, words: String::new() };
        scores.iter().map(of).collect()
    }

    #[test]
    fn scores_are_levels_or_they_are_not() {
        assert_eq!(own_levels(&worded(&[Some(0.0), Some(2.5), Some(4.0)])), Some(vec![0, 5, 8]));
        assert_eq!(own_levels(&worded(&[Some(1.0), Some(1.0)])), None, "each once");
        assert_eq!(own_levels(&worded(&[Some(1.0), Some(60.0)])), None);
        assert_eq!(own_levels(&worded(&[Some(1.0), None])), None);
    }

    #[test]
    fn another_scale_is_spread_over_one_to_four() {
        assert_eq!(spread(0), [0_u8; 0]);
        assert_eq!(spread(1), [6]);
        assert_eq!(spread(2), [2, 8]);
        assert_eq!(spread(3), [2, 5, 8]);
        assert_eq!(spread(4), [2, 4, 6, 8]);
        assert_eq!(spread(5), [2, 3, 5, 6, 8]);
        assert_eq!(spread(9), [2, 2, 3, 4, 5, 5, 6, 7, 8]);
    }
}
