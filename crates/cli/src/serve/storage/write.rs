//! Changes, each of which is whole or absent, whatever fails in the middle, and on the disk before it is answered.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use super::refusal::Refusal;

/// The longest body, in bytes: a chunk of media has 8 MiB, and a whole state of ten years' work a few.
pub const LARGEST: u64 = 16 * 1024 * 1024;
/// How long a client may be silent in the middle of a file.
const SILENCE: Duration = Duration::from_secs(60);
/// An upload that is older than this was cut off with the server that took it.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);
/// Where files wait until they are whole. No account's name begins with a dot.
const INCOMING: &str = ".incoming";

/// Writes below one data directory.
pub struct Writer {
    incoming: PathBuf,
    /// Random for each start: a server that was cut off may have left files of any name, and a process number comes again.
    start: u64,
    next: AtomicU64,
}

impl Writer {
    /// Prepares `data`, which exists, and clears away what an earlier server left half-way.
    ///
    /// # Errors
    /// When the folder cannot be made or read, or the system gives no random bytes.
    pub fn open(data: &Path) -> io::Result<Self> {
        let incoming = data.join(INCOMING);
        std::fs::create_dir_all(&incoming)?;
        for entry in std::fs::read_dir(&incoming)? {
            let entry = entry?;
            let age = SystemTime::now().duration_since(entry.metadata()?.modified()?).unwrap_or_default();
            if age > ABANDONED {
                std::fs::remove_file(entry.path())?;
            }
        }
        let start = getrandom::u64().map_err(io::Error::other)?;
        Ok(Self { incoming, start, next: AtomicU64::new(0) })
    }

    /// Makes an account's folder on its first visit.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn make_home(&self, home: &Path) -> io::Result<()> {
        match fs::create_dir(home).await {
            Ok(()) => keep_entry(home).await,
            Err(problem) if problem.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// Stores the body at `file`.
    ///
    /// # Errors
    /// With everything as it was before.
    pub async fn put(&self, headers: &HeaderMap, body: &mut Body, file: &Path) -> Result<Response, Refusal> {
        if headers.contains_key(header::CONTENT_RANGE) {
            return Err(Refusal::Part);
        }
        let folder = file.parent().ok_or(Refusal::Name)?;
        if !fs::metadata(folder).await.is_ok_and(|folder| folder.is_dir()) {
            return Err(Refusal::NoFolder);
        }
        if length(headers).is_some_and(|length| length > LARGEST) {
            return Err(Refusal::TooLong);
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let waiting = self.incoming.join(format!("{:016x}-{number}", self.start));
        let stored = store(body, &waiting, file).await;
        if stored.is_err() {
            forget(&waiting).await;
        }
        Ok(stored?.into_response())
    }

    /// Makes one folder.
    ///
    /// # Errors
    /// With everything as it was before.
    pub async fn make_folder(&self, folder: &Path) -> Result<Response, Refusal> {
        fs::create_dir(folder).await.map_err(|problem| match problem.kind() {
            io::ErrorKind::AlreadyExists => Refusal::Present,
            io::ErrorKind::NotFound => Refusal::NoFolder,
            _ => problem.into(),
        })?;
        keep_entry(folder).await?;
        Ok(StatusCode::CREATED.into_response())
    }

    /// Deletes one file, or one empty folder.
    ///
    /// # Errors
    /// With everything as it was before.
    pub async fn delete(&self, path: &Path) -> Result<Response, Refusal> {
        if fs::metadata(path).await?.is_dir() {
            fs::remove_dir(path).await?;
        } else {
            fs::remove_file(path).await?;
        }
        keep_entry(path).await?;
        Ok(StatusCode::NO_CONTENT.into_response())
    }
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Fills `waiting` and moves it to its place, in one step for everyone who looks.
async fn store(body: &mut Body, waiting: &Path, place: &Path) -> Result<StatusCode, Refusal> {
    let mut file = File::options().write(true).create_new(true).open(waiting).await?;
    let mut length = 0;
    while let Some(frame) = timeout(SILENCE, body.frame()).await.map_err(|_| Refusal::CutOff)? {
        let Ok(bytes) = frame.map_err(|_| Refusal::CutOff)?.into_data() else { continue };
        length += bytes.len() as u64;
        if length > LARGEST {
            return Err(Refusal::TooLong);
        }
        file.write_all(&bytes).await?;
    }
    file.sync_all().await?;
    drop(file);
    let is_new = !fs::try_exists(place).await?;
    fs::rename(waiting, place).await?;
    keep_entry(place).await?;
    Ok(if is_new { StatusCode::CREATED } else { StatusCode::NO_CONTENT })
}

/// Takes what the client still sends: one that cannot send to the end may never read why it was refused.
pub async fn drain(body: &mut Body) {
    let mut left = LARGEST * 4;
    while let Ok(Some(Ok(frame))) = timeout(SILENCE, body.frame()).await {
        left = left.saturating_sub(frame.data_ref().map_or(0, |bytes| bytes.len() as u64));
        if left == 0 {
            return;
        }
    }
}

/// Without this, a power cut may take the name of a file whose bytes are safe.
async fn keep_entry(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder).await?.sync_all().await,
        _ => Ok(()),
    }
}

async fn forget(waiting: &Path) {
    match fs::remove_file(waiting).await {
        Err(problem) if problem.kind() != io::ErrorKind::NotFound => {
            eprintln!("cairn: an unfinished upload could not be removed: {problem}");
        }
        _ => {}
    }
}
