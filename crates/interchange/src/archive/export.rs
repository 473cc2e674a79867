//! Writing the ZIP.

use std::io::{self, Read, Seek, Write};
use std::ops::ControlFlow;
use std::vec;

use thiserror::Error;

use super::files::{FileAt, Files};
use super::manifest::{self, Line};
use super::plan::{Content, Plan, Planned};
use super::{FILES, MANIFEST};
use crate::chunks::{Identifier, Identity};
use crate::zip::{Stamp, Writer};

/// Why a ZIP was not written to its end. What was written of it opens nowhere.
#[derive(Debug, Error)]
pub enum ExportError {
    /// Reading a file or writing the ZIP failed.
    #[error("the ZIP could not be written")]
    Io(#[from] io::Error),
    /// The watcher ended it.
    #[error("ended before it was complete")]
    Cancelled,
}

/// What a finished ZIP holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// Entries, the manifest included.
    pub entries: usize,
    /// Bytes of the entries before packing.
    pub bytes: u64,
    /// Entries left out because their bytes are not on this device.
    pub missing: Vec<String>,
    /// Entries whose bytes are not what their hash says; they are in the ZIP as they are.
    pub damaged: Vec<String>,
}

/// A ZIP under construction. Ask [`Export::needs`] what comes next, and answer with [`Export::give`] or [`Export::skip`].
#[derive(Debug)]
pub struct Export<W> {
    writer: Writer<W>,
    waiting: vec::IntoIter<Planned>,
    lines: Vec<Line>,
    files: Files,
    exported: Exported,
}

impl<W: Write + Seek> Export<W> {
    /// Starts a ZIP at the beginning of `out`.
    pub fn new(plan: Plan, out: W) -> Self {
        let (year, month, day, hour, minute, second) = plan.made;
        Self {
            writer: Writer::new(out, Stamp::new(year, month, day, hour, minute, second)),
            waiting: plan.entries.into_iter(),
            lines: Vec::new(),
            files: Files::default(),
            exported: Exported::default(),
        }
    }

    /// Writes what needs nothing from outside, and returns the next entry whose bytes are wanted; `None` when there
    /// is none left.
    ///
    /// # Errors
    /// Those of writing.
    pub fn needs(&mut self) -> Result<Option<Planned>, ExportError> {
        while let Some(next) = self.waiting.as_slice().first() {
            let Content::Text(text) = &next.content else { return Ok(Some(next.clone())) };
            let (path, text) = (next.path.clone(), text.clone());
            self.text(&path, &text)?;
            self.waiting.next();
        }
        Ok(None)
    }

    /// Writes the entry that [`Export::needs`] returned. `watch` hears of every piece how many bytes of the entries
    /// are written in all, and may end it.
    ///
    /// # Errors
    /// Those of reading and writing, and [`ExportError::Cancelled`].
    pub fn give(
        &mut self,
        content: &mut dyn Read,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), ExportError> {
        let Some(Planned { path, content: planned }) = self.waiting.next() else { return Ok(()) };
        let identity = self.entry(&path, &planned, content, watch)?;
        if let Content::File { hash, .. } = planned {
            if identity.hash != hash {
                self.exported.damaged.push(path.clone());
            }
            self.files.files.push(FileAt { hash, size: identity.size, path });
        }
        Ok(())
    }

    /// Leaves out the entry that [`Export::needs`] returned: its bytes are not on this device.
    pub fn skip(&mut self) {
        let Some(Planned { path, content }) = self.waiting.next() else { return };
        if let Content::File { hash, size, .. } = content {
            self.files.missing.push(FileAt { hash, size, path: path.clone() });
        }
        self.exported.missing.push(path);
    }

    /// Writes the list of files, the manifest and the directory. Entries that were not asked for are left out as if skipped.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(mut self) -> Result<(W, Exported), ExportError> {
        while self.needs()?.is_some() {
            self.skip();
        }
        let files = serde_json::to_string_pretty(&self.files).map_err(io::Error::from)?;
        self.text(FILES, &files)?;
        let manifest = manifest::written(&self.lines);
        self.text(MANIFEST, &manifest)?;
        Ok((self.writer.finish()?, self.exported))
    }

    fn text(&mut self, path: &str, text: &str) -> Result<(), ExportError> {
        let planned = Content::Text(String::new());
        self.entry(path, &planned, &mut text.as_bytes(), &mut |_| ControlFlow::Continue(()))?;
        Ok(())
    }

    /// Writes one entry and lists it for the manifest.
    fn entry(
        &mut self,
        path: &str,
        planned: &Content,
        content: &mut dyn Read,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Identity, ExportError> {
        let mut identifier = Identifier::default();
        let mut done = self.exported.bytes;
        let mut cancelled = false;
        let mut seen = |piece: &[u8]| {
            identifier.update(piece);
            done += piece.len() as u64;
            cancelled = watch(done).is_break();
            if cancelled { Err(io::Error::other("cancelled")) } else { Ok(()) }
        };
        let added = self.writer.add(path, planned.packing(), planned.size(), content, &mut seen);
        if cancelled {
            return Err(ExportError::Cancelled);
        }
        added?;
        let identity = identifier.finish();
        self.exported.entries += 1;
        self.exported.bytes += identity.size;
        self.lines.push(Line { hash: identity.sha256.clone(), path: path.to_owned() });
        Ok(identity)
    }
}
