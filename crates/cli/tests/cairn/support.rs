//! A real `cairn serve` for one test, on a free port and a folder of its own.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use ureq::Agent;
use ureq::http::Response;

pub const CAIRN: &str = env!("CARGO_BIN_EXE_cairn");

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

/// The running server; it ends with this value, because its standard input closes.
pub struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    pub address: String,
    _scratch: Scratch,
}

impl Server {
    pub fn start(more: &[&str]) -> Self {
        Self::start_in(Scratch::new(), more)
    }

    pub fn start_in(scratch: Scratch, more: &[&str]) -> Self {
        let mut child = Command::new(CAIRN)
            .args(["serve", "--port", "0", "--until-stdin-closes", "--dist"])
            .arg(scratch.dist())
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("cairn starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("Cairn is at ").expect("the address").trim_end_matches('/').to_owned();
        Self { stdin: child.stdin.take(), child, address, _scratch: scratch }
    }

    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        Self::get_from(&format!("{}{path}", self.address), headers)
    }

    pub fn get_from(address: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers.iter().fold(agent().get(address), |request, (name, value)| request.header(*name, *value));
        Answer::from(request.call().expect("an answer"))
    }

    /// Closes the server's standard input and says how it ended.
    pub fn stop(&mut self) -> bool {
        drop(self.stdin.take());
        self.child.wait().expect("cairn ends").success()
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn wait(&mut self) -> bool {
        self.child.wait().expect("cairn ends").success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stdin.take());
        self.child.wait().expect("cairn ends");
    }
}

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

/// An answer with its body read.
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub body: Vec<u8>,
}

impl From<Response<ureq::Body>> for Answer {
    fn from(response: Response<ureq::Body>) -> Self {
        let (head, mut body) = response.into_parts();
        Self { status: head.status.as_u16(), headers: head.headers, body: body.read_to_vec().expect("a body") }
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
