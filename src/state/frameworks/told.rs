//! What the learner wrote about competencies, as files for others.

use interchange::case::write::write;
use interchange::own::{self, Signed};

use crate::i18n::{language, t};
use crate::parts::apart;
use crate::platform::download;
use crate::state::AppState;
use crate::state::session::Session;

/// What of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The competencies that they wrote.
    Own,
    /// What they say comes first, over the competencies of others.
    Needs,
}

apart! {
    fn written in case(state: AppState, what: Told) -> Option<String> {
        state.of(|session| written_of(session, what)).flatten()
    }
}

impl AppState {
    /// Hands it to the browser to save. Whether there was anything, and the browser was asked.
    pub async fn save_told(self, what: Told) -> bool {
        let name = match what {
            Told::Own => t::own::file(),
            Told::Needs => t::own::needs_file(),
        };
        match written(self, what).await {
            Ok(Some(package)) => download::bytes(name, package.as_bytes()).is_ok(),
            Ok(None) | Err(_) => false,
        }
    }
}

fn written_of(session: &Session, what: Told) -> Option<String> {
    let portfolio = session.roots.first()?.root.to_string();
    let title = match what {
        Told::Own => t::own::mine(),
        Told::Needs => t::own::needs(),
    };
    let signed = Signed {
        portfolio: &portfolio,
        nobody: t::own::nobody(),
        title,
        language: language().tag(),
        made: session.now(),
    };
    let of = match what {
        Told::Own => own::competencies,
        Told::Needs => own::overlay,
    };
    let writing = of(session.ledger.portfolio(), &session.frameworks, &signed)?;
    write(&writing).ok()
}
