//! Every task a developer runs.
#![forbid(unsafe_code)]

mod framework;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    if task != "framework" {
        eprintln!("Usage: cargo xtask framework");
        return ExitCode::FAILURE;
    }
    match framework::write(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))) {
        Ok(written) => {
            println!("{} competencies, {} bytes: {}", written.competencies, written.bytes, written.path.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
