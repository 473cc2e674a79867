//! A real `cairn serve` for one test, on a free port and a folder of its own.

mod ask;
mod portfolio;
mod scratch;

pub use ask::{Answer, Ask, raw};
pub use portfolio::{Portfolio, ROOT, zip};
pub use scratch::Scratch;

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Output, Stdio};

pub const CAIRN: &str = env!("CARGO_BIN_EXE_cairn");

/// `ana:moss and stone`, as Basic credentials have it.
pub const ANA: &str = "Basic YW5hOm1vc3MgYW5kIHN0b25l";
/// `ben:fern and flint`.
pub const BEN: &str = "Basic YmVuOmZlcm4gYW5kIGZsaW50";
/// `ana:fern and flint`, which is wrong.
pub const NOT_ANA: &str = "Basic YW5hOmZlcm4gYW5kIGZsaW50";

/// The running server; it ends with this value, because its standard input closes.
pub struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    pub address: String,
    pub scratch: Scratch,
}

impl Server {
    pub fn start(more: &[&str]) -> Self {
        Self::start_in(Scratch::new(), more)
    }

    pub fn start_in(scratch: Scratch, more: &[&str]) -> Self {
        let mut child = Command::new(CAIRN)
            .args(["serve", "--until-stdin-closes", "--dist"])
            .arg(scratch.dist())
            .args(if more.contains(&"--port") { &[][..] } else { &["--port", "0"] })
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("cairn starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("Cairn is at ").expect("the address").trim_end_matches('/').to_owned();
        Self { stdin: child.stdin.take(), child, address, scratch }
    }

    /// With storage for Ana and Ben.
    pub fn with_storage(more: &[&str]) -> Self {
        let scratch = Scratch::new();
        add_account(&scratch, "ana", "moss and stone", &[]);
        add_account(&scratch, "ben", "fern and flint", &[]);
        let (data, accounts) = (scratch.path().join("data"), accounts(&scratch));
        let storage = ["--data", data.to_str().expect("text"), "--accounts", accounts.to_str().expect("text")];
        Self::start_in(scratch, &[&storage, more].concat())
    }

    pub fn ask(&self, method: &'static str, path: &str) -> Ask {
        Ask::new(method, format!("{}{path}", self.address))
    }

    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        headers.iter().fold(self.ask("GET", path), |ask, (name, value)| ask.header(name, value)).answer()
    }

    /// A request to Ana's storage, with her password.
    pub fn ana(&self, method: &'static str, path: &str) -> Ask {
        self.ask(method, &format!("/dav/ana/{path}")).header("authorization", ANA)
    }

    /// Makes the folders of `path` in Ana's storage.
    pub fn make_folders(&self, path: &str) {
        let mut folder = String::new();
        for part in path.split('/') {
            folder = format!("{folder}{part}/");
            let made = self.ana("MKCOL", &folder).answer();
            assert!([201, 405].contains(&made.status), "{folder}: {made:?}");
        }
    }

    pub fn host(&self) -> &str {
        self.address.trim_start_matches("http://").split('/').next().expect("a host")
    }

    /// Closes the server's standard input and says whether it ended well.
    pub fn stop(&mut self) -> bool {
        drop(self.stdin.take());
        self.wait()
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
        self.stop();
    }
}

pub fn accounts(scratch: &Scratch) -> PathBuf {
    scratch.path().join("accounts")
}

/// Runs `cairn account add` with the password on standard input.
pub fn add_account(scratch: &Scratch, name: &str, password: &str, more: &[&str]) -> Output {
    let mut child = Command::new(CAIRN)
        .args(["account", "add", name, "--accounts"])
        .arg(accounts(scratch))
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cairn starts");
    let sent = child.stdin.take().expect("stdin").write_all(format!("{password}\n").as_bytes());
    let done = child.wait_with_output().expect("cairn ends");
    if done.status.success() {
        sent.expect("the password was read");
    }
    done
}
