//! The addresses of Cairn's places, written in one file. The URL holds what a page shows.

use std::fmt;
use std::str::FromStr;

/// A place, with what its address says about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// This day: what is next.
    Today,
    /// First run: who I am, what I care about, where I am.
    Welcome,
    /// My competencies in my order, on my first pathway.
    Pathway,
    /// Those on one of my pathways, by what follows the kind in its id.
    OnePathway(String),
    /// All competencies on the trail map.
    Map,
    /// Those of one of my pathways on the map.
    MapOf(String),
    /// The frameworks, to search and choose from.
    Explore,
    /// What the frameworks hold that has these words.
    ExploreFor(String),
    /// One competency by its id.
    Competency(String),
    /// Writing a competency of one's own: a new one, or one anew by its id.
    WriteOwn(Option<String>),
    /// A pathway that somebody else put together, to be looked at.
    BringPathway,
    /// All pieces.
    Evidence,
    /// All pieces that hold these words.
    Found(String),
    /// A new piece, perhaps for a competency already chosen.
    NewEvidence(Option<String>),
    /// One piece by its id.
    Piece(String),
    /// The editor of a piece.
    EditPiece(String),
    /// A piece as it was sent.
    Submitted {
        /// The piece.
        piece: String,
        /// What was sent of it.
        submission: String,
    },
    /// What was written in a piece over time.
    History(String),
    /// What came from other apps.
    Share,
    /// Planned and done.
    Pace,
    /// What is missing.
    Gaps,
    /// Me, storage, devices, language.
    Settings,
}

impl fmt::Display for Place {
    /// The path below the app's base, its parameters percent-encoded.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("/"),
            Self::Welcome => f.write_str("/welcome"),
            Self::Pathway => f.write_str("/pathway"),
            Self::OnePathway(id) => write!(f, "/pathway?pathway={}", encoded(id)),
            Self::Map => f.write_str("/pathway?view=map"),
            Self::MapOf(id) => write!(f, "/pathway?view=map&pathway={}", encoded(id)),
            Self::Explore => f.write_str("/pathway/explore"),
            Self::ExploreFor(words) => write!(f, "/pathway/explore?q={}", in_query(words)),
            Self::Competency(id) => write!(f, "/competency/{}", encoded(id)),
            Self::WriteOwn(None) => f.write_str("/pathway/own"),
            Self::WriteOwn(Some(id)) => write!(f, "/pathway/own/{}", encoded(id)),
            Self::BringPathway => f.write_str("/pathway/bring"),
            Self::Evidence => f.write_str("/evidence"),
            Self::Found(words) => write!(f, "/evidence?q={}", in_query(words)),
            Self::NewEvidence(None) => f.write_str("/evidence/new"),
            Self::NewEvidence(Some(competency)) => write!(f, "/evidence/new?for={}", encoded(competency)),
            Self::Piece(id) => write!(f, "/evidence/{}", encoded(id)),
            Self::EditPiece(id) => write!(f, "/evidence/{}/edit", encoded(id)),
            Self::Submitted { piece, submission } => {
                write!(f, "/evidence/{}/submitted/{}", encoded(piece), encoded(submission))
            }
            Self::History(id) => write!(f, "/evidence/{}/history", encoded(id)),
            Self::Share => f.write_str("/share"),
            Self::Pace => f.write_str("/pace"),
            Self::Gaps => f.write_str("/gaps"),
            Self::Settings => f.write_str("/settings"),
        }
    }
}

/// A text that the query of an address says; never an empty one.
///
/// The router decodes what it reads twice, and would make `a%20b` of what was typed into `a b`. So a `%` is written without one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueryText(String);

impl QueryText {
    /// A text, if there is one.
    pub fn new(text: impl Into<String>) -> Option<Self> {
        Some(text.into()).filter(|text| !text.is_empty()).map(Self)
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.0
    }
}

impl fmt::Display for QueryText {
    /// As it is written, but for the encoding that any text has there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.replace('~', "~7E").replace('%', "~25"))
    }
}

/// The address says nothing.
#[derive(Clone, Copy, Debug)]
pub struct NoText;

impl FromStr for QueryText {
    type Err = NoText;

    fn from_str(written: &str) -> Result<Self, NoText> {
        Self::new(written.replace("~25", "%").replace("~7E", "~")).ok_or(NoText)
    }
}

/// A text, percent-encoded for the query.
fn in_query(text: &str) -> String {
    encoded(&QueryText(text.to_owned()).to_string())
}

/// Percent-encoded for one path segment or query value: framework ids come from other people's files.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::{Place, QueryText};

    #[test]
    fn addresses_are_stable_and_hostile_ids_stay_inside_their_segment() {
        assert_eq!(Place::Today.to_string(), "/");
        assert_eq!(Place::Piece("a1".into()).to_string(), "/evidence/a1");
        assert_eq!(Place::Competency("../x?y#z".into()).to_string(), "/competency/..%2Fx%3Fy%23z");
        assert_eq!(Place::MapOf("a1".into()).to_string(), "/pathway?view=map&pathway=a1");
        assert_eq!(Place::ExploreFor("a&b".into()).to_string(), "/pathway/explore?q=a%26b");
        assert_eq!(Place::NewEvidence(Some("m 1".into())).to_string(), "/evidence/new?for=m%201");
    }

    #[test]
    fn a_text_is_read_from_an_address_as_it_was_written() {
        for text in ["a b", "100 %", "Informe%20final", "~25", "%7E", "~~7E%25~"] {
            let written = QueryText::new(text).map(|text| text.to_string()).unwrap_or_default();
            assert!(!written.contains('%'), "{written}");
            assert_eq!(written.parse::<QueryText>().map(QueryText::into_text).ok().as_deref(), Some(text));
        }
        assert_eq!("".parse::<QueryText>().ok(), None);
        assert_eq!(Place::Found("50% off".into()).to_string(), "/evidence?q=50~25%20off");
    }
}
