//! What may be stored under which name, and what may be asked of it.

use crate::support::Server;

#[test]
fn names_outside_the_layout_are_refused_with_a_sentence() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/log/0a");
    for path in [
        "index.html",
        "sw.js",
        "x.svg",
        "cairn1/x.html",
        "cairn1/sw.js",
        "cairn1/other/0a/x",
        "cairn2/log/0a/x",
        "cairn1/log/0a/b/c",
        "cairn1/log/0a/X",
        "cairn1/log/0a/.x",
        "cairn1/log/0a/x.",
        "cairn1/log/0a/%61",
        &format!("cairn1/log/0a/{}", "x".repeat(100)),
    ] {
        for method in ["PUT", "GET", "DELETE"] {
            let answer = server.ana(method, path).body("words").answer();
            assert_eq!(answer.status, 403, "{method} {path}: {answer:?}");
            assert!(answer.text().contains("never writes such a name"), "{method} {path}: {answer:?}");
        }
    }
    for path in ["images/", "cairn1/other/", "cairn1/log/0a/deeper/still/"] {
        assert_eq!(server.ana("MKCOL", path).answer().status, 403, "{path}");
    }
}

#[test]
fn files_and_folders_keep_to_their_places_and_folders_stay() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    for (method, path) in [
        ("PUT", "cairn1/blob/aa"),
        ("PUT", "cairn1/blob"),
        ("PUT", ""),
        ("MKCOL", "cairn1/blob/aa/0b"),
        ("MKCOL", "cairn1/root-1.json"),
        ("DELETE", "cairn1/blob/aa"),
        ("DELETE", "cairn1/"),
        ("DELETE", ""),
    ] {
        let answer = server.ana(method, path).body("words").answer();
        assert_eq!(answer.status, 409, "{method} {path}: {answer:?}");
    }
    let missing = server.ana("PUT", "cairn1/blob/bb/0b").body("words").answer();
    assert!(missing.status == 409 && missing.text().contains("make it first"), "{missing:?}");
    assert_eq!(server.ana("MKCOL", "cairn1/sig/key/").answer().status, 409);
    assert_eq!(server.ana("MKCOL", "cairn1/blob/aa/").answer().status, 405);
}

#[test]
fn a_probe_comes_and_goes() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/probe/0a/nested");
    assert_eq!(server.ana("PUT", "cairn1/probe/0a/nested/file").body("probe").answer().status, 201);
    assert_eq!(
        server.ana("DELETE", "cairn1/probe/0a/nested/").answer().status,
        409,
        "a folder with something in it stays"
    );
    for path in ["cairn1/probe/0a/nested/file", "cairn1/probe/0a/nested", "cairn1/probe/0a", "cairn1/probe"] {
        assert_eq!(server.ana("DELETE", path).answer().status, 204, "{path}");
        assert_eq!(server.ana("DELETE", path).answer().status, 404, "{path}");
    }
}

#[test]
fn other_methods_are_refused_and_the_right_ones_named() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    server.ana("PUT", "cairn1/blob/aa/0b").body("words").answer();
    for method in
        ["POST", "PATCH", "PROPPATCH", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "MKCALENDAR", "TRACE", "BREW"]
    {
        let answer =
            server.ana(method, "cairn1/blob/aa/0b").header("destination", "/dav/ana/cairn1/blob/aa/0c").answer();
        assert_eq!(answer.status, 405, "{method}: {answer:?}");
        assert_eq!(answer.header("allow"), "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, MKCOL", "{method}");
    }
    let options = server.ask("OPTIONS", "/dav/ana/").answer();
    assert_eq!((options.status, options.header("dav")), (204, "1"));
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0b").answer().text(), "words");
}
