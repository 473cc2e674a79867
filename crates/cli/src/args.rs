//! What can be asked of `cairn` on the command line.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::accounts::AccountName;
use crate::serve::{Base, Origin};

/// Serves Cairn with its storage, checks frameworks, and reads portfolios without the browser.
#[derive(Parser)]
#[command(name = "cairn", version, about)]
pub struct Cairn {
    /// The one thing to do.
    #[command(subcommand)]
    pub task: Task,
}

/// The tasks, one a verb.
#[derive(Subcommand)]
pub enum Task {
    /// Serve the app, and storage for each learner, from one address
    Serve(Serve),
    /// Say who may use the storage
    #[command(subcommand)]
    Account(Account),
    /// Look at a framework before anybody adopts it
    #[command(subcommand)]
    Framework(Framework),
    /// Look at a portfolio without the app
    #[command(subcommand)]
    Portfolio(Portfolio),
}

/// What can be done with a framework.
#[derive(Subcommand)]
pub enum Framework {
    /// Read a CASE package and say what it holds and how it departs from the standard
    ///
    /// Deviations are listed and do not make the command fail; it fails only when nothing could be read.
    Check(Check),
}

/// Which framework to read.
#[derive(Args)]
pub struct Check {
    /// A CASE 1.0 or 1.1 package (JSON)
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// What can be done with a portfolio.
#[derive(Subcommand)]
pub enum Portfolio {
    /// Read an export or a backend's folder, verify every hash, and say what it holds
    ///
    /// Damage is listed and does not make the command fail; it fails only when nothing could be read.
    Inspect(Inspect),
}

/// Which portfolio to read.
#[derive(Args)]
pub struct Inspect {
    /// An export (ZIP), or a folder that holds `cairn1`
    #[arg(value_name = "ZIP|FOLDER")]
    pub portfolio: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// What can be done with accounts.
#[derive(Subcommand)]
pub enum Account {
    /// Add an account; its password is asked for, or is the first line of standard input
    Add(AddAccount),
    /// Take an account away; what it stored stays
    Remove(RemoveAccount),
}

/// Which account to add, and where.
#[derive(Args)]
pub struct AddAccount {
    /// Its name: a-z, 0-9, `.` and `-`
    pub name: AccountName,
    /// The accounts file; made when there is none
    #[arg(long, value_name = "FILE")]
    pub accounts: PathBuf,
    /// Give an account that exists a new password
    #[arg(long)]
    pub replace: bool,
}

/// Which account to take away, and where.
#[derive(Args)]
pub struct RemoveAccount {
    /// Its name
    pub name: AccountName,
    /// The accounts file
    #[arg(long, value_name = "FILE")]
    pub accounts: PathBuf,
}

/// How and where to serve.
#[derive(Args)]
pub struct Serve {
    /// The built app (the folder that holds index.html)
    #[arg(long, value_name = "DIR")]
    pub dist: PathBuf,

    /// Where each account's portfolio is stored; without it, the app is served alone
    #[arg(long, value_name = "DIR", requires = "accounts")]
    pub data: Option<PathBuf>,

    /// Who may use the storage (`cairn account add` writes it)
    #[arg(long, value_name = "FILE", requires = "data")]
    pub accounts: Option<PathBuf>,

    /// Another origin whose app may use the storage, like https://app.example.org; may be given several times
    #[arg(long, value_name = "ORIGIN", requires = "data")]
    pub allow_origin: Vec<Origin>,

    /// Port to listen on; 0 takes any free one and prints it
    #[arg(long, value_name = "N", default_value_t = 8087)]
    pub port: u16,

    /// Address to listen on; any but loopback needs --behind-https
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,

    /// Say that a proxy in front of this address speaks HTTPS to the learners
    #[arg(long)]
    pub behind_https: bool,

    /// The path the app was built for (`cargo xtask dist --base /cairn/`)
    #[arg(long, value_name = "PATH", default_value_t = Base::default())]
    pub base: Base,

    /// Stop when standard input closes, so that no server outlives the program that started it
    #[arg(long)]
    pub until_stdin_closes: bool,
}
