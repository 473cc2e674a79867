//! What can go wrong with a backend, as values: what happened, whether it passes by itself, what a person can do.
//!
//! What is safe is always the same and needs no value: no error here changes anything on the device, and no file on a backend is
//! ever written twice with other bytes.

use std::{fmt, time::Duration};

use thiserror::Error;

use crate::{
    http::TransportError,
    recipe::{Recipe, Server, Topic},
    webdav::GarbledListing,
};

/// What was being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Writing a file.
    Put,
    /// Reading a file.
    Get,
    /// Listing a folder.
    List,
    /// Making a folder.
    MakeFolder,
    /// Removing a file.
    Delete,
}

impl fmt::Display for Verb {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Put => "writing",
            Self::Get => "reading",
            Self::List => "listing",
            Self::MakeFolder => "making the folder",
            Self::Delete => "removing",
        })
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// No whole answer came.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The user name or password is not accepted (401).
    #[error("the user name or password is not accepted")]
    SignInRefused,
    /// This user may not do that (403).
    #[error("this user may not do that")]
    Forbidden,
    /// There is no such file or folder (404, 410).
    #[error("there is nothing by that name")]
    Missing,
    /// The folder to put it in is not there (409; 404 on a put).
    #[error("the folder is not there")]
    NoParent,
    /// Something answers, but it is no WebDAV storage (405 or 501, or a listing that is a web page).
    #[error("this address is no WebDAV storage (HTTP {status})")]
    NotWebDav {
        /// The HTTP status.
        status: u16,
    },
    /// The storage is at another address (3xx that was not followed).
    #[error("the storage has moved")]
    Moved {
        /// The address it names.
        to: Option<String>,
    },
    /// The server takes no file of this size (413).
    #[error("the server takes no file of {size} bytes")]
    TooLarge {
        /// The size in bytes.
        size: u64,
    },
    /// The storage is full (507).
    #[error("the storage is full")]
    Full,
    /// The server is busy, or the file is locked (408, 423, 425, 429, 503).
    #[error("the server is busy (HTTP {status})")]
    Busy {
        /// The HTTP status.
        status: u16,
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// The server has a problem of its own (other 5xx).
    #[error("the server has a problem (HTTP {status})")]
    Failing {
        /// The HTTP status.
        status: u16,
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// An answer that fits nothing asked.
    #[error("an unexpected answer (HTTP {status})")]
    Unexpected {
        /// The HTTP status.
        status: u16,
    },
    /// A listing that cannot be read.
    #[error(transparent)]
    Garbled(#[from] GarbledListing),
}

/// What a person, or the app by itself, can do about a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remedy {
    /// Nothing: the app tries again by itself.
    Wait,
    /// Look whether the network and the storage are switched on, and whether the address is right.
    CheckConnection,
    /// Give the user name and password again.
    SignInAgain,
    /// Ask whoever keeps the storage for the right to write in this folder.
    AskForRights,
    /// Look at the address again.
    CheckAddress,
    /// Make room on the storage.
    MakeRoom,
    /// Whoever keeps the server changes its configuration; [`BackendError::recipe`] shows how.
    ChangeServer,
}

/// One fault, with what was being done, where, and by what kind of server.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{verb} {at}: {fault}")]
pub struct BackendError {
    /// What was being done.
    pub verb: Verb,
    /// The path below the base; a folder ends with a slash.
    pub at: String,
    /// What happened.
    pub fault: Fault,
    /// The kind of server, when it said so.
    pub server: Server,
}

impl Fault {
    /// Whether the same request may well work in a moment.
    #[must_use]
    pub fn passes(&self) -> bool {
        match self {
            Self::Transport(error) => {
                matches!(error, TransportError::NoAnswer | TransportError::TimedOut | TransportError::Cut)
            }
            Self::Busy { .. } | Self::Failing { .. } => true,
            _ => false,
        }
    }

    /// Whether every other request would meet it too, so that a run has to end.
    #[must_use]
    pub fn concerns_everything(&self) -> bool {
        self.passes()
            || matches!(
                self,
                Self::Transport(TransportError::Blocked)
                    | Self::SignInRefused
                    | Self::NotWebDav { .. }
                    | Self::Moved { .. }
                    | Self::Full
            )
    }

    /// How long the server asks to be left alone.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Busy { retry_after, .. } | Self::Failing { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::Transport(TransportError::Blocked) | Self::TooLarge { .. } => Remedy::ChangeServer,
            Self::Transport(TransportError::NoAnswer) => Remedy::CheckConnection,
            Self::Transport(TransportError::TimedOut | TransportError::Cut) => Remedy::Wait,
            Self::Busy { .. } | Self::Failing { .. } => Remedy::Wait,
            Self::SignInRefused => Remedy::SignInAgain,
            Self::Forbidden => Remedy::AskForRights,
            Self::Full => Remedy::MakeRoom,
            Self::NotWebDav { .. } | Self::Unexpected { .. } => Remedy::ChangeServer,
            Self::Transport(TransportError::AnswerTooLong)
            | Self::Missing
            | Self::NoParent
            | Self::Moved { .. }
            | Self::Garbled(_) => Remedy::CheckAddress,
        }
    }

    /// Which part of a server's configuration has to do with it.
    fn topic(&self) -> Option<Topic> {
        match self {
            Self::Transport(TransportError::Blocked) => Some(Topic::OtherOrigins),
            Self::TooLarge { .. } => Some(Topic::BodyLimit),
            Self::NotWebDav { .. } | Self::Unexpected { .. } => Some(Topic::WebDav),
            _ => None,
        }
    }
}

impl BackendError {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> Remedy {
        self.fault.remedy()
    }

    /// The server's own configuration that helps, where a configuration does.
    #[must_use]
    pub fn recipe(&self) -> Option<Recipe> {
        self.fault.topic().map(|topic| Recipe { server: self.server, topic })
    }
}
