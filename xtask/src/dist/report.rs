//! What was built, in numbers.

use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::asset::{Asset, sha256};
use super::compress::Sizes;
use super::parts::PREFIX;
use crate::args;

/// The files of a build and their sizes; `build.json` holds the same for other programs.
pub struct Report {
    folder: PathBuf,
    base: String,
    quick: bool,
    files: Vec<File>,
}

struct File {
    name: String,
    sha256: String,
    early: bool,
    bytes: usize,
    sizes: Option<Sizes>,
}

impl Report {
    /// A report of a build into `folder` that has no files yet.
    pub fn new(options: &args::Dist, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), base: options.base.to_string(), quick: options.quick, files: Vec::new() }
    }

    /// Where the app was built.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds a file and the sizes of its compressed copies.
    pub fn add(&mut self, asset: &Asset, sizes: Option<Sizes>) {
        let Asset { name, bytes, early } = asset;
        let file = File { name: name.clone(), sha256: sha256(bytes), early: *early, bytes: bytes.len(), sizes };
        self.files.push(file);
    }

    /// Bytes sent, with brotli, of all files whose name is wanted.
    pub fn sent(&self, wanted: fn(&str) -> bool) -> usize {
        self.files.iter().filter(|file| wanted(&file.name)).map(File::sent).sum()
    }

    /// As [`Report::sent`], of what the browser needs before the page can be used.
    pub fn sent_early(&self, wanted: fn(&str) -> bool) -> usize {
        self.files.iter().filter(|file| file.early && wanted(&file.name)).map(File::sent).sum()
    }

    /// How many files the browser asks for before the page can be used.
    pub fn early_requests(&self) -> usize {
        self.files.iter().filter(|file| file.early).count()
    }

    /// The report for other programs.
    pub fn json(&self) -> String {
        let files: Vec<Value> = self.files.iter().map(File::json).collect();
        let quick = self.quick;
        format!("{:#}\n", json!({ "base": self.base, "quick": quick, "files": files }))
    }
}

impl File {
    fn json(&self) -> Value {
        let Self { name, sha256, early, bytes, sizes } = self;
        let (br, gz) = (sizes.map(|sizes| sizes.br), sizes.map(|sizes| sizes.gz));
        json!({ "name": name, "sha256": sha256, "early": early, "bytes": bytes, "br": br, "gz": gz })
    }

    /// Bytes that travel to a browser that speaks brotli.
    fn sent(&self) -> usize {
        self.sizes.map_or(self.bytes, |sizes| sizes.br)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} holds the app for {}", self.folder.display(), self.base)?;
        let line = |f: &mut fmt::Formatter<'_>, file: &File| {
            writeln!(f, "{:>10} bytes, {:>9} sent  {}", file.bytes, file.sent(), file.name)
        };
        self.files.iter().filter(|file| file.early).try_for_each(|file| line(f, file))?;
        let (sent, requests) = (self.sent_early(|_| true), self.early_requests());
        writeln!(f, "{sent:>27} sent before the page can be used, in {requests} requests")?;
        let late = |file: &&File| file.name.starts_with(PREFIX);
        self.files.iter().filter(late).try_for_each(|file| line(f, file))?;
        let sent: usize = self.files.iter().filter(late).map(File::sent).sum();
        write!(f, "{sent:>27} sent in parts, when they are first needed")
    }
}
