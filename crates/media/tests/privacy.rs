//! Facts are taken out of pictures, and the pictures stay what they were.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod fixtures;

use std::io::Cursor;

use fixtures::jpeg::segment;
use fixtures::{PIXELS, files, holds, jpeg, movie, odt, pdf, pictures, png, pptx};
use media::Kept;
use media::privacy::{Cleaning, Found, Private, clean};
use proptest::prelude::*;

fn cleaned(bytes: &[u8]) -> (Cleaning, Vec<u8>) {
    let cleaning = clean(Cursor::new(bytes)).unwrap();
    let mut new = Vec::new();
    cleaning.plan.write(Cursor::new(bytes), &mut new).unwrap();
    assert_eq!(new.len() as u64, cleaning.plan.size());
    (cleaning, new)
}

/// How often `words` stand in `bytes`.
fn count(bytes: &[u8], words: &[u8]) -> usize {
    bytes.windows(words.len()).filter(|window| *window == words).count()
}

#[test]
fn every_fact_goes_and_every_pixel_stays() {
    for (name, bytes) in pictures() {
        let (cleaning, new) = cleaned(&bytes);
        assert_eq!(cleaning.kept, None, "{name}");
        assert!(holds(&bytes, b"Secret") && !holds(&new, b"Secret"), "{name} still tells something");
        assert_eq!(count(&new, PIXELS), count(&bytes, PIXELS), "{name} lost pixels");
        assert_eq!(count(&new, b"colours"), count(&bytes, b"colours"), "{name} lost its colours");
    }
}

/// The one entry of an Exif that says which way up: tag, type, count and value 6, big endian.
const TURNED: &[u8] = &[1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6];

#[test]
fn the_way_up_stays() {
    for (name, bytes) in pictures() {
        assert_eq!(count(&cleaned(&bytes).1, TURNED), 1, "{name}");
    }
}

#[test]
fn cleaning_what_is_clean_changes_nothing() {
    for (name, bytes) in pictures() {
        let (_, once) = cleaned(&bytes);
        let (again, twice) = cleaned(&once);
        assert!(again.plan.is_whole() && again.found.is_empty() && again.removed().is_empty(), "{name}: {again:?}");
        assert_eq!(once, twice);
    }
}

#[test]
fn what_is_taken_out_is_named() {
    let words = |bytes: &[u8]| cleaned(bytes).0.removed().into_iter().map(Private::word).collect::<Vec<_>>().join(" ");
    let [jpeg, png, webp, heic] = pictures().map(|(_, bytes)| words(&bytes));
    assert_eq!(jpeg, "location camera author software comment thumbnail other");
    assert_eq!(png, "location camera author software comment thumbnail other");
    assert_eq!(webp, "location camera author software comment thumbnail other");
    assert_eq!(heic, "location camera author software comment thumbnail other");
}

#[test]
fn what_is_found_is_quoted() {
    let found = cleaned(&jpeg()).0.found;
    let says = |what: Private, words: &str| found.contains(&Found { what, says: Some(words.into()), stays: false });
    assert!(says(Private::Location, "43.46716, -11.88539"), "{found:?}");
    assert!(says(Private::Location, "Secret city"), "{found:?}");
    assert!(says(Private::Camera, "Secret model"), "{found:?}");
    assert!(says(Private::Author, "Secret person"), "{found:?}");
    assert!(says(Private::Comment, "Secret comment"), "{found:?}");
}

#[test]
fn nothing_moves_in_a_file_of_offsets() {
    let bytes = fixtures::heic();
    let (_, new) = cleaned(&bytes);
    assert_eq!(new.len(), bytes.len());
    let changed = bytes.iter().zip(&new).position(|(old, new)| old != new).unwrap();
    assert!(changed > bytes.windows(PIXELS.len()).position(|window| window == PIXELS).unwrap());
}

