//! A portfolio as the ZIP that anybody can export: the log in segments, the files, the readable copies.

use std::io::Cursor;
use std::ops::ControlFlow;

use anyhow::{Context, Result};
use chrono::{DateTime, SecondsFormat, Utc};
use interchange::archive::{Content, Export};
use interchange::readable::{self, Contents};
use replica::segment::{Freezer, Segment, compress};
use replica::{DeviceId, Hash, RootFile, RootId, fingerprint};

use super::media::chance::Chance;
use super::perform::Performed;

/// A ZIP and what it stands for.
pub struct Packed {
    pub zip: Vec<u8>,
    /// Of the state that its log folds to, in hexadecimal.
    pub fingerprint: String,
    pub ops: usize,
    pub files: usize,
}

/// Exports the portfolio on the evening of its last day; another seed, other ids.
///
/// # Errors
/// When a segment or the ZIP cannot be written.
pub fn pack(performed: &Performed, begun: DateTime<Utc>, made: DateTime<Utc>, seed: u64) -> Result<Packed> {
    let mut chance = Chance::new(seed);
    let root = RootId(chance.wide().to_be_bytes());
    let device = DeviceId(ten_bytes(&mut chance));
    let segments = freeze(performed, root, device)?;
    let names: Vec<_> = segments.iter().map(|segment| (device, segment.name)).collect();
    let fingerprint = Hash(fingerprint(performed.ledger.state())).to_string();
    let plan = readable::plan(&Contents {
        portfolio: performed.ledger.portfolio(),
        frameworks: &performed.frameworks,
        roots: &[RootFile::new(root, begun.to_rfc3339_opts(SecondsFormat::Secs, true))],
        segments: &names,
        fingerprint: &fingerprint,
        made,
    })?;
    let mut export = Export::new(plan, Cursor::new(Vec::new()));
    while let Some(wanted) = export.needs()? {
        let bytes = match &wanted.content {
            Content::Text(text) => Some(text.as_bytes()),
            Content::File { hash, .. } => performed.files.get(hash).map(Vec::as_slice),
            Content::Segment { name, .. } => {
                let segment = segments.iter().find(|segment| segment.name.to_string() == *name);
                segment.map(|segment| segment.gzip.as_slice())
            }
        };
        let mut bytes = bytes.with_context(|| format!("nothing was kept for {}", wanted.path))?;
        export.give(&mut bytes, &mut |_| ControlFlow::Continue(()))?;
    }
    let (out, _) = export.finish()?;
    Ok(Packed { zip: out.into_inner(), fingerprint, ops: performed.ops.len(), files: performed.files.len() })
}

fn ten_bytes(chance: &mut Chance) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (byte, bits) in bytes.iter_mut().zip(chance.wide().to_be_bytes()) {
        *byte = bits;
    }
    bytes
}

fn freeze(performed: &Performed, root: RootId, device: DeviceId) -> Result<Vec<Segment>> {
    let mut freezer = Freezer::new(root, device, 0, None, performed.ops.clone());
    let mut segments = Vec::new();
    while let Some(lines) = freezer.draft()? {
        segments.extend(freezer.accept(compress(&lines)?)?);
    }
    Ok(segments)
}
