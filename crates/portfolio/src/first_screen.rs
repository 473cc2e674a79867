//! What the first place shows of a portfolio, as values: it is worked out once, and can be kept and shown at the next start, before
//! the portfolio itself is read. Words of a language are not in it, so that it can be shown in another one.

mod due;
mod recent;
mod steps;
mod week;

use serde::{Deserialize, Serialize};

use crate::framework::Frameworks;
use crate::model::Portfolio;

pub use due::{Due, due};
pub use recent::{Recent, Sight, recent};
pub use steps::{Because, Step, because, steps};
pub use week::{Promise, ThisWeek, this_week};

/// What the first place shows. Each part can be worked out alone: of ten years of work one alone takes some milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstScreen {
    /// The learner's name; may be empty.
    pub name: String,
    /// Whether there is a framework to take steps in.
    pub has_framework: bool,
    /// The week that it is.
    pub week: ThisWeek,
    /// What could be next, best first.
    pub steps: Vec<Step>,
    /// The goals whose dates are near, by date.
    pub due: Vec<Due>,
    /// The pieces added last, the latest first.
    pub recent: Vec<Recent>,
}

impl FirstScreen {
    /// Whose it is, with nothing worked out yet.
    pub fn begin(portfolio: &Portfolio, frameworks: &Frameworks) -> Self {
        let has_framework = frameworks.iter().next().is_some();
        Self { name: portfolio.learner().name.clone(), has_framework, ..Self::default() }
    }

    /// Whether there is nothing in it that a learner said or did.
    pub fn says_nothing(&self) -> bool {
        self.name.is_empty() && !self.has_framework && self.recent.is_empty()
    }
}
