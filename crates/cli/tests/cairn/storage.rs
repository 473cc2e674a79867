//! What is stored comes back, and never does anything else.

use crate::support::{Answer, Server};

/// Storage shares its origin with the app: whatever it answers is bytes to save.
fn assert_inert(answer: &Answer, what: &str) {
    assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'", "{what}");
    assert_eq!(answer.header("content-disposition"), "attachment", "{what}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    let kind = if answer.status == 207 { "application/xml; charset=utf-8" } else { "application/octet-stream" };
    assert_eq!(answer.header("content-type"), kind, "{what}");
}

#[test]
fn what_is_put_is_listed_read_replaced_and_deleted() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/log/0a");
    let name = "cairn1/log/0a/00000001-5-0011223344556677.jsonl.gz";
    assert_eq!(server.ana("PUT", name).body("words").answer().status, 201);
    assert_eq!(server.ana("PUT", name).body("words").answer().status, 204);
    let read = server.ana("GET", name).answer();
    assert_eq!((read.status, read.text().as_str()), (200, "words"));
    let head = server.ana("HEAD", name).answer();
    assert_eq!((head.status, head.header("content-length")), (200, "5"));
    let part = server.ana("GET", name).header("range", "bytes=1-2").answer();
    assert_eq!((part.status, part.text().as_str()), (206, "or"));
    let list = server.ana("PROPFIND", "cairn1/log/0a/").header("depth", "1").answer();
    assert_eq!(list.status, 207);
    assert!(list.text().contains(&format!("<D:href>/dav/ana/{name}</D:href>")), "{}", list.text());
    assert!(list.text().contains("<D:getcontentlength>5</D:getcontentlength>"), "{}", list.text());
    assert_eq!(server.ana("DELETE", name).answer().status, 204);
    assert_eq!(server.ana("GET", name).answer().status, 404);
}

#[test]
fn a_listing_has_a_bound() {
    let server = Server::with_storage(&[]);
    for depth in [None, Some("infinity"), Some("2")] {
        let ask = server.ana("PROPFIND", "");
        let answer = depth.into_iter().fold(ask, |ask, depth| ask.header("depth", depth)).answer();
        assert_eq!(answer.status, 403, "{depth:?}: {answer:?}");
    }
}

#[test]
fn nothing_a_learner_stores_can_run() {
    let server = Server::with_storage(&[]);
    let script = "<script>document.title = 'ran'</script>";
    for (folder, name) in [
        ("cairn1/out/0a", "x.html"),
        ("cairn1/out/0a", "x.svg"),
        ("cairn1/out/0a", "sw.js"),
        ("cairn1/blob/aa", "x.html"),
    ] {
        server.make_folders(folder);
        let path = format!("{folder}/{name}");
        let stored = server.ana("PUT", &path).header("content-type", "text/html").body(script).answer();
        assert_eq!(stored.status, 201, "{path}");
        assert_inert(&stored, &path);
        assert_inert(&server.ana("GET", &path).answer(), &path);
        assert_inert(&server.ana("HEAD", &path).answer(), &path);
        assert_inert(&server.ana("GET", &path).header("range", "bytes=0-3").answer(), &path);
    }
    for name in ["x.html", "x.svg", "sw.js"] {
        let refused = server.ana("PUT", name).header("content-type", "text/html").body(script).answer();
        assert_eq!(refused.status, 403, "{name}");
        assert_inert(&refused, name);
        assert!(!server.get(&format!("/{name}"), &[]).text().contains("ran"));
    }
}

#[test]
fn refusals_are_inert_too() {
    let server = Server::with_storage(&[]);
    assert_inert(&server.ask("GET", "/dav/ana/").answer(), "no credential");
    assert_inert(&server.ask("GET", "/dav").answer(), "no account");
    assert_inert(&server.ask("OPTIONS", "/dav/ana/").answer(), "OPTIONS");
    assert_inert(&server.ana("GET", "cairn1/log/0a/none").answer(), "absent");
    assert_inert(&server.ana("GET", "cairn1/").answer(), "a folder");
    assert_inert(&server.ana("PATCH", "cairn1/").answer(), "another method");
    assert_inert(&server.ana("PROPFIND", "").header("depth", "1").answer(), "a listing");
}

#[test]
fn storage_moves_with_the_base() {
    let server = Server::with_storage(&["--base", "/cairn/"]);
    let list = server.ana("PROPFIND", "").header("depth", "1").answer();
    assert_eq!(list.status, 207);
    assert!(list.text().contains("<D:href>/cairn/dav/ana/</D:href>"), "{}", list.text());
}
