//! A whole portfolio as a ZIP that opens without Cairn: readable copies, the original files, and the log that is the truth.
//!
//! `docs/format-export.md` describes it for strangers. Writing ([`Export`]) and reading ([`Import`]) go entry by
//! entry, so that a caller can wait between them for files that must be opened asynchronously; memory stays bounded
//! whatever the size of the files.

mod bad;
mod export;
mod files;
mod import;
mod manifest;
mod plan;

pub use bad::{Bad, Why};
pub use export::{Export, ExportError, Exported};
pub use import::{Import, ImportError, Item};
pub use plan::{Content, Plan, Planned};

/// Plain words for whoever opens the ZIP.
pub const README: &str = "README.txt";
/// The portfolio as readable JSON: a copy for people and other programs, not read back.
pub const PORTFOLIO: &str = "portfolio.json";
/// One row a piece of evidence.
pub const EVIDENCE_TABLE: &str = "evidence.csv";
/// One row a goal.
pub const GOALS_TABLE: &str = "goals.csv";
/// One row for each thing set out for a week, and one for each look back.
pub const WEEKS_TABLE: &str = "weeks.csv";
/// One row for each time that was logged.
pub const TIME_TABLE: &str = "time.csv";
/// Which entry holds the bytes of which stored file.
pub const FILES: &str = "files.json";
/// The SHA-256 of every other entry; `sha256sum -c` reads it.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// The folder of the format, as on a backend: the root file and the log.
pub const CAIRN: &str = "cairn1/";
/// The log inside it: a folder a device, segments as stored.
pub const LOG: &str = "cairn1/log/";
