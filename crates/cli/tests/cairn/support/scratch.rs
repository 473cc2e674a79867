//! Folders for one test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// A folder that goes when the test ends.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("cairn-cli-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a scratch folder");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and the folders it needs.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// A built app as small as can be.
    pub fn dist(&self) -> PathBuf {
        self.file("dist/index.html", b"<!doctype html><title>Cairn</title>");
        self.file("dist/index.html.br", b"page as br");
        self.file("dist/app-3f9c1a2b7d60e581.js", b"export {};");
        self.file("dist/app-3f9c1a2b7d60e581.js.br", b"script as br");
        self.file("dist/app-3f9c1a2b7d60e581.js.gz", b"script as gz");
        self.file("dist/app-3f9c1a2b7d60e581_bg.wasm", b"\0asm");
        self.file("dist/sw.js", b"// worker");
        self.file("dist/manifest.webmanifest", b"{}");
        self.file("dist/icon.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
        self.path().join("dist")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the scratch folder goes");
    }
}
