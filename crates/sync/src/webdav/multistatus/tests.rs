//! Listings as real servers write them, shortened to what the reader looks at and what could confuse it.

use proptest::prelude::*;

use super::*;

fn file(name: &str, size: u64) -> Entry {
    Entry::File { name: name.into(), size }
}

fn folder(name: &str) -> Entry {
    Entry::Folder { name: name.into() }
}

fn listed(xml: &str) -> Result<Vec<Entry>, GarbledListing> {
    read(xml.as_bytes(), "/dav/cairn1/")
}

#[test]
fn apache_has_numbered_prefixes() {
    let xml = r#"<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:" xmlns:lp2="http://apache.org/dav/props/">
<D:href>/dav/cairn1/</D:href>
<D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
<D:propstat><D:prop><g0:getcontentlength xmlns:g0="DAV:"/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:">
<D:href>/dav/cairn1/log/</D:href>
<D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:">
<D:href>/dav/cairn1/root-00.json</D:href>
<D:propstat><D:prop><lp1:resourcetype/><lp1:getcontentlength>91</lp1:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
</D:response>
</D:multistatus>"#;
    assert_eq!(listed(xml), Ok(vec![folder("log"), file("root-00.json", 91)]));
}

#[test]
fn sabre_writes_a_default_prefix_and_a_size_of_folders_apart() {
    let xml = r#"<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns"><d:response><d:href>/dav/cairn1/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop><d:getcontentlength/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response><d:response><d:href>/dav/cairn1/a%2db.gz</d:href><d:propstat><d:prop><d:getcontentlength>7</d:getcontentlength><d:resourcetype/></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"#;
    assert_eq!(listed(xml), Ok(vec![file("a-b.gz", 7)]));
}

#[test]
fn a_default_namespace_and_whole_addresses_are_read() {
    let xml = r#"<multistatus xmlns="DAV:"><response><href>https://c.example/dav/cairn1</href><propstat><status>HTTP/1.1 200 OK</status><prop><resourcetype><collection/></resourcetype></prop></propstat></response>
<response><href>https://c.example/dav/cairn1/x</href><propstat><prop><getcontentlength> 5 </getcontentlength></prop></propstat></response></multistatus>"#;
    assert_eq!(listed(xml), Ok(vec![file("x", 5)]));
}

#[test]
fn addresses_inside_properties_name_nothing() {
    let xml = r#"<D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/cairn1/x</D:href><D:propstat><D:prop>
<D:lockdiscovery><D:activelock><D:lockroot><D:href>/dav/cairn1/evil</D:href></D:lockroot></D:activelock></D:lockdiscovery>
<D:getcontentlength>5</D:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>"#;
    assert_eq!(listed(xml), Ok(vec![file("x", 5)]));
}

#[test]
fn what_is_not_ours_is_left_out() {
    let entry = |href: &str, length: &str| {
        format!(
            "<response><href>{href}</href><propstat><prop><getcontentlength>{length}</getcontentlength></prop></propstat></response>"
        )
    };
    let gone = "<response><href>/dav/cairn1/gone</href><status>HTTP/1.1 404 Not Found</status></response>";
    let xml = format!(
        "<multistatus>{}{}{}{}{}{}{gone}</multistatus>",
        entry("/dav/cairn1/.DS_Store", "1"),
        entry("/dav/cairn1/00000001%20(conflicted%20copy).gz", "1"),
        entry("/dav/cairn1/no-size", ""),
        entry("/dav/cairn1/deep/er", "1"),
        entry("/dav/cairn1/..%2f..%2fetc", "1"),
        entry("/dav/cairn1/a&#45;b", "2"),
    );
    assert_eq!(listed(&xml), Ok(vec![file("a-b", 2)]));
}

#[test]
fn an_empty_folder_is_empty() {
    let xml = r#"<D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/cairn1/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>"#;
    assert_eq!(listed(xml), Ok(vec![]));
    assert_eq!(listed("<multistatus/>"), Ok(vec![]));
}

#[test]
fn other_documents_are_refused_with_the_reason() {
    assert_eq!(listed("<!DOCTYPE html><html><body>Sign in</body></html>"), Err(GarbledListing::NotAListing));
    assert_eq!(listed(""), Err(GarbledListing::NotAListing));
    assert_eq!(listed("<multistatus></multistatus><multistatus></multistatus>"), Err(GarbledListing::NotAListing));
    assert_eq!(listed("<multistatus><response>"), Err(GarbledListing::Cut));
    assert_eq!(listed("<multistatus><response></multistatus>"), Err(GarbledListing::NotXml));
    assert_eq!(listed("<multistatus>&own;</multistatus>"), Err(GarbledListing::NotXml));
    assert_eq!(listed(&"<multistatus>".repeat(100)), Err(GarbledListing::TooDeep));
    assert_eq!(read(b"\xff\xfe", "/"), Err(GarbledListing::NotText));
    assert_eq!(
        listed("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><multistatus>&a;</multistatus>"),
        Err(GarbledListing::NotXml)
    );
}

/// Whatever is cut off, the reader never takes a part for the whole.
#[test]
fn a_cut_listing_is_never_believed() {
    let xml = r#"<D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/cairn1/x</D:href><D:propstat><D:prop><D:getcontentlength>5</D:getcontentlength></D:prop></D:propstat></D:response></D:multistatus>"#;
    for end in 0..xml.len() {
        assert!(read(&xml.as_bytes()[..end], "/dav/cairn1/").is_err(), "{end}");
    }
    assert!(listed(xml).is_ok());
}

proptest! {
    /// Pieces of listings in any order: an answer or a reason, never a panic, and never a name that is none of ours.
    #[test]
    fn no_answer_of_a_server_is_too_odd(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30), noise: Vec<u8>) {
        let mut xml = b"<multistatus>".to_vec();
        xml.extend(pieces.concat().as_bytes());
        for xml in [&xml[..], &noise] {
            for entry in read(xml, "/dav/cairn1/").unwrap_or_default() {
                prop_assert_eq!(check_part(entry.name()), Ok(()));
            }
        }
    }
}

const PIECES: &[&str] = &[
    "<response>",
    "</response>",
    "<href>",
    "</href>",
    "/dav/cairn1/",
    "/dav/cairn1/a",
    "..",
    "%2e%2e/%",
    "é",
    "<propstat>",
    "</propstat>",
    "<prop>",
    "</prop>",
    "<getcontentlength>",
    "</getcontentlength>",
    "7",
    "99999999999999999999",
    "<resourcetype/>",
    "<collection/>",
    "<status>HTTP/1.1 200 OK</status>",
    "&amp;",
    "&#x41;",
    "&#0;",
    "&x;",
    "<![CDATA[/dav/cairn1/b]]>",
    "<!-- -->",
    "</multistatus>",
    "<x a='",
];
