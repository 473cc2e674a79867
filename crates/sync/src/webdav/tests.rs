//! Requests and answers, verb by verb.

use std::time::Duration;

use super::*;
use crate::{error::Remedy, http::Headers, recipe::Topic};

fn storage() -> WebDav {
    let address = Address::parse("https://c.example/dav/ana").unwrap();
    WebDav::new(address, Some(Authorization::basic("ana", "pass").unwrap()))
}

fn name() -> Name {
    Name::parse("cairn1/log/a").unwrap()
}

fn folder() -> Folder {
    Folder::parse("cairn1/log").unwrap()
}

fn answer(status: u16) -> HttpResponse<Vec<u8>> {
    HttpResponse { status, headers: Headers::default(), body: Vec::new() }
}

#[test]
fn requests_are_what_every_server_understands() {
    let put = storage().put(&name(), vec![1, 2]);
    assert_eq!((put.method.as_str(), put.url.as_str()), ("PUT", "https://c.example/dav/ana/cairn1/log/a"));
    assert_eq!(put.header("authorization"), Some("Basic YW5hOnBhc3M="));
    assert_eq!(put.header("content-type"), Some("application/octet-stream"));

    let list = storage().list::<Vec<u8>>(&folder());
    assert_eq!((list.method.as_str(), list.url.as_str()), ("PROPFIND", "https://c.example/dav/ana/cairn1/log/"));
    assert_eq!(list.header("Depth"), Some("1"));
    assert!(list.header("Content-Type").unwrap().starts_with("application/xml"));
    assert_eq!(storage().list::<Vec<u8>>(&Folder::base()).url, "https://c.example/dav/ana/");

    let mkdir = storage().mkdir::<Vec<u8>>(&folder());
    assert_eq!((mkdir.method.as_str(), mkdir.url.as_str()), ("MKCOL", "https://c.example/dav/ana/cairn1/log/"));
    assert_eq!(mkdir.body, None);

    let get = storage().get::<Vec<u8>>(&name(), 8 << 20);
    assert_eq!((get.answer_limit, get.patience), (8 << 20, Duration::from_secs(30 + 524)));
    assert_eq!(storage().delete::<Vec<u8>>(&name()).method.as_str(), "DELETE");
    let open = WebDav::new(Address::parse("http://a").unwrap(), None).get::<Vec<u8>>(&name(), 1);
    assert_eq!(open.header("Authorization"), None);
}

#[test]
fn no_password_is_printed() {
    let printed = format!("{:?} {:?}", storage(), storage().put(&name(), vec![1]));
    assert!(!printed.contains("YW5hOnBhc3M=") && !printed.contains("pass"), "{printed}");
}

#[test]
fn success_has_many_numbers() {
    for status in [200, 201, 204] {
        assert_eq!(storage().put_answer(&name(), 1, &answer(status)), Ok(()));
    }
    for status in [200, 201, 301, 405] {
        assert_eq!(storage().mkdir_answer(&folder(), &answer(status)), Ok(()));
    }
    for status in [200, 204, 404] {
        assert_eq!(storage().delete_answer(&name(), &answer(status)), Ok(()));
    }
    assert_eq!(storage().get_answer(&name(), 9, answer(200)), Ok(vec![]));
}

#[test]
fn faults_are_typed_and_say_what_helps() {
    let put = |status| storage().put_answer(&name(), 9, &answer(status)).unwrap_err();
    let cases = [
        (401, Fault::SignInRefused, Remedy::SignInAgain),
        (403, Fault::Forbidden, Remedy::AskForRights),
        (404, Fault::NoParent, Remedy::CheckAddress),
        (409, Fault::NoParent, Remedy::CheckAddress),
        (405, Fault::NotWebDav { status: 405 }, Remedy::ChangeServer),
        (413, Fault::TooLarge { size: 9 }, Remedy::ChangeServer),
        (423, Fault::Busy { status: 423, retry_after: None }, Remedy::Wait),
        (429, Fault::Busy { status: 429, retry_after: None }, Remedy::Wait),
        (500, Fault::Failing { status: 500, retry_after: None }, Remedy::Wait),
        (507, Fault::Full, Remedy::MakeRoom),
        (308, Fault::Moved { to: None }, Remedy::CheckAddress),
        (418, Fault::Unexpected { status: 418 }, Remedy::ChangeServer),
    ];
    for (status, fault, remedy) in cases {
        let error = put(status);
        assert_eq!((&error.fault, error.remedy()), (&fault, remedy), "{status}");
    }
    assert_eq!(put(413).recipe().map(|recipe| recipe.topic), Some(Topic::BodyLimit));
    assert_eq!(put(401).recipe(), None);
    assert_eq!(put(401).to_string(), "writing cairn1/log/a: the user name or password is not accepted");
}

#[test]
fn a_missing_folder_and_a_web_page_are_told_apart() {
    let list = |status, body: &str| {
        let response = HttpResponse { body: body.as_bytes().to_vec(), ..answer(status) };
        storage().list_answer(&folder(), &response).map_err(|error| error.fault)
    };
    assert_eq!(list(404, "<html/>"), Err(Fault::Missing));
    assert_eq!(list(200, "<html/>"), Err(Fault::NotWebDav { status: 200 }));
    assert_eq!(list(207, "<html/>"), Err(Fault::Garbled(GarbledListing::NotAListing)));
    assert_eq!(list(405, ""), Err(Fault::NotWebDav { status: 405 }));
    assert_eq!(list(207, "<multistatus/>"), Ok(vec![]));
}

#[test]
fn a_partial_or_longer_answer_is_no_file() {
    let longer = HttpResponse { body: vec![0; 10], ..answer(200) };
    let too_long = Fault::Transport(TransportError::AnswerTooLong);
    assert_eq!(storage().get_answer(&name(), 9, longer).map_err(|error| error.fault), Err(too_long));
    assert_eq!(storage().get::<Vec<u8>>(&name(), 9).answer_limit, NOTE_LIMIT);
    assert_eq!(
        storage().get_answer(&name(), 9, answer(206)).map_err(|error| error.fault),
        Err(Fault::Unexpected { status: 206 })
    );
}
