//! Segments: what is frozen comes back, and what is not a segment is refused with the reason.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use replica::segment::{Freezer, Header, SEGMENT_LIMIT, Segment, SegmentError, compress, encode, inflate, parse};
use replica::{DeviceId, Kind, Op, OpError, OpId, RootId, Value, WriterId};

const ROOT: RootId = RootId([7; 16]);
const DEVICE: DeviceId = DeviceId([8; 10]);

fn op(lamport: u64, text: &str) -> Op {
    let id = OpId { lamport, writer: WriterId(lamport % 2), index: 0 };
    let (entity, field, value) = ("evidence:a".into(), "text".into(), Value::from(text));
    Op { id, kind: Kind::Set, entity, field, value, supersedes: vec![] }
}

fn freeze(ops: Vec<Op>) -> Vec<Segment> {
    let mut freezer = Freezer::new(ROOT, DEVICE, 0, None, ops);
    let mut segments = Vec::new();
    while let Some(lines) = freezer.draft().unwrap() {
        segments.extend(freezer.accept(compress(&lines).unwrap()).unwrap());
    }
    segments
}

/// Text that does not compress, the same at every run.
fn noise(seed: u64, bytes: usize) -> String {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'!' + (state >> 33) as u8 % 90)
    };
    (0..bytes).map(|_| next()).filter(|letter| !matches!(letter, '"' | '\\')).collect()
}

#[test]
fn a_log_in_segments_is_chained_and_complete() {
    let ops: Vec<_> = (1..=2_000).map(|lamport| op(lamport, &noise(lamport, 1_000))).collect();
    let shuffled: Vec<_> = ops.iter().rev().cloned().collect();
    let segments = freeze(shuffled);
    assert!(segments.len() > 3);
    let (mut read, mut prev) = (Vec::new(), None);
    for (place, segment) in segments.iter().enumerate() {
        assert!(segment.gzip.len() <= SEGMENT_LIMIT);
        segment.name.verify(&segment.gzip).unwrap();
        let (header, ops) = parse(&inflate(&segment.gzip).unwrap()).unwrap();
        header.verify(&[ROOT], DEVICE, &segment.name).unwrap();
        assert_eq!((header.seq as usize, header.prev), (place + 1, prev));
        assert_eq!(header.writers, [WriterId(0), WriterId(1)]);
        prev = Some(segment.hash);
        assert_eq!(segment.ops, ops.iter().map(|op| op.id).collect::<Vec<_>>());
        read.extend(ops);
    }
    assert_eq!(read, ops);
}

#[test]
fn what_cannot_be_made_small_enough_is_an_error_and_not_an_endless_loop() {
    let mut freezer = Freezer::new(ROOT, DEVICE, 0, None, vec![op(1, "a")]);
    freezer.draft().unwrap();
    let refused = freezer.accept(vec![0; SEGMENT_LIMIT + 1]);
    assert!(matches!(refused, Err(SegmentError::TooLarge { bytes }) if bytes == SEGMENT_LIMIT + 1));
}

#[test]
fn an_op_over_64_kb_is_never_frozen() {
    let mut freezer = Freezer::new(ROOT, DEVICE, 0, None, vec![op(1, "a"), op(2, &noise(1, 70_000))]);
    let refused = freezer.draft();
    assert!(matches!(refused, Err(SegmentError::Op { line: 3, source: OpError::TooLong { .. } })), "{refused:?}");
}

fn header() -> Header {
    let writers = vec![WriterId(0), WriterId(1)];
    Header { root: ROOT, device: DEVICE, writers, seq: 1, prev: None, lamport: (1, 2), ops: 2 }
}

#[test]
fn a_header_that_lies_about_its_ops_is_refused() {
    let ops = [op(1, "a"), op(2, "b")];
    let read = |header: Header| parse(&encode(&header, &ops).unwrap());
    read(header()).unwrap();
    let count = read(Header { ops: 3, ..header() });
    assert!(matches!(count, Err(SegmentError::Count { expected: 3, found: 2 })));
    let writer = read(Header { writers: vec![WriterId(1)], ..header() });
    assert!(matches!(writer, Err(SegmentError::Writer { line: 3, writer: WriterId(0) })));
    let range = read(Header { lamport: (1, 1), ..header() });
    assert!(matches!(range, Err(SegmentError::Range { line: 3, lamport: 2 })));
}

#[test]
fn what_is_not_a_segment_is_refused() {
    assert!(matches!(parse(b""), Err(SegmentError::Header(_))));
    assert!(matches!(parse(b"<html>"), Err(SegmentError::Header(_))));
    let mut lines = encode(&header(), &[op(1, "a")]).unwrap();
    lines.extend_from_slice(b"{\"id\":\"9007199254740992.0000000000000000.0\",\"k\":\"set\"}\n");
    assert!(matches!(parse(&lines), Err(SegmentError::Op { line: 3, source: OpError::Json(_) })));
}

#[test]
fn a_line_may_nest_only_so_deep() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let line = |depth| format!(r#"{{"id":"1.0000000000000000.0","k":"set","e":"a","f":"b","v":{}}}"#, nested(depth));
    Op::from_json(line(32).as_bytes()).unwrap();
    assert!(matches!(Op::from_json(line(33).as_bytes()), Err(OpError::Value)));
    assert!(matches!(Op::from_json(line(30_000).as_bytes()), Err(OpError::Json(_))));
}

#[test]
fn a_line_of_a_newer_app_is_kept_whole() {
    let line =
        r#"{"id":"3.00000000000000ff.1","k":"sing","e":"song:a","f":"verse","v":{"n":1},"s":["2.00000000000000ff.0"]}"#;
    let op = Op::from_json(line.as_bytes()).unwrap();
    assert_eq!(op.kind, Kind::Other("sing".into()));
    assert_eq!(op.to_json().unwrap(), line);
}
