//! Any calendar file is read or refused, and no event of it ends before it begins.

pub fn read(input: &[u8]) {
    if let Ok(read) = interchange::ics::read(input) {
        assert!(read.events.iter().all(|event| event.first <= event.last), "{read:?}");
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let text: &[u8] =
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261026\r\nDTEND;VALUE=DATE:20261031\r\n\
        SUMMARY:Autumn break\\, all\r\n  years\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    vec![text.to_vec()]
}
