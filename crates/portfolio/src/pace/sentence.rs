//! Ahead, on pace or behind.

use serde::{Deserialize, Serialize};

/// What planned and done say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sentence {
    /// There is nothing to compare.
    NoDatedGoals {
        /// How many goals have no date.
        undated: usize,
    },
    /// More is done than was planned, by at least a whole step.
    Ahead {
        /// Steps done.
        done: u32,
        /// Steps planned to be done by today, begun ones counted.
        planned: u32,
    },
    /// What is done is within a step of what was planned.
    OnPace {
        /// Steps done.
        done: u32,
    },
    /// Less is done than was planned, by at least a whole step.
    Behind {
        /// Steps done.
        done: u32,
        /// Whole steps planned to be done by today.
        planned: u32,
    },
}

impl Sentence {
    /// Half a level is shown at once or not at all, so a begun step counts neither against the learner nor for them.
    pub(super) fn compare(planned: f64, done: u32) -> Self {
        // Sums of fractions miss whole numbers by less than this.
        const ROUNDING: f64 = 1e-9;
        let (whole, begun) = ((planned + ROUNDING).floor() as u32, (planned - ROUNDING).ceil().max(0.0) as u32);
        match done {
            _ if done < whole => Self::Behind { done, planned: whole },
            _ if done > begun => Self::Ahead { done, planned: begun },
            _ => Self::OnPace { done },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begun_step_counts_neither_way() {
        let says = |planned, done| Sentence::compare(planned, done);
        assert_eq!(says(0.0, 0), Sentence::OnPace { done: 0 });
        assert_eq!(says(3.4, 3), Sentence::OnPace { done: 3 });
        assert_eq!(says(3.4, 4), Sentence::OnPace { done: 4 });
        assert_eq!(says(3.4, 5), Sentence::Ahead { done: 5, planned: 4 });
        assert_eq!(says(3.4, 2), Sentence::Behind { done: 2, planned: 3 });
        assert_eq!(says(0.1 + 0.2 + 2.7, 3), Sentence::OnPace { done: 3 });
        assert_eq!(says(2.999_999_999_9, 2), Sentence::Behind { done: 2, planned: 3 });
    }
}
