//! Why storage did not do what it was asked, with a status for programs and a sentence for people.

use std::io;
use std::time::Duration;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use thiserror::Error;

use super::write::LARGEST;

/// A request that changed nothing.
#[derive(Debug, Error)]
pub enum Refusal {
    /// No credential came along.
    #[error("This storage needs a user name and a password.")]
    NoCredential,
    /// The name or the password is not right.
    #[error("The user name or the password is not right. Nothing was changed.")]
    WrongCredential,
    /// Too many wrong passwords.
    #[error("There were several wrong passwords for this user name. Nothing was changed. Wait {} seconds and try again.", .0.as_secs().max(1))]
    Wait(Duration),
    /// The accounts file is not readable at the moment.
    #[error(
        "The server cannot read its accounts. What is stored is safe; whoever looks after the server finds the reason in its log."
    )]
    NoAccounts,
    /// Another account's folder, or none.
    #[error("An account reaches its own storage only, at dav/ followed by its user name.")]
    NotYours,
    /// A name that Cairn never writes.
    #[error("Storage holds portfolios alone, and Cairn never writes such a name. Nothing was stored.")]
    Name,
    /// A file where a folder belongs, or the other way round, or a folder that is to go.
    #[error(
        "This can be done to a file where Cairn keeps files, or to a folder where it keeps folders; folders stay. Nothing was changed."
    )]
    WrongPlace,
    /// A link would lead out of the folder.
    #[error("There is a link in the way, and storage follows none. Nothing was changed.")]
    Link,
    /// The folder to write in is missing.
    #[error("The folder for this file is not there yet; make it first. Nothing was stored.")]
    NoFolder,
    /// There is nothing by that name.
    #[error("There is nothing by that name.")]
    Absent,
    /// There is something by that name already.
    #[error("The folder is there already.")]
    Present,
    /// A listing of everything at once.
    #[error("A listing goes one folder deep: send Depth: 0 or Depth: 1.")]
    TooDeep,
    /// A part of a file.
    #[error("A file is stored whole, never in parts: send it without Content-Range. Nothing was stored.")]
    Part,
    /// The body is too long.
    #[error("A file has at most {LARGEST} bytes here. Nothing was stored.")]
    TooLong,
    /// The body did not come whole.
    #[error("The file did not arrive whole. Nothing was stored; send it again.")]
    CutOff,
    /// The disk or the quota is full.
    #[error("The storage is full. Nothing was stored, and what was there before is safe.")]
    Full,
    /// A method that storage has not.
    #[error("Storage answers to {0} alone.")]
    Method(&'static str),
    /// The system refused; the log says what.
    #[error("The server's disk refused. What was stored before is safe; try again later.")]
    Disk(#[source] io::Error),
}

impl From<io::Error> for Refusal {
    fn from(problem: io::Error) -> Self {
        use io::ErrorKind;
        match problem.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Absent,
            ErrorKind::IsADirectory | ErrorKind::DirectoryNotEmpty => Self::WrongPlace,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            _ => Self::Disk(problem),
        }
    }
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoCredential | Self::WrongCredential => StatusCode::UNAUTHORIZED,
            Self::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::NotYours | Self::Name | Self::Link | Self::TooDeep => StatusCode::FORBIDDEN,
            Self::WrongPlace | Self::NoFolder => StatusCode::CONFLICT,
            Self::Absent => StatusCode::NOT_FOUND,
            Self::Present | Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Part | Self::CutOff => StatusCode::BAD_REQUEST,
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::NoAccounts | Self::Disk(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if let Self::Disk(problem) = &self {
            eprintln!("cairn: the data directory refused: {problem}");
        }
        let sentence = format!("{self}\n");
        match self {
            Self::NoCredential | Self::WrongCredential => {
                (self.status(), [(header::WWW_AUTHENTICATE, r#"Basic realm="Cairn", charset="UTF-8""#)], sentence)
                    .into_response()
            }
            Self::Wait(time) => {
                (self.status(), [(header::RETRY_AFTER, time.as_secs().max(1).to_string())], sentence).into_response()
            }
            Self::Method(methods) => (self.status(), [(header::ALLOW, methods)], sentence).into_response(),
            _ => (self.status(), sentence).into_response(),
        }
    }
}
