//! Pieces that are handed in and erased, on two devices.

use ledger::Outcome;
use portfolio::model::StoredFile;
use portfolio::submission::Manifest;
use portfolio::{EntityId, Intent};

use super::device::{Device, exchange, piece};
use super::{only_piece, write};

fn submit(device: &mut Device, piece: &EntityId) -> Outcome {
    let manifest = Manifest::of(device.ledger.portfolio(), piece, device.now, "").unwrap();
    let sealed = manifest.seal().unwrap();
    let file = StoredFile {
        name: "submission.json".into(),
        media_type: "application/json".into(),
        size: sealed.bytes().len() as u64,
        hash: sealed.hash().into(),
        chunks: vec![sealed.hash().into()],
    };
    device.act(Intent::Submit { sealed, file })
}

#[test]
fn what_one_device_hands_in_is_handed_in_on_the_other() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    submit(&mut tablet, &bridge);
    exchange(&mut tablet, &mut laptop);
    let submission = laptop.ledger.portfolio().submissions_of(&bridge)[0].clone();
    assert_eq!(tablet.ledger.portfolio().submissions_of(&bridge), [&submission]);
    laptop.act(Intent::Withdraw { submission: submission.id.clone() });
    exchange(&mut tablet, &mut laptop);
    let withdrawn = tablet.ledger.portfolio().submission(&submission.id).unwrap().withdrawn;
    assert_eq!(withdrawn, Some(laptop.now));
}

#[test]
fn handing_in_is_taken_back_as_a_whole() {
    let mut tablet = Device::new(1);
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    let outcome = submit(&mut tablet, &bridge);
    tablet.undo(outcome);
    assert!(tablet.ledger.portfolio().submissions_of(&bridge).is_empty());
}

#[test]
fn a_piece_handed_in_while_another_device_erases_it_is_erased_whole() {
    let (mut tablet, mut laptop) = (Device::new(1), Device::new(2));
    tablet.act(Intent::SetName { name: "Ana".into() });
    tablet.act(piece("Bridge", tablet.today()));
    let bridge = only_piece(&tablet);
    submit(&mut tablet, &bridge);
    exchange(&mut tablet, &mut laptop);
    tablet.act(Intent::Trash { piece: bridge.clone() });
    let purge = tablet.act(Intent::Purge { pieces: vec![bridge.clone()] });
    assert!(purge.undo.is_empty(), "what is erased does not come back, nor does half of the act");
    laptop.act(write(&bridge, "Once more"));
    submit(&mut laptop, &bridge);
    exchange(&mut tablet, &mut laptop);
    for device in [&mut tablet, &mut laptop] {
        let outcome = device.ledger.finish_purges(device.now).unwrap();
        device.store(&outcome);
    }
    exchange(&mut tablet, &mut laptop);
    assert_eq!(tablet.fingerprint(), laptop.fingerprint());
    let portfolio = tablet.ledger.portfolio();
    let submissions = portfolio.submissions_of(&bridge);
    assert_eq!(submissions.len(), 2, "that it was handed in stays");
    assert!(submissions.iter().all(|submission| portfolio.frozen(&submission.id).is_none()));
    let told = submissions.iter().filter(|submission| submission.removed.is_some()).count();
    assert_eq!(told, 1, "who erased it is told of what they saw");
    assert_eq!(portfolio.files().count(), 0);
}
