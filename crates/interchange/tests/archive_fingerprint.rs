//! The log of a portfolio, out in a ZIP and in again: the same state, to the last bit.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;

use chrono::DateTime;
use interchange::archive::{Content, Export, Import, Item};
use interchange::readable::{Contents, plan};
use interchange::zip::Limits;
use portfolio::Portfolio;
use portfolio::framework::Frameworks;
use proptest::prelude::*;
use replica::segment::{Freezer, Segment, compress, inflate, parse};
use replica::{DeviceId, Edit, RootFile, RootId, Stamper, State, Value, WriterId, fingerprint};

const ROOT: RootId = RootId([7; 16]);
const DEVICES: [DeviceId; 2] = [DeviceId([1; 10]), DeviceId([2; 10])];

/// An edit of one of a few pieces.
fn some_edit() -> impl Strategy<Value = Edit> {
    let piece = (0_u8..4).prop_map(|number| format!("evidence:{number}"));
    (piece, 0_u8..5, "\\PC{0,20}").prop_map(|(entity, what, words)| match what {
        0 => Edit::Create { entity, fields: BTreeMap::from([("title".to_owned(), Value::Text(words))]) },
        1 => Edit::Set { entity, field: "text".to_owned(), value: Value::Text(words) },
        2 => Edit::Add { entity, field: "tags".to_owned(), value: Value::Text(words) },
        3 => Edit::Trash { entity },
        _ => Edit::Restore { entity },
    })
}

/// Two devices that do not know of each other: the state of both together, and the segments of each.
fn portfolio_of(edits: [Vec<Edit>; 2]) -> (State, Vec<(DeviceId, Segment)>) {
    let (mut both, mut segments) = (State::default(), Vec::new());
    for (number, edits) in edits.into_iter().enumerate() {
        let (mut state, mut stamper) = (State::default(), Stamper::new(WriterId(number as u64)));
        let mut ops = Vec::new();
        for edit in edits {
            let op = state.stamp(&mut stamper, edit).unwrap();
            state.apply(&op);
            both.apply(&op);
            ops.push(op);
        }
        let mut freezer = Freezer::new(ROOT, DEVICES[number], 0, None, ops);
        while let Some(lines) = freezer.draft().unwrap() {
            segments
                .extend(freezer.accept(compress(&lines).unwrap()).unwrap().map(|segment| (DEVICES[number], segment)));
        }
    }
    (both, segments)
}

fn zip_of(segments: &[(DeviceId, Segment)]) -> Vec<u8> {
    let names: Vec<_> = segments.iter().map(|(device, segment)| (*device, segment.name)).collect();
    let plan = plan(&Contents {
        portfolio: &Portfolio::default(),
        frameworks: &Frameworks::default(),
        roots: &[RootFile::new(ROOT, "2026-01-10T08:00:00Z".into())],
        segments: &names,
        fingerprint: "",
        made: DateTime::UNIX_EPOCH,
    });
    let mut export = Export::new(plan.unwrap(), Cursor::new(Vec::new()));
    while let Some(needed) = export.needs().unwrap() {
        let Content::Segment { name, device, .. } = needed.content else { unreachable!() };
        let wanted =
            |(by, segment): &&(DeviceId, Segment)| by.to_string() == device && segment.name.to_string() == name;
        let (_, segment) = segments.iter().find(wanted).unwrap();
        export.give(&mut segment.gzip.as_slice(), &mut |_| ControlFlow::Continue(())).unwrap();
    }
    export.finish().unwrap().0.into_inner()
}

fn state_in(zip: &[u8]) -> State {
    let mut import = Import::open(Cursor::new(zip), &Limits::default()).unwrap();
    let mut state = State::default();
    for (at, item) in import.items().to_vec().iter().enumerate() {
        let Item::Segment { device, name } = item else { unreachable!() };
        let (header, ops) = parse(&inflate(&import.segment(at).unwrap().unwrap()).unwrap()).unwrap();
        header.verify(&[import.roots()[0].root], *device, name).unwrap();
        for op in &ops {
            state.apply(op);
        }
    }
    import.check_rest(&mut |_| Ok(())).unwrap();
    assert_eq!(import.bad(), []);
    state
}

proptest! {
    #[test]
    fn a_portfolio_comes_back_to_the_same_fingerprint(
        one in prop::collection::vec(some_edit(), 0..12),
        other in prop::collection::vec(some_edit(), 0..12),
    ) {
        let (state, segments) = portfolio_of([one, other]);
        prop_assert_eq!(fingerprint(&state_in(&zip_of(&segments))), fingerprint(&state));
    }
}
