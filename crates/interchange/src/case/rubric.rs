//! Level words from CFRubrics: a criterion that names an item gives that item's words.

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
                Some(item) => found.push(LevelWords { item, words: words_of(&criterion) }),
                None => criterion.note(Kind::CriterionWithoutItem, "CFItemURI"),
            }
        }
    }
    found
}

fn words_of(criterion: &Object<'_>) -> Vec<(u8, String)> {
    let mut worded: Vec<Worded> = Vec::new();
    let levels = criterion.entries("CFRubricCriterionLevels");
    if levels.len() > MOST_LEVELS {
        criterion.note(Kind::TooManyLevels, "CFRubricCriterionLevels");
    }
    for (index, level) in levels.iter().take(MOST_LEVELS).enumerate() {
        let place = Place { list: "CFRubricCriterionLevels", index: Some(index) };
        let Some(level) = Object::of(level, LEVEL, place, criterion.notes()) else { continue };
        let Some(words) = level.text("description").or_else(|| level.text("quality")) else {
            level.note(Kind::LevelWithoutWords, "description");
            continue;
        };
        let score = level.number("score");
        if score.is_none() {
            level.note(Kind::LevelWithoutScore, "score");
        }
        let place = level.number("position").unwrap_or(index as f64);
        let level = (score, place, words.into_owned());
        let at = worded.partition_point(|other| rank(other) <= rank(&level));
        worded.insert(at, level);
    }
    let levels = if worded.iter().any(|(score, ..)| score.is_none()) {
        spread(worded.len())
    } else {
        own_levels(&worded).unwrap_or_else(|| {
            criterion.note(Kind::OtherScale, "CFRubricCriterionLevels");
            spread(worded.len())
        })
    };
    levels.into_iter().zip(worded).map(|(level, (_, _, words))| (level, words)).collect()
}

/// Score, place in the list, words.
type Worded = (Option<f64>, f64, String);

/// Lowest first: by score, by place where the file gives none.
fn rank((score, place, _): &Worded) -> f64 {
    score.unwrap_or(*place)
}

/// The scores as levels, if they are: 0 to 4 in half steps, each once.
fn own_levels(worded: &[Worded]) -> Option<Vec<u8>> {
    let levels = worded.iter().map(|(score, ..)| half_points((*score)?)).collect::<Option<Vec<u8>>>()?;
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
