//! Calendars as schools publish them, and what nobody would write.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar(events: &[&[&str]]) -> String {
    let events: String =
        events.iter().map(|lines| format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", lines.join("\r\n"))).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn days(text: &str) -> Vec<(String, String, String)> {
    let events = read(text.as_bytes()).unwrap().events.into_iter();
    events.map(|event| (event.first.to_string(), event.last.to_string(), event.name)).collect()
}

fn only(lines: &[&str]) -> Option<(String, String, String)> {
    days(&calendar(&[lines])).pop()
}

#[test]
fn whole_days_are_read_and_the_end_is_the_day_after() {
    let said = |first: &str, last: &str, name: &str| Some((first.to_owned(), last.to_owned(), name.to_owned()));
    let week = only(&["DTSTART;VALUE=DATE:20261026", "DTEND;VALUE=DATE:20261031", "SUMMARY:Autumn break\\, all years"]);
    assert_eq!(week, said("2026-10-26", "2026-10-30", "Autumn break, all years"));
    assert_eq!(only(&["DTSTART;VALUE=DATE:20261226"]), said("2026-12-26", "2026-12-26", ""));
    assert_eq!(only(&["DTSTART:20261226", "DTEND:20261226", "SUMMARY:x"]), said("2026-12-26", "2026-12-26", "x"));
    assert_eq!(only(&["DTSTART:20261221", "DURATION:P2W"]), said("2026-12-21", "2027-01-03", ""));
    let quoted = only(&["DTSTART;X-A=\"a:b;c\";VALUE=DATE:20261226", "SUMMARY;LANGUAGE=es:Día sin\\nclase"]);
    assert_eq!(quoted, said("2026-12-26", "2026-12-26", "Día sin clase"));
    assert_eq!(only(&["dtstart:20261226", "SUMMARY:Folded in", "\t the middle"]).unwrap().2, "Folded in the middle");
}

#[test]
fn the_rest_is_counted_or_passed_over() {
    let text = calendar(&[
        &["DTSTART;TZID=Europe/Madrid:20260907T090000", "SUMMARY:First lesson"],
        &["DTSTART:20261012", "RRULE:FREQ=YEARLY", "SUMMARY:Holiday"],
        &["DTSTART:20261012", "SUMMARY:Holiday"],
        &["DTSTART:20261301", "SUMMARY:No such month"],
        &["DTSTART:20261012", "DTEND:20261001", "SUMMARY:Backwards"],
        &["SUMMARY:No day"],
        &["DTSTART:20261013", "STATUS:CANCELLED"],
        &[
            "SUMMARY:With an alarm",
            "DTSTART:20261014",
            "BEGIN:VALARM",
            "SUMMARY:Ring",
            "DTSTART:20200101",
            "END:VALARM",
        ],
    ]);
    let read = read(text.as_bytes()).unwrap();
    let names: Vec<_> = read.events.iter().map(|event| event.name.as_str()).collect();
    assert_eq!(names, ["Holiday", "With an alarm"], "the same days once, by day");
    assert_eq!(read.events[1].first, day("2026-10-14"));
    assert_eq!((read.timed, read.repeating, read.unreadable), (1, 1, 3));
}

#[test]
fn other_files_are_none() {
    for other in ["", "BEGIN:VCARD\nEND:VCARD", "{}", "hello: BEGIN:VCALENDAR"] {
        assert_eq!(read(other.as_bytes()), Err(Unread::NotACalendar), "{other:?}");
    }
    assert_eq!(read(&vec![b' '; MAX_BYTES + 1]), Err(Unread::TooLarge));
    let many: Vec<String> = (0..=MAX_EVENTS).map(|n| format!("SUMMARY:{n}")).collect();
    let many: Vec<[&str; 2]> = many.iter().map(|name| ["DTSTART:20261012", name.as_str()]).collect();
    let many: Vec<&[&str]> = many.iter().map(<[&str; 2]>::as_slice).collect();
    assert_eq!(read(calendar(&many).as_bytes()), Err(Unread::TooMany));
    assert_eq!(days("BEGIN:VCALENDAR"), [], "cut off");
    assert_eq!(days("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261012"), [], "inside an event");
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:".as_slice(), &bytes, b"\nEND:VEVENT"].concat();
        let read = read(&text).unwrap();
        prop_assert!(read.events.iter().all(|event| event.first <= event.last));
    }

    #[test]
    fn what_is_written_comes_back(
        from in 0..40_000_u64,
        length in 1..60_u64,
        name in "[a-zé0-9,;\\\\ ]{0,90}",
        fold in 1..70_usize,
    ) {
        let first = day("1990-01-01") + chrono::Days::new(from);
        let end = first + chrono::Days::new(length);
        let escaped: String = name.trim().chars().flat_map(|letter| match letter {
            ',' | ';' | '\\' => vec!['\\', letter],
            letter => vec![letter],
        }).collect();
        let line: Vec<char> = format!("SUMMARY:{escaped}").chars().collect();
        let folded: Vec<String> = line.chunks(fold).map(|part| part.iter().collect()).collect();
        let (from, to) = (format!("DTSTART:{}", first.format("%Y%m%d")), format!("DTEND:{}", end.format("%Y%m%d")));
        let folded = folded.join("\r\n ");
        let read = days(&calendar(&[&[&from, &to, &folded]]));
        let expected = (first.to_string(), end.pred_opt().unwrap().to_string(), name.trim().to_owned());
        prop_assert_eq!(read, [expected]);
    }
}
