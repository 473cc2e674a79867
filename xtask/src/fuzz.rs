//! `cargo xtask fuzz`: gives every reader of learners' files what nobody would write, led by which code it reaches.
//!
//! The engine is LLVM's libFuzzer, compiled from its crate; the compiler marks every branch by itself, so that any stable
//! toolchain with a C++ compiler will do. All of it lies in a workspace of its own: nobody else builds or waits for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::args;
use crate::count::Count;
use crate::dist;
use crate::progress::{say, step};
use crate::workspace::{Workspace, output, run};

/// What makes the compiler count how often each branch is taken, and tell what is compared with what.
const COUNTED: [&str; 8] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Clink-dead-code",
    "--cfg=fuzzing",
];

/// Limits of one input: seconds, megabytes of memory, bytes of its own.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=65536"];

/// Runs the target, or each of them, for as long as was asked.
///
/// # Errors
/// When there is a finding: its input is kept.
pub fn fuzz(workspace: &Workspace, options: &args::Fuzz) -> Result<()> {
    let targets = chosen(workspace, options.target.as_deref())?;
    let fuzzer = step("building the fuzzer", || build(workspace))?;
    let mut count = Count::default();
    for target in targets {
        let name = format!("fuzzing {target} for {} s", options.seconds);
        match step(&name, || try_out(workspace, &fuzzer, &target, options.seconds)) {
            Ok(said) => {
                say(&format!("  {said}"));
                count += Count::PASSED;
            }
            Err(finding) => {
                say(&format!("✗ {finding:#}"));
                count += Count::FAILED;
            }
        }
    }
    count.close()
}

/// The targets by the names of their files.
fn chosen(workspace: &Workspace, wanted: Option<&str>) -> Result<Vec<String>> {
    let folder = workspace.root().join("fuzz/src/targets");
    let mut all = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        all.extend(entry?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    all.sort();
    let Some(wanted) = wanted else { return Ok(all) };
    ensure!(all.iter().any(|target| target == wanted), "{wanted} is none of {}", all.join(", "));
    Ok(vec![wanted.to_owned()])
}

/// Builds the fuzzer, and gives its place.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    let (host, target) = (host(workspace)?, workspace.target().join("fuzz"));
    let mut cargo = workspace.command("cargo");
    cargo.args(["build", "--quiet", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"]);
    // With a target named, what runs while building is not counted.
    cargo
        .args(["--target", &host])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", COUNTED.join("\u{1f}"));
    run(&mut cargo)?;
    Ok(target.join(host).join("release/cairn-fuzz"))
}

/// The kind of this machine, as rustc names it.
fn host(workspace: &Workspace) -> Result<String> {
    let said = String::from_utf8(output(workspace.command("rustc").arg("-vV"))?)?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not say its host")
}

/// Runs one target, and gives what there is to tell.
fn try_out(workspace: &Workspace, fuzzer: &Path, target: &str, seconds: u32) -> Result<String> {
    let own = workspace.target().join("fuzz/inputs").join(target);
    let (reached, seeds) = (own.join("reached"), own.join("seeds"));
    let findings = workspace.root().join("fuzz/findings").join(target);
    dist::remove(&seeds)?;
    for folder in [&reached, &seeds, &findings] {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let log = own.join("log.txt");
    let written = fs::File::create(&log).with_context(|| format!("writing {}", log.display()))?;
    let mut command = Command::new(fuzzer);
    command.env("CAIRN_FUZZ_TARGET", target).env("CAIRN_FUZZ_SEEDS", &seeds).args(LIMITS);
    command.arg(format!("-max_total_time={seconds}")).arg("-print_final_stats=1");
    command.arg(format!("-artifact_prefix={}/", findings.display())).arg(&reached).arg(&seeds);
    let ended = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(written).status()?;
    let log = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    if !ended.success() {
        bail!("{target} has a finding; its input is in {}\n{}", findings.display(), last_lines(&log, 30));
    }
    Ok(told(&log))
}

/// How much was tried, and how many branches were reached.
fn told(log: &str) -> String {
    let tried = log.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")).unwrap_or("?").trim();
    let reached = log.lines().rev().find_map(|line| line.split_once(" cov: ")?.1.split(' ').next()).unwrap_or("?");
    format!("{tried} inputs, {reached} branches reached")
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_says_is_told() {
        let log = "#2\tINITED cov: 9 ft: 9 corp: 1/1b\n#8192\tpulse  cov: 315 ft: 401 corp: 9/90b\nDone\nstat::number_of_executed_units: 8192\n";
        assert_eq!(told(log), "8192 inputs, 315 branches reached");
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
    }
}
