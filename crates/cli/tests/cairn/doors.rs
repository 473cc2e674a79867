//! Who comes in to the storage, and how far.

use std::fs;

use crate::support::{ANA, BEN, NOT_ANA, Server, raw};

#[test]
fn nobody_comes_in_without_the_right_password() {
    let server = Server::with_storage(&[]);
    for credential in [
        None,
        Some(NOT_ANA),
        Some("Basic bm9ib2R5Om1vc3MgYW5kIHN0b25l"),
        Some("Bearer x"),
        Some("Basic !"),
        Some("Basic YW5h"),
    ] {
        for method in ["GET", "HEAD", "PUT", "DELETE", "MKCOL", "PROPFIND"] {
            let ask = server.ask(method, "/dav/ana/cairn1/").header("depth", "1");
            let answer = credential.into_iter().fold(ask, |ask, value| ask.header("authorization", value)).answer();
            assert!([401, 429].contains(&answer.status), "{method} {credential:?}: {answer:?}");
            if answer.status == 401 {
                assert!(answer.header("www-authenticate").starts_with("Basic "), "{method}");
            }
        }
    }
    assert!(!server.scratch.path().join("data/ana").exists(), "nothing was made for them");
}

#[test]
fn one_account_never_reaches_anothers() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/log/0a");
    assert_eq!(server.ana("PUT", "cairn1/log/0a/1.gz").body("hers").answer().status, 201);
    for method in ["GET", "HEAD", "PUT", "DELETE", "MKCOL", "PROPFIND"] {
        for path in [
            "/dav/ana/cairn1/log/0a/1.gz",
            "/dav/ana/",
            "/dav/ana",
            "/dav/",
            "/dav/nobody/",
            "/dav/.incoming/",
            "/dav/ANA/",
        ] {
            let answer =
                server.ask(method, path).header("authorization", BEN).header("depth", "1").body("his").answer();
            assert_eq!(answer.status, 403, "{method} {path}: {answer:?}");
            assert!(!answer.text().contains("hers"));
        }
    }
    assert_eq!(server.ana("GET", "cairn1/log/0a/1.gz").answer().text(), "hers");
}

#[test]
fn guesses_are_slowed_and_the_learner_is_not() {
    let server = Server::with_storage(&[]);
    let visit = |credential| {
        server.ask("PROPFIND", "/dav/ana/").header("authorization", credential).header("depth", "0").answer()
    };
    assert_eq!(visit(ANA).status, 207);
    let guesses: Vec<u16> = (0..12).map(|_| visit(NOT_ANA).status).collect();
    assert_eq!(guesses.get(..9), Some(&[401; 9][..]), "{guesses:?}");
    assert!(guesses.contains(&429), "{guesses:?}");
    let waiting = visit(NOT_ANA);
    assert!(waiting.status == 401 || waiting.header("retry-after").parse::<u64>().is_ok(), "{waiting:?}");
    assert_eq!(visit(ANA).status, 207, "a device that is in stays in");
}

/// Paths that would leave the account's folder on a careless server, sent as they are.
#[test]
fn no_path_leads_out() {
    let server = Server::with_storage(&[]);
    server.scratch.file("data/ben/cairn1/log/0b/1.gz", b"bens words");
    server.make_folders("cairn1/log");
    let outs = [
        "../ben/cairn1/log/0b/1.gz",
        "cairn1/../../ben/cairn1/log/0b/1.gz",
        "%2e%2e/ben/cairn1/log/0b/1.gz",
        "%2E%2E%2Fben%2Fcairn1%2Flog%2F0b%2F1.gz",
        "..%2fben/cairn1/log/0b/1.gz",
        "..%5cben/cairn1/log/0b/1.gz",
        "..\\ben\\cairn1\\log\\0b\\1.gz",
        "%252e%252e/ben/cairn1/log/0b/1.gz",
        "%c0%ae%c0%ae/ben/cairn1/log/0b/1.gz",
        "./../ben/cairn1/log/0b/1.gz",
        "cairn1/log/..;/..;/..;/ben/cairn1/log/0b/1.gz",
        "/../ben/cairn1/log/0b/1.gz",
        "//ben/cairn1/log/0b/1.gz",
        "cairn1/log/0b/1.gz%00",
        "%00/../../ben/cairn1/log/0b/1.gz",
        "cairn1/log/%2fetc%2fpasswd",
        "/etc/passwd",
        "cairn1/log/0b/..%2f..%2f..%2f..%2fben%2fcairn1%2flog%2f0b%2f1.gz",
        "cairn1/log/.../...",
    ];
    for path in outs {
        for method in ["GET", "PROPFIND", "PUT", "DELETE", "MKCOL"] {
            let request = format!(
                "{method} /dav/ana/{path} HTTP/1.1\r\nhost: cairn\r\nauthorization: {ANA}\r\ndepth: 1\r\nconnection: close\r\ncontent-length: 4\r\n\r\nevil"
            );
            let (status, answer) = raw(server.host(), request.as_bytes());
            let refused = ["400", "403", "404"].iter().any(|code| status.contains(code));
            assert!(refused, "{method} {path}: {status}");
            assert!(!answer.contains("bens words") && !answer.contains("root:"), "{method} {path}: {answer}");
        }
    }
    assert_eq!(fs::read(server.scratch.path().join("data/ben/cairn1/log/0b/1.gz")).expect("Ben's file"), b"bens words");
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let server = Server::with_storage(&[]);
    let secret = server.scratch.file("outside/secret.gz", b"secret");
    server.make_folders("cairn1/log/0a");
    let ana = server.scratch.path().join("data/ana/cairn1");
    symlink(&secret, ana.join("log/0a/1.gz")).expect("a link to a file");
    symlink(server.scratch.path().join("outside"), ana.join("log/0b")).expect("a link to a folder");
    symlink(server.scratch.path().join("outside"), ana.join("out")).expect("a link where a folder belongs");
    for path in
        ["cairn1/log/0a/1.gz", "cairn1/log/0b/secret.gz", "cairn1/log/0b/", "cairn1/out/", "cairn1/out/0a/secret.gz"]
    {
        for method in ["GET", "PUT", "DELETE", "PROPFIND", "MKCOL"] {
            let answer = server.ana(method, path).header("depth", "1").body("evil").answer();
            assert!([403, 409].contains(&answer.status), "{method} {path}: {answer:?}");
            assert!(!answer.text().contains("secret.gz"), "{method} {path}: {answer:?}");
        }
    }
    assert_eq!(fs::read(secret).expect("the secret"), b"secret");
}
