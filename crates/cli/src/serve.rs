//! `cairn serve`: the app and its storage on one address, quiet until it is told to stop.

mod assets;
mod base;
mod headers;
mod site;
mod stop;
mod storage;

pub use base::Base;
pub use storage::Origin;

use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::middleware::map_response;
use thiserror::Error;
use tokio::net::TcpListener;

use crate::accounts::AccountsProblem;
use crate::args::Serve;
use site::Site;
use stop::Stop;

/// How long answers that are under way may take once the server was told to stop.
const GRACE: Duration = Duration::from_secs(5);

/// Why the server did not start, or ended early.
#[derive(Debug, Error)]
pub enum ServeError {
    /// A password sent in the clear over a network can be read by anyone on it.
    #[error(
        "{0} can be reached by other computers, and without HTTPS a password sent to it can be read on the way. \
         Nothing was started. Leave --host away to serve this computer alone, or put a proxy that speaks HTTPS in front \
         (docs/deploy.md has recipes) and add --behind-https"
    )]
    Exposed(IpAddr),
    /// The folder is no built app.
    #[error("{} has no index.html, so there is no app to serve. Build it with `cargo xtask dist` and name that folder", .0.display())]
    NoApp(PathBuf),
    /// Nobody could come in.
    #[error("{0}. Nothing was started")]
    Accounts(#[from] AccountsProblem),
    /// There is nowhere to store.
    #[error("the data directory {} cannot be used ({source}). Nothing was started, and what is in it is as it was", .data.display())]
    NoData {
        /// Which folder.
        data: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The address is taken or not ours.
    #[error(
        "{address} cannot be listened on ({source}). Nothing was started. Choose another with --port, or --port 0 for any free one"
    )]
    Listen {
        /// What was asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused something else that a server needs.
    #[error("the server could not go on: {0}. What was stored is safe; start it again")]
    System(#[from] io::Error),
}

/// Serves until told to stop.
///
/// # Errors
/// When it cannot start as asked, or the system takes its listener away.
#[tokio::main]
pub async fn run(options: &Serve) -> Result<(), ServeError> {
    if !options.host.is_loopback() && !options.behind_https {
        return Err(ServeError::Exposed(options.host));
    }
    let site = Site::open(options)?;
    let stop = Stop::when_told(options.until_stdin_closes)?;

    let asked = SocketAddr::new(options.host, options.port);
    let listener = TcpListener::bind(asked).await.map_err(|source| ServeError::Listen { address: asked, source })?;
    writeln!(io::stdout(), "Cairn is at http://{}{}", listener.local_addr()?, options.base)?;

    let app = Router::new().fallback(site::answer).with_state(site).layer(map_response(headers::protect));
    let served = axum::serve(listener, app).with_graceful_shutdown(stop.clone().told());
    tokio::select! {
        ended = served.into_future() => ended?,
        () = stop.told_and(GRACE) => {}
    }
    Ok(())
}
