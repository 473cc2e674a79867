//! The suite on Apache mod_dav, and what the app's own recipe for it promises.

use crate::server::{Apache, ORIGIN, PASSWORD, USER};
use pollster::block_on;
use sync::{
    backend::{Backend, put_making_folders},
    error::{Fault, Remedy},
    http::{HttpRequest, Transport, TransportError},
    layout,
    name::Folder,
    probe::probe,
    recipe::{Recipe, Server, Topic},
    testing::{acceptance, host::Timeless, native::Native},
    webdav::{Address, Authorization, WebDav, WebDavBackend},
};

fn webdav(address: &str, password: &str) -> WebDav {
    WebDav::new(Address::parse(address).unwrap(), Some(Authorization::basic(USER, password).unwrap()))
}

#[test]
fn apache_is_a_backend() {
    let server = Apache::start();
    block_on(acceptance::all(&WebDavBackend::new(webdav(&server.address(), PASSWORD), Native::default()))).unwrap();
    block_on(acceptance::refuses(&WebDavBackend::new(webdav(&server.address(), "wrong"), Native::default()))).unwrap();
}

#[test]
fn two_devices_meet_on_apache() {
    let server = Apache::start();
    let backend = WebDavBackend::new(webdav(&server.address(), PASSWORD), Native::default());
    block_on(acceptance::two_devices(&backend)).unwrap();
}

#[test]
fn a_limit_on_files_is_found_when_connecting() {
    let server = Apache::start_with(|recipe| recipe.replace("16777216", "1000000"));
    let backend = WebDavBackend::new(webdav(&server.address(), PASSWORD), Native::default());
    let fit = block_on(probe(&backend, &Timeless::default(), [7; 16])).unwrap();
    assert_eq!(fit.recipe(), Some(Recipe { server: Server::Apache, topic: Topic::BodyLimit }), "{fit:?}");
    assert!(matches!(fit.no_large_files.unwrap().fault, Fault::TooLarge { .. }));
}

#[test]
fn its_answers_can_never_run_as_a_page() {
    let server = Apache::start();
    let webdav = webdav(&server.address(), PASSWORD);
    let name = layout::probe([1; 16]);
    let backend = WebDavBackend::new(webdav.clone(), Native::default());
    block_on(put_making_folders(&backend, &name, b"<script>1</script>".to_vec())).unwrap();
    let answer = block_on(Native::default().send(webdav.get(&name, 99))).unwrap();
    let header = |name| answer.headers.get(name).map(str::to_owned);
    assert_eq!(header("Content-Type").as_deref(), Some("application/octet-stream"));
    assert_eq!(header("Content-Disposition").as_deref(), Some("attachment"));
    assert_eq!(header("X-Content-Type-Options").as_deref(), Some("nosniff"));
    assert_eq!(header("Content-Security-Policy").as_deref(), Some("sandbox; default-src 'none'"));
}

#[test]
fn a_browser_from_the_apps_origin_is_let_in() {
    let server = Apache::start();
    for path in ["", "not/there", "cairn1/"] {
        for method in ["GET", "PUT", "DELETE", "PROPFIND", "MKCOL"] {
            let head = server.preflight(path, method);
            assert!(head.starts_with("HTTP/1.1 200"), "{path} {method}: {head}");
            assert!(head.contains(&format!("Access-Control-Allow-Origin: {ORIGIN}\r\n")), "{head}");
            let line = |name: &str| head.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            assert!(line("Access-Control-Allow-Methods").contains(method), "{head}");
            for header in ["Authorization", "Content-Type", "Depth"] {
                assert!(line("Access-Control-Allow-Headers").contains(header), "{head}");
            }
        }
    }
    let signed_out = WebDav::new(Address::parse(&server.address()).unwrap(), None);
    let request: HttpRequest<Vec<u8>> = signed_out.list(&Folder::base());
    let answer = block_on(Native::default().send(request)).unwrap();
    // Without this header on the refusal, too, a browser could not tell a wrong password from a dead server.
    assert_eq!((answer.status, answer.headers.get("Access-Control-Allow-Origin")), (401, Some(ORIGIN)));
}

#[test]
fn a_wrong_address_and_a_dead_server_are_told_apart() {
    let server = Apache::start();
    let elsewhere = format!("{}/not/there", server.address());
    let backend = WebDavBackend::new(webdav(&elsewhere, PASSWORD), Native::default());
    let error = block_on(backend.list(&Folder::base())).unwrap_err();
    assert_eq!((error.fault.clone(), error.remedy()), (Fault::Missing, Remedy::CheckAddress));

    let gone = server.address();
    drop(server);
    let error =
        block_on(WebDavBackend::new(webdav(&gone, PASSWORD), Native::default()).list(&layout::home())).unwrap_err();
    assert_eq!(error.fault, Fault::Transport(TransportError::NoAnswer));
    assert_eq!(error.remedy(), Remedy::CheckConnection);
}
