//! `cargo xtask sample`: a made-up learner's years as a ZIP that the ordinary import opens. The same words always give the same portfolio.

mod decade;
mod media;
mod pack;
mod perform;
mod read;
mod story;
#[cfg(test)]
mod tests;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use clap::ValueEnum;
use portfolio::model::Origin;

use crate::args;
use crate::framework;
use pack::{Packed, pack};
use perform::{Material, Performed, perform};
use story::Story;

/// Where the app fetches it, below its base.
pub const NAME: &str = "sample/cairn-sample.zip";

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Size {
    /// Juno: three years, some forty pieces, written with care
    Small,
    /// Ten years and ten thousand pieces with a thousand competencies, for measuring
    TenYears,
}

/// Makes the sample and writes it where `options` say.
///
/// # Errors
/// When what it is made of cannot be read, or the disk does not take it.
pub fn write(root: &Path, options: &args::Sample) -> Result<String> {
    let made = make(root, options.size)?;
    let out = options.out.clone().unwrap_or_else(|| root.join("target/cairn-sample.zip"));
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(&out, &made.zip).with_context(|| format!("writing {}", out.display()))?;
    Ok(format!("{made}: {}", out.display()))
}

/// Makes the sample that comes with the app.
///
/// # Errors
/// When what it is made of cannot be read.
pub fn bundled(root: &Path) -> Result<Vec<u8>> {
    Ok(make(root, Size::Small)?.zip)
}

fn make(root: &Path, size: Size) -> Result<Packed> {
    let (story, performed) = match size {
        Size::Small => small(root)?,
        Size::TenYears => ten_years(root, decade::PIECES)?,
    };
    let evening = NaiveTime::MIN + TimeDelta::hours(20);
    pack(&performed, at(story.learner.begins, NaiveTime::MIN), at(story.learner.today, evening), seed(size))
}

fn small(root: &Path) -> Result<(Story, Performed)> {
    let folder = root.join("content/sample");
    let story = read::story(&folder)?;
    let performed = perform(
        &story,
        &Material {
            package: framework::generate(&framework::read(root)?)?.into_bytes(),
            package_name: "cairn.json",
            origin: Origin::Bundled,
            file: &|name| Ok(media::make(name, &folder)?),
            facts: &|_| None,
            seed: seed(Size::Small),
        },
    )?;
    Ok((story, performed))
}

fn ten_years(root: &Path, pieces: usize) -> Result<(Story, Performed)> {
    let framework = decade::framework(&framework::read(root)?.about);
    let story = decade::story(&framework, pieces);
    let performed = perform(
        &story,
        &Material {
            package: framework::generate(&framework)?.into_bytes(),
            package_name: "ten-years.json",
            origin: Origin::File,
            file: &|name| Ok(decade::file(name)),
            facts: &|_| Some(decade::FACTS),
            seed: seed(Size::TenYears),
        },
    )?;
    Ok((story, performed))
}

/// What ids are made from. Frozen, so that a sample opened again is the same portfolio.
fn seed(size: Size) -> u64 {
    match size {
        Size::Small => 0x6a75_6e6f,
        Size::TenYears => 0x7465_6e79,
    }
}

fn at(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    day.and_time(time).and_utc()
}

impl fmt::Display for Packed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { zip, fingerprint, ops, files } = self;
        write!(to, "{} bytes, {ops} ops, {files} files, fingerprint {fingerprint}", zip.len())
    }
}
