//! Holds any WebDAV server to the acceptance suite, over plain HTTP:
//!
//! ```text
//! cargo run -p sync --features native --example accept -- http://127.0.0.1:8080/folder ana password
//! ```
//!
//! It makes the folders `<folder>/all` and `<folder>/devices` and leaves them.

use std::error::Error;

use pollster::block_on;
use sync::{
    backend::Backend as _,
    name::Folder,
    testing::{acceptance, native::Native},
    webdav::{Address, Authorization, WebDav, WebDavBackend},
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, user, password] = arguments.as_slice() else {
        return Err("give an address, a user and a password".into());
    };
    let backend = |part: &str, password: &str| -> Result<_, Box<dyn Error>> {
        let address = Address::parse(&format!("{address}/{part}"))?;
        Ok(WebDavBackend::new(WebDav::new(address, Some(Authorization::basic(user, password)?)), Native::default()))
    };
    for part in ["all", "devices"] {
        block_on(backend(part, password)?.mkdir(&Folder::base()))?;
    }
    block_on(acceptance::refuses(&backend("all", "not the password")?))?;
    println!("a wrong password is refused");
    block_on(acceptance::all(&backend("all", password)?))?;
    println!("all five verbs do what they should");
    block_on(acceptance::two_devices(&backend("devices", password)?))?;
    println!("two devices meet");
    Ok(())
}
