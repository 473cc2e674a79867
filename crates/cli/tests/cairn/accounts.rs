//! `cairn account`.

use std::fs;
use std::process::Command;

use crate::support::{ANA, CAIRN, Scratch, Server, accounts, add_account};

#[test]
fn a_password_is_kept_as_a_hash_alone_and_never_printed() {
    let scratch = Scratch::new();
    let done = add_account(&scratch, "ana", "moss and stone", &[]);
    assert!(done.status.success());
    let file = fs::read_to_string(accounts(&scratch)).expect("the file");
    assert!(file.starts_with("ana:$argon2id$"), "{file}");
    for text in [
        &file,
        &String::from_utf8_lossy(&done.stdout).into_owned(),
        &String::from_utf8_lossy(&done.stderr).into_owned(),
    ] {
        assert!(!text.contains("moss and stone"), "{text}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(accounts(&scratch)).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn what_would_surprise_is_refused_and_changes_nothing() {
    let scratch = Scratch::new();
    add_account(&scratch, "ana", "moss and stone", &[]);
    let before = fs::read_to_string(accounts(&scratch)).expect("the file");
    for (name, password, says) in [
        ("ana", "fern and flint", "--replace"),
        ("ben", "short", "fewer than 8"),
        ("Ben", "fern and flint", "a-z"),
        ("../ben", "fern and flint", "a-z"),
    ] {
        let done = add_account(&scratch, name, password, &[]);
        assert!(!done.status.success(), "{name}");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(said.contains(says) && !said.contains(password), "{said}");
    }
    assert_eq!(fs::read_to_string(accounts(&scratch)).expect("the file"), before);
}

#[test]
fn a_running_server_follows_the_file() {
    let server = Server::with_storage(&[]);
    let visit = |credential| {
        server.ask("PROPFIND", "/dav/ana/").header("authorization", credential).header("depth", "0").answer().status
    };
    assert_eq!(visit(ANA), 207);
    assert!(add_account(&server.scratch, "ana", "pebble and peat", &["--replace"]).status.success());
    assert_eq!(visit(ANA), 401, "the old password ends at once");
    assert_eq!(visit("Basic YW5hOnBlYmJsZSBhbmQgcGVhdA=="), 207);
    let removed =
        Command::new(CAIRN).args(["account", "remove", "ana", "--accounts"]).arg(accounts(&server.scratch)).output();
    assert!(removed.expect("cairn runs").status.success());
    assert_eq!(visit("Basic YW5hOnBlYmJsZSBhbmQgcGVhdA=="), 401);
    assert!(server.scratch.path().join("data/ana").is_dir(), "what was stored stays");
}

#[test]
fn a_password_may_hold_any_letter() {
    let server = Server::with_storage(&[]);
    assert!(add_account(&server.scratch, "eva", "Straße 7: ñandú", &[]).status.success());
    let visit =
        |credential| server.ask("PROPFIND", "/dav/eva/").header("authorization", credential).header("depth", "0");
    assert_eq!(visit("Basic ZXZhOlN0cmHDn2UgNzogw7FhbmTDug==").answer().status, 207, "in UTF-8, as RFC 7617 has it");
    assert_eq!(visit("Basic ZXZhOlN0cmHfZSA3OiDxYW5k+g==").answer().status, 401, "in Latin-1");
}

#[test]
fn serving_needs_accounts_that_can_be_read() {
    let scratch = Scratch::new();
    let dist = scratch.dist();
    let broken = scratch.file("broken", b"ana:moss and stone\n");
    for (file, says) in [(scratch.path().join("none"), "cairn account add"), (broken, "line 1 of")] {
        let mut serve = Command::new(CAIRN);
        serve.args(["serve", "--port", "0"]).arg("--dist").arg(&dist);
        let done = serve
            .arg("--data")
            .arg(scratch.path().join("data"))
            .arg("--accounts")
            .arg(file)
            .output()
            .expect("cairn runs");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success() && said.contains(says), "{said}");
        assert!(!said.contains("moss and stone"), "{said}");
    }
}
