//! The app as `cairn serve` serves it.

use std::net::TcpStream;
use std::process::Command;

use crate::support::{Ask, CAIRN, Scratch, Server, raw};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; \
    media-src 'self' blob:; font-src 'self'; connect-src *; worker-src 'self'; manifest-src 'self'; frame-src blob:; \
    object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

#[test]
fn every_answer_is_protected() {
    let server = Server::start(&[]);
    for path in ["/", "/pathway", "/sw.js", "/app-3f9c1a2b7d60e581.js", "/missing.js", "/..%2f..%2fetc%2fpasswd.txt"] {
        let answer = server.get(path, &[]);
        assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
    }
}

#[test]
fn the_page_answers_for_addresses_and_never_for_files() {
    let server = Server::start(&[]);
    for path in ["/", "/pathway", "/competency/abc-1", "/evidence/new?tab=2", "/index.html"] {
        let answer = server.get(path, &[]);
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/html"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        assert!(answer.text().contains("<title>Cairn"), "{path}");
    }
    for path in ["/missing.js", "/competency/missing.wasm", "/icons/missing.png"] {
        assert_eq!(server.get(path, &[]).status, 404, "{path}");
    }
    let dotted = server.get("/competency/ccss.math.1", &[("sec-fetch-mode", "navigate")]);
    assert_eq!((dotted.status, dotted.header("content-type")), (200, "text/html"));
}

#[test]
fn files_have_their_type_and_their_time_to_live() {
    let server = Server::start(&[]);
    for (path, kind, cache) in [
        ("/app-3f9c1a2b7d60e581.js", "text/javascript", "public, max-age=31536000, immutable"),
        ("/app-3f9c1a2b7d60e581_bg.wasm", "application/wasm", "public, max-age=31536000, immutable"),
        ("/sw.js", "text/javascript", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/icon.svg", "image/svg+xml", "no-cache"),
    ] {
        let answer = server.get(path, &[]);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
        assert_eq!(answer.header("cache-control"), cache, "{path}");
    }
    let tag = server.get("/sw.js", &[]).header("etag").to_owned();
    assert_eq!(server.get("/sw.js", &[("if-none-match", &tag)]).status, 304);
}

#[test]
fn the_smallest_form_that_the_browser_reads_is_sent() {
    let server = Server::start(&[]);
    let script = "/app-3f9c1a2b7d60e581.js";
    for (accepted, encoding, body) in [
        ("gzip, deflate, br", "br", "script as br"),
        ("gzip", "gzip", "script as gz"),
        ("br;q=0, gzip", "gzip", "script as gz"),
        ("identity", "", "export {};"),
    ] {
        let answer = server.get(script, &[("accept-encoding", accepted)]);
        assert_eq!((answer.header("content-encoding"), answer.text().as_str()), (encoding, body), "{accepted}");
        assert_eq!(answer.header("content-type"), "text/javascript");
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
    assert_eq!(server.get("/pathway", &[("accept-encoding", "br")]).text(), "page as br");
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let scratch = Scratch::new();
    scratch.file("secret.txt", b"secret");
    let server = Server::start_in(scratch, &[]);
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/x/..%5c..%5csecret.txt", "/%00secret.txt"]
    {
        let request = format!("GET {path} HTTP/1.1\r\nhost: cairn\r\nconnection: close\r\n\r\n");
        let (status, body) = raw(server.host(), request.as_bytes());
        assert!(!status.contains("200"), "{path}: {status}");
        assert!(!body.contains("secret"), "{path}: {body}");
    }
}

#[test]
fn an_app_may_live_under_a_path() {
    let server = Server::start(&["--base", "/cairn/"]);
    let origin = server.address.strip_suffix("/cairn").expect("the address names the base");
    assert_eq!(server.get("/sw.js", &[]).text(), "// worker");
    assert_eq!(server.get("/pathway", &[]).status, 200);
    let from = |address: &str| Ask::new("GET", address.to_owned()).answer();
    let bare = from(&format!("{origin}/"));
    assert_eq!((bare.status, bare.header("location")), (307, "/cairn/"));
    assert_eq!(from(&format!("{origin}/cairn")).header("location"), "/cairn/");
    assert_eq!(from(&format!("{origin}/sw.js")).status, 404);
}

#[test]
fn it_stops_when_asked() {
    let mut server = Server::start(&[]);
    assert_eq!(server.get("/", &[]).status, 200);
    assert!(server.stop(), "closing standard input ends it well");

    for signal in ["-TERM", "-INT"] {
        let mut server = Server::start(&[]);
        let told = Command::new("kill").args([signal, &server.pid().to_string()]).status().expect("kill");
        assert!(told.success());
        assert!(server.wait(), "{signal} ends it well");
    }
}

#[test]
fn it_comes_back_at_the_same_address_at_once() {
    let mut server = Server::start(&[]);
    let port = server.address.rsplit(':').next().expect("a port").to_owned();
    let idle = TcpStream::connect(server.host()).expect("a browser that has not asked anything yet");
    assert_eq!(server.get("/", &[]).status, 200);
    assert!(server.stop());
    let again = Server::start(&["--port", &port]);
    assert_eq!(again.address, server.address);
    assert_eq!(again.get("/", &[]).status, 200);
    drop(idle);
}

#[test]
fn what_it_will_not_do_it_says_and_how_to_go_on() {
    let scratch = Scratch::new();
    let dist = scratch.dist();
    let serve = |more: &[&str]| {
        let done = Command::new(CAIRN).arg("serve").args(more).output().expect("cairn runs");
        assert!(!done.status.success(), "{more:?}");
        String::from_utf8(done.stderr).expect("text")
    };
    let dist = dist.to_str().expect("text");
    let exposed = serve(&["--dist", dist, "--host", "0.0.0.0", "--port", "0"]);
    assert!(exposed.contains("--behind-https") && exposed.contains("Nothing was started"), "{exposed}");
    let empty = serve(&["--dist", scratch.path().to_str().expect("text"), "--port", "0"]);
    assert!(empty.contains("no index.html") && empty.contains("xtask dist"), "{empty}");
    let taken = Server::start(&[]);
    let port = taken.address.rsplit(':').next().expect("a port");
    let twice = serve(&["--dist", dist, "--port", port]);
    assert!(twice.contains("--port 0"), "{twice}");
}
