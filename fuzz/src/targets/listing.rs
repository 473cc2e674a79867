//! Whatever a server answers where a folder's listing should be, it is read or refused, and names nothing outside of the folder.

use sync::backend::Entry;
use sync::http::{Headers, HttpResponse};
use sync::name::{Folder, check_part};
use sync::webdav::{Address, WebDav};

const ADDRESS: &str = "https://cloud.example/dav/ana/cairn";

pub fn read(input: &[u8]) {
    let webdav = WebDav::new(Address::parse(ADDRESS).expect("an address"), None);
    let folder = Folder::parse("log").expect("a folder");
    let response = HttpResponse { status: 207, headers: Headers::default(), body: input.to_vec() };
    let Ok(entries) = webdav.list_answer(&folder, &response) else { return };
    let is_ours = |entry: &Entry| check_part(entry.name()).is_ok();
    assert!(entries.iter().all(is_ours), "{entries:?}");
}

pub fn seeds() -> Vec<Vec<u8>> {
    let listing = r#"<?xml version="1.0" encoding="utf-8"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/dav/ana/cairn/log/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response><d:response><d:href>/dav/ana/cairn/log/a%30b.gz</d:href><d:propstat><d:prop><d:resourcetype/><d:getcontentlength>12</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response><d:response><d:href>https://cloud.example/dav/ana/cairn/log/b0b1</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop><d:getcontentlength/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response></d:multistatus>"#;
    vec![listing.into()]
}
