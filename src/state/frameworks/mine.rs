//! The learner's own competencies: from what they wrote to a framework like any other.

use std::sync::Arc;

use portfolio::framework::FrameworkSource;
use portfolio::model::{Own, OwnWords};
use portfolio::{EntityId, Framework, Frameworks, Intent, ItemId};

use crate::i18n::t;
use crate::parts::apart;
use crate::state::{AppState, Refused};

/// What they wrote, made ready.
#[derive(Clone, Default)]
pub struct Mine {
    /// What it was made of.
    told: Vec<Own>,
    title: &'static str,
    in_use: Arc<Framework>,
    put_away: Arc<Framework>,
}

impl Mine {
    /// These frameworks and what the learner wrote.
    pub fn join(&self, others: Frameworks) -> Frameworks {
        others.with_own(Arc::clone(&self.in_use), Arc::clone(&self.put_away))
    }

    fn is_of(&self, told: &[Own], title: &str) -> bool {
        self.told == told && (told.is_empty() || self.title == title)
    }
}

apart! {
    fn made in case(told: Vec<Own>, title: &'static str) -> Mine {
        let (in_use, put_away): (Vec<&Own>, Vec<&Own>) = told.iter().partition(|own| own.standing.is_live());
        let framework = |own: Vec<&Own>| Arc::new(Framework::build(FrameworkSource::mine(title, own), None));
        let (in_use, put_away) = (framework(in_use), framework(put_away));
        Mine { told, title, in_use, put_away }
    }
}

impl AppState {
    /// Writes a competency of one's own, or writes one anew, and waits until all places know it.
    ///
    /// # Errors
    /// [`Refused`]: nothing was changed.
    pub async fn keep_own(self, competency: Option<ItemId>, words: OwnWords) -> Result<ItemId, Refused> {
        let intent = match &competency {
            Some(competency) => Intent::RewriteOwn { competency: competency.clone(), words },
            None => Intent::WriteOwn { words },
        };
        let touched = self.perform(intent)?;
        let written = touched.iter().find_map(|id| EntityId::parse(id).ok()?.competency());
        self.load_frameworks().await;
        // What is written anew with the same words touches nothing.
        written.or(competency).ok_or(Refused::NothingOpen)
    }

    /// Whether these entities say anything about competencies of one's own.
    pub(in crate::state) fn outdate_own(self, touched: &[String]) {
        const OWN: &str = "own:";
        if touched.iter().any(|id| id.starts_with(OWN)) {
            leptos::task::spawn_local(self.load_frameworks());
        }
    }

    /// Makes ready what the learner wrote. What they write meanwhile is looked at again.
    pub(super) async fn load_own(self) {
        loop {
            let title = t::own::mine();
            let unread = self.of(|session| {
                let told: Vec<Own> = session.ledger.portfolio().all_own().into_iter().cloned().collect();
                (!session.mine.is_of(&told, title)).then_some((session.id.clone(), told))
            });
            let Some((profile, told)) = unread.flatten() else { return };
            let mine = if told.is_empty() { Ok(Mine::default()) } else { made(told, title).await };
            let mine = match mine {
                Ok(mine) => mine,
                Err(missing) => {
                    leptos::logging::warn!("the learner's own competencies are not ready: {missing}");
                    return;
                }
            };
            self.within_profile(&profile, |session| session.mine = mine);
        }
    }
}