#[test]
fn a_picture_without_facts_stays_as_it_is() {
    let mut plain = vec![0xff, 0xd8];
    plain.extend(segment(0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"));
    // Which way up, and the colour space.
    let harmless =
        b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\xa0\x01\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
    plain.extend(segment(0xe1, harmless));
    plain.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    plain.extend(b"\x12\x34\xff\xd9 and what somebody hid behind it");
    let (cleaning, _) = cleaned(&plain);
    assert!(cleaning.plan.is_whole() && cleaning.kept.is_none() && cleaning.found.is_empty());
}

#[test]
fn the_drawing_in_a_picture_is_no_private_fact() {
    assert!(holds(&cleaned(&png()).1, b"the drawing itself"));
}

#[test]
fn what_is_not_understood_stays_whole_and_says_why() {
    let why = |bytes: &[u8]| {
        let cleaning = clean(Cursor::new(bytes)).unwrap();
        assert!(cleaning.plan.is_whole() && cleaning.removed().is_empty());
        cleaning.kept
    };
    assert_eq!(why(b""), Some(Kept::UnknownFormat));
    assert_eq!(why(b"plain words"), Some(Kept::UnknownFormat));
    assert_eq!(why(&jpeg()[..200]), Some(Kept::CutOff));
    assert_eq!(why(&png()[..200]), Some(Kept::CutOff));
    assert_eq!(why(&fixtures::webp()[..200]), Some(Kept::CutOff));
    assert_eq!(why(&fixtures::heic()[..200]), Some(Kept::CutOff));
    let mut overlapping = fixtures::heic();
    // The Exif now lies over the picture.
    let exif_place = overlapping.windows(8).position(|window| window == [0, 2, 0, 0, 0, 1, 0, 0]).unwrap() + 6;
    let picture_place = exif_place - 14;
    overlapping.copy_within(picture_place..picture_place + 4, exif_place);
    assert_eq!(why(&overlapping), Some(Kept::Unusual));
}

#[test]
fn a_picture_that_is_cut_off_within_its_pixels_loses_its_facts_all_the_same() {
    let bytes = jpeg();
    let pixels = bytes.windows(PIXELS.len()).position(|window| window == PIXELS).unwrap();
    let (cleaning, new) = cleaned(&bytes[..pixels + 9]);
    assert!(cleaning.kept.is_none() && !holds(&new, b"Secret") && new.ends_with(b"pixels, p"));
}

#[test]
fn what_stands_within_a_damaged_picture_stays() {
    let mut bytes = vec![0xff, 0xd8];
    bytes.extend(segment(0xfe, b"Secret comment"));
    bytes.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    // Without the second comment, what follows it would be read as a part of the scan, up to the third.
    bytes.extend([PIXELS, &segment(0xfe, b"second comment"), b"damage", &segment(0xe5, b"third")].concat());
    bytes.extend([0xff, 0xd9]);
    let (_, once) = cleaned(&bytes);
    assert!(!holds(&once, b"Secret") && holds(&once, b"second comment"));
    assert!(cleaned(&once).0.plan.is_whole());
}

#[test]
fn the_notes_of_a_film_become_room_for_later_use() {
    let bytes = movie();
    let (cleaning, new) = cleaned(&bytes);
    assert_eq!((new.len(), cleaning.kept), (bytes.len(), None));
    assert!(!holds(&new, b"Secret") && !holds(&new, b"+48.8583") && !holds(&new, b"-33.9000"));
    assert_eq!(count(&new, PIXELS), 1);
    let says = |words: &str| cleaning.found.iter().any(|found| found.says.as_deref() == Some(words));
    assert!(
        says("48.85830, 2.29440") && says("43.25000, 11.50000") && says("-33.90000, 18.40000"),
        "{:?}",
        cleaning.found
    );
    let removed: Vec<_> = cleaning.removed().into_iter().map(Private::word).collect();
    assert_eq!(removed.join(" "), "location camera author software comment thumbnail other");
    assert!(!cleaning.format.unwrap().is_cleaned_at_once());
}

/// The archive of a document, read by another reader: every file by its name.
fn unzipped(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        files.push((file.name().unwrap().into_owned(), text));
    }
    files
}

#[test]
fn a_document_loses_its_properties_and_no_other_byte() {
    for bytes in [pptx(), odt()] {
        let (cleaning, new) = cleaned(&bytes);
        assert_eq!((new.len(), cleaning.kept), (bytes.len(), None));
        assert_eq!(media::facts(Cursor::new(&new)).unwrap(), media::facts(Cursor::new(&bytes)).unwrap());
        for ((name, old), (same_name, new)) in unzipped(&bytes).into_iter().zip(unzipped(&new)) {
            assert_eq!(name, same_name);
            let has_facts = name.starts_with("docProps/") || name == "meta.xml";
            assert!(if has_facts { !new.contains("Secret") } else { new == old }, "{name}: {new}");
        }
    }
}

#[test]
fn notes_for_the_speaker_and_the_author_of_a_pdf_are_named_and_stay() {
    let stays = |bytes: &[u8], what: Private, words: &str| {
        let found = Found { what, says: Some(words.into()), stays: true };
        cleaned(bytes).0.found.contains(&found)
    };
    assert!(stays(&pptx(), Private::Comment, "Secret words to & for me"));
    for bytes in [pdf(), fixtures::packed_pdf()] {
        assert!(stays(&bytes, Private::Author, "Secret person") && stays(&bytes, Private::Comment, "ÖA"));
        let cleaning = clean(Cursor::new(&bytes)).unwrap();
        assert!(cleaning.plan.is_whole() && cleaning.removed().is_empty());
    }
    assert_eq!(cleaned(&pptx()).0.removed(), [Private::Author, Private::Software, Private::Comment, Private::Other]);
    assert_eq!(cleaned(&odt()).0.removed(), [Private::Author, Private::Software]);
}

proptest! {
    /// Whatever a file holds, reading it ends, and what is clean is clean.
    #[test]
    fn any_file_can_be_cleaned_and_then_is_clean(
        which in 0..14_usize,
        cut in 0.0..1.2_f64,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let (_, mut bytes) = files()[which].clone();
        bytes.truncate((bytes.len() as f64 * cut) as usize);
        for (place, byte) in changes {
            if !bytes.is_empty() {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
        }
        let (_, once) = cleaned(&bytes);
        let (again, twice) = cleaned(&once);
        prop_assert!(again.plan.is_whole(), "{:?}", again.found);
        prop_assert_eq!(once, twice);
    }
}
