//! Scales of others: ordered words that somebody else judges by. Which of them means proficient is asked once, on adopting.

use serde::{Deserialize, Serialize};

use super::Framework;
use super::source::{FrameworkSource, ItemSource};
use crate::level::Level;
use crate::rules::spread;

/// An ordered scale that is not Cairn's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// What its steps are called, the lowest first.
    pub steps: Vec<String>,
    /// The place of the step that means proficient, from 0; `None` while nobody has said. Then the levels are what the reader of the
    /// package made of the steps.
    pub proficient: Option<u8>,
}

impl Scale {
    /// A scale of which nobody has said yet which step means proficient.
    pub fn of(steps: Vec<String>) -> Self {
        Self { steps, proficient: None }
    }

    /// The level of each step if the one at `proficient` means proficient; `None` if there is no such step.
    pub fn levels(&self, proficient: u8) -> Option<Vec<Level>> {
        let place = usize::from(proficient);
        (place < self.steps.len()).then(|| spread(self.steps.len(), place))
    }
}

impl FrameworkSource {
    /// This framework with the level words of foreign scales at the levels that the learner's answers give them: of each scale, in
    /// order, which step means proficient. What nobody answered, and an answer that is no step, leaves the levels as they are.
    pub fn by_scales(mut self, proficient: &[Option<u8>]) -> Self {
        for (place, (scale, answer)) in self.scales.iter_mut().zip(proficient).enumerate() {
            let Some(levels) = answer.and_then(|answer| scale.levels(answer)) else { continue };
            scale.proficient = *answer;
            self.items.iter_mut().filter(|item| item.scale == Some(place)).for_each(|item| item.stand_at(&levels));
        }
        self
    }

    /// The answers about its scales that were given about those of another edition: scales are the same if their steps are called alike.
    pub fn answers_like(&self, other: &Framework) -> Vec<Option<u8>> {
        let known = |scale: &Scale| other.about().scales.iter().find(|known| known.steps == scale.steps)?.proficient;
        self.scales.iter().map(known).collect()
    }
}

impl ItemSource {
    /// Its level words are those of the whole scale, the lowest first.
    fn stand_at(&mut self, levels: &[Level]) {
        if self.levels.len() == levels.len() {
            self.levels.iter_mut().zip(levels).for_each(|((level, _), given)| *level = *given);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Framework;
    use crate::framework::Scale;
    use crate::framework::tests::source;
    use crate::testing::level;

    fn words(of: &[(&str, &str)]) -> Vec<(crate::Level, String)> {
        of.iter().map(|(half, words)| (level(half), (*words).to_owned())).collect()
    }

    fn told(proficient: &[Option<u8>]) -> Framework {
        let mut told = source(&["a", "b", "c"], &[]);
        let steps = ["Not yet", "Nearly", "Good", "Great", "Expert"].map(str::to_owned);
        told.scales = vec![Scale::of(steps.into()), Scale::of(vec!["No".into(), "Yes".into()])];
        told.items[0].levels = words(&[("1", "n"), ("1.5", "y"), ("2.5", "g"), ("3", "r"), ("4", "e")]);
        told.items[0].scale = Some(0);
        told.items[1].levels = words(&[("1", "no"), ("4", "yes")]);
        told.items[1].scale = Some(1);
        told.items[2].levels = words(&[("1", "own"), ("3", "own")]);
        Framework::build(told.by_scales(proficient), None)
    }

    fn levels(framework: &Framework, place: usize) -> String {
        let levels = framework.items()[place].levels.iter();
        levels.map(|(level, words)| format!("{level}{words}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_word_that_means_proficient_is_3_and_the_others_keep_their_words_and_order() {
        let framework = told(&[Some(2), Some(1)]);
        assert_eq!(levels(&framework, 0), "1n 2y 3g 3.5r 4e");
        assert_eq!(levels(&framework, 1), "1no 3yes");
        assert_eq!(levels(&framework, 2), "1own 3own", "what is on Cairn’s own scale stays");
        let about = |place: usize| framework.scale_of(&framework.items()[place]).map(|scale| scale.proficient);
        assert_eq!([about(0), about(1), about(2)], [Some(Some(2)), Some(Some(1)), None]);
    }

    #[test]
    fn an_answer_is_good_for_the_same_steps_of_another_edition() {
        let answered = told(&[Some(2), None]);
        let mut newer = source(&["a"], &[]);
        let other = Scale::of(vec!["Low".into(), "High".into()]);
        newer.scales = vec![other, Scale::of(answered.about().scales[0].steps.clone())];
        assert_eq!(newer.answers_like(&answered), [None, Some(2)]);
    }

    #[test]
    fn without_an_answer_the_levels_stay_as_they_were_read() {
        for proficient in [&[][..], &[None, None], &[Some(9), Some(2)]] {
            let framework = told(proficient);
            assert_eq!(levels(&framework, 0), "1n 1.5y 2.5g 3r 4e");
            assert_eq!(levels(&framework, 1), "1no 4yes");
            assert!(framework.about().scales.iter().all(|scale| scale.proficient.is_none()));
        }
    }
}
