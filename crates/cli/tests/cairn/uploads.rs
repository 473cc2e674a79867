//! Uploads that are long, cut off, or many at once.

use std::io::Write;
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::support::{ANA, Server};

const MIB: usize = 1024 * 1024;

#[test]
fn a_chunk_of_media_fits_and_more_is_refused_before_it_is_stored() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    assert_eq!(server.ana("PUT", "cairn1/blob/aa/0a").body(vec![7; 8 * MIB]).answer().status, 201);
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0a").answer().body.len(), 8 * MIB);
    let long = server.ana("PUT", "cairn1/blob/aa/0b").body(vec![7; 17 * MIB]).answer();
    assert!(long.status == 413 && long.text().contains("Nothing was stored"), "{long:?}");
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0b").answer().status, 404);
    assert_eq!(incoming(&server), 0);
}

#[test]
fn a_long_body_that_does_not_say_its_length_is_refused_too() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    let mut stream = begin(&server, "cairn1/blob/aa/0b", "transfer-encoding: chunked");
    let chunk = [format!("{MIB:x}\r\n").into_bytes(), vec![7; MIB], b"\r\n".to_vec()].concat();
    for _ in 0..17 {
        stream.write_all(&chunk).expect("sent");
    }
    stream.write_all(b"0\r\n\r\n").expect("sent");
    let mut answer = String::new();
    std::io::Read::read_to_string(&mut stream, &mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0b").answer().status, 404);
}

#[test]
fn an_upload_that_is_cut_off_leaves_what_was_there() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    server.ana("PUT", "cairn1/blob/aa/0a").body("whole").answer();
    for path in ["cairn1/blob/aa/0a", "cairn1/blob/aa/0b"] {
        let mut stream = begin(&server, path, "content-length: 1000000");
        stream.write_all(&[7; 100_000]).expect("sent");
        wait_for("the upload to begin", || incoming(&server) == 1);
        drop(stream);
        wait_for("the upload to be forgotten", || incoming(&server) == 0);
    }
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0a").answer().text(), "whole");
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0b").answer().status, 404);
}

#[test]
fn nobody_sees_an_upload_before_it_is_whole() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    server.ana("PUT", "cairn1/blob/aa/0a").body("old").answer();
    let mut stream = begin(&server, "cairn1/blob/aa/0a", "content-length: 6");
    stream.write_all(b"new").expect("sent");
    wait_for("the upload to begin", || incoming(&server) == 1);
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0a").answer().text(), "old");
    for (folder, entries) in [("", 2), ("cairn1/blob/aa/", 2)] {
        let list = server.ana("PROPFIND", folder).header("depth", "1").answer().text();
        assert_eq!(list.matches("<D:href>").count(), entries, "the folder and one more: {list}");
    }
    stream.write_all(b"est").expect("sent");
    wait_for("the upload to be stored", || server.ana("GET", "cairn1/blob/aa/0a").answer().text() == "newest");
}

#[test]
fn of_two_writers_each_reader_sees_one_whole() {
    let server = Arc::new(Server::with_storage(&[]));
    server.make_folders("cairn1/blob/aa");
    let path = "cairn1/blob/aa/0a";
    server.ana("PUT", path).body(vec![0; 200_000]).answer();
    let writers: Vec<_> = [1u8, 2]
        .map(|byte| {
            let server = Arc::clone(&server);
            thread::spawn(move || {
                (0..20).all(|_| server.ana("PUT", path).body(vec![byte; 200_000]).answer().status == 204)
            })
        })
        .into();
    while !writers.iter().all(thread::JoinHandle::is_finished) {
        let seen = server.ana("GET", path).answer().body;
        assert_eq!(seen.len(), 200_000);
        assert!(seen.iter().all(|byte| Some(byte) == seen.first()), "a mixture was seen");
    }
    for writer in writers {
        assert!(writer.join().expect("a writer"), "every upload was stored");
    }
    assert_eq!(incoming(&server), 0);
}

#[test]
fn parts_of_files_are_refused() {
    let server = Server::with_storage(&[]);
    server.make_folders("cairn1/blob/aa");
    server.ana("PUT", "cairn1/blob/aa/0a").body("whole").answer();
    let part = server.ana("PUT", "cairn1/blob/aa/0a").header("content-range", "bytes 0-1/5").body("xx").answer();
    assert_eq!(part.status, 400, "{part:?}");
    assert_eq!(server.ana("GET", "cairn1/blob/aa/0a").answer().text(), "whole");
}

fn begin(server: &Server, path: &str, length: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.host()).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit");
    let head = format!(
        "PUT /dav/ana/{path} HTTP/1.1\r\nhost: cairn\r\nauthorization: {ANA}\r\nconnection: close\r\n{length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("sent");
    stream
}

fn incoming(server: &Server) -> usize {
    let folder: PathBuf = server.scratch.path().join("data/.incoming");
    fs::read_dir(folder).expect("the folder").count()
}

fn wait_for(what: &str, done: impl Fn() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(30), "waited in vain for {what}");
        thread::sleep(Duration::from_millis(5));
    }
}
