//! The suite that every backend of Cairn has to pass, on `cairn serve`.

use pollster::block_on;
use sync::probe::probe;
use sync::testing::{acceptance, host::Timeless, native::Native};
use sync::webdav::{Address, Authorization, WebDav, WebDavBackend};

use crate::support::Server;

fn storage(server: &Server, account: &str, password: &str) -> WebDavBackend<Native> {
    let address = Address::parse(&format!("{}/dav/{account}", server.address)).expect("an address");
    let authorization = Authorization::basic(account, password).expect("a credential");
    WebDavBackend::new(WebDav::new(address, Some(authorization)), Native::default())
}

#[test]
fn cairn_serve_is_a_backend() {
    let server = Server::with_storage(&[]);
    block_on(acceptance::refuses(&storage(&server, "ana", "fern and flint"))).expect("a wrong password is refused");
    block_on(acceptance::all(&storage(&server, "ana", "moss and stone"))).expect("every promise is kept");
}

#[test]
fn cairn_serve_is_a_backend_under_a_path_too() {
    let server = Server::with_storage(&["--base", "/cairn/"]);
    block_on(acceptance::all(&storage(&server, "ana", "moss and stone"))).expect("every promise is kept");
}

#[test]
fn two_devices_meet() {
    let server = Server::with_storage(&[]);
    block_on(acceptance::two_devices(&storage(&server, "ana", "moss and stone"))).expect("they meet");
}

#[test]
fn connecting_finds_nothing_to_complain_of() {
    let server = Server::with_storage(&[]);
    let fit =
        block_on(probe(&storage(&server, "ana", "moss and stone"), &Timeless::default(), [7; 16])).expect("it fits");
    assert_eq!(fit.recipe(), None, "{fit:?}");
    assert!(fit.no_large_files.is_none(), "{fit:?}");
}
