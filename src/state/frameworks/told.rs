//! What the learner wrote about competencies, as files for others.

use std::borrow::Cow;

use interchange::case::write::write;
use interchange::names::safe_name;
use interchange::own::{self, Signed};
use platform::download;
use portfolio::EntityId;

use crate::i18n::{language, t};
use crate::parts::apart;
use crate::state::AppState;
use crate::state::session::Session;

/// What of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The competencies that they wrote.
    Own,
    /// What they say comes first, over the competencies of others.
    Needs,
    /// One of their pathways, and what it is called.
    Pathway(EntityId, String),
}

impl Told {
    /// What the file is called.
    fn file(&self) -> Cow<'static, str> {
        match self {
            Self::Own => t::own::file().into(),
            Self::Needs => t::own::needs_file().into(),
            Self::Pathway(_, name) => safe_name(&format!("{name}.json")).into(),
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Own => t::own::mine(),
            Self::Needs => t::own::needs(),
            Self::Pathway(_, name) => name,
        }
    }
}

apart! {
    fn written in case(state: AppState, what: Told) -> Option<String> {
        state.of(|session| written_of(session, &what)).flatten()
    }
}

impl AppState {
    /// Hands it to the browser to save. Whether there was anything, and the browser was asked.
    pub async fn save_told(self, what: Told) -> bool {
        let name = what.file();
        match written(self, what).await {
            Ok(Some(package)) => download::bytes(&name, package.as_bytes()).is_ok(),
            Ok(None) | Err(_) => false,
        }
    }
}

fn written_of(session: &Session, what: &Told) -> Option<String> {
    let portfolio = session.roots.first()?.root.to_string();
    let signed = Signed {
        portfolio: &portfolio,
        nobody: t::own::nobody(),
        title: what.title(),
        language: language().tag(),
        made: session.now(),
    };
    let (portfolio, frameworks) = (session.ledger.portfolio(), &session.frameworks);
    let writing = match what {
        Told::Own => own::competencies(portfolio, frameworks, &signed),
        Told::Needs => own::overlay(portfolio, frameworks, &signed),
        Told::Pathway(pathway, _) => own::pathway(portfolio, frameworks, &signed, pathway),
    };
    write(&writing?).ok()
}
