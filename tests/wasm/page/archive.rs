//! A portfolio out as a ZIP and in again, through real workers.

use std::cell::RefCell;
use std::io::Cursor;

use interchange::archive::Why;
use interchange::zip::{Packing, Stamp, Writer};
use ledger::Ledger;
use platform::Cancel;
use platform::archive::{self, About, ArchiveError, Exported};
use platform::files::PickedFile;
use platform::gzip;
use platform::media::{self, CHUNK, Media, Progress, StoredFile};
use platform::store::Store;
use portfolio::intent::{Context, NewArtifact, NewEvidence};
use portfolio::model::{self, Content};
use portfolio::{Frameworks, Intent};
use replica::segment::{self, Freezer, Header, SegmentName};
use replica::{DeviceId, Hash, RootFile, RootId, WriterId};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;
use crate::workers::{Tier, noise, provide};

const DEVICE: DeviceId = DeviceId([7; 10]);

struct Learner {
    profile: String,
    store: Store,
    media: Media,
}

impl Learner {
    async fn new() -> Self {
        let profile = profile();
        let store = Store::open(&profile).await.unwrap();
        Self { media: Media::new(&profile, store.clone()), profile, store }
    }

    async fn end(self) {
        drop(self.media);
        drop(self.store);
        Store::delete(&self.profile).await.unwrap();
        media::delete_all(&self.profile).await.unwrap();
    }
}

fn root() -> RootFile {
    RootFile::new(RootId([3; 16]), "2027-05-03T10:00:00Z".to_owned())
}

/// A learner called Ana with a piece of two files: a film of two chunks, and words. Everything is in one segment.
async fn somebody() -> (Learner, Vec<StoredFile>, String) {
    let learner = Learner::new().await;
    let film = learner.media.ingest_bytes(&noise(CHUNK as usize + 12_345, 11)).await.unwrap().file;
    let words = learner.media.ingest_bytes("A kite ".repeat(20_000).as_bytes()).await.unwrap().file;
    let mut ledger = Ledger::new(WriterId(5));
    let (mut ops, mut ids) = (Vec::new(), 9..);
    let mut perform = |intent| {
        let mut context = Context {
            now: "2027-05-03T10:00:00Z".parse().unwrap(),
            today: "2027-05-03".parse().unwrap(),
            fresh: &mut || ids.next().unwrap(),
            frameworks: &Frameworks::default(),
        };
        let done = ledger.perform(intent, &mut context).unwrap();
        ops.extend(done.ops);
    };
    perform(Intent::SetName { name: "Ana".to_owned() });
    let artifact = |name: &str, media_type: &str, file: &StoredFile| {
        NewArtifact::of(Content::File(model::StoredFile {
            name: name.to_owned(),
            media_type: media_type.to_owned(),
            size: file.size,
            hash: file.identity.clone(),
            chunks: file.chunks.clone(),
        }))
    };
    perform(Intent::AddEvidence(NewEvidence {
        title: "Kite".to_owned(),
        text: "It flew.".to_owned(),
        artifacts: vec![artifact("film.mov", "video/quicktime", &film), artifact("words.txt", "text/plain", &words)],
        ..NewEvidence::on("2027-05-03".parse().unwrap())
    }));
    let mut freezer = Freezer::new(root().root, DEVICE, 0, None, ops);
    while let Some(lines) = freezer.draft().unwrap() {
        if let Some(segment) = freezer.accept(gzip::deflate(&lines).await.unwrap()).unwrap() {
            learner.store.freeze(&format!("{DEVICE}/{}", segment.name), segment.gzip, &[]).await.unwrap();
        }
    }
    let fingerprint = Hash(replica::fingerprint(ledger.state())).to_string();
    (learner, vec![film, words], fingerprint)
}

async fn export(learner: &Learner) -> Result<Exported, ArchiveError> {
    let now = "2027-05-03T12:00:00Z".parse().unwrap();
    archive::export(&learner.profile, vec![root()], now, |_| (), &Cancel::new()).await
}

async fn picked(exported: &Exported) -> PickedFile {
    PickedFile::of_bytes("portfolio.zip", &exported.zip().to_vec().await.unwrap())
}

async fn what_goes_out_comes_in_again(tier: Tier) {
    provide(tier);
    let (ana, files, fingerprint) = somebody().await;
    let seen = RefCell::new(Vec::new());
    let report = |progress: Progress| seen.borrow_mut().push(progress);
    let now = "2027-05-03T12:00:00Z".parse().unwrap();
    let exported = archive::export(&ana.profile, vec![root()], now, report, &Cancel::new()).await.unwrap();
    let summary = &exported.summary;
    assert_eq!((summary.missing.len(), summary.damaged.len()), (0, 0));
    assert_eq!(summary.fingerprint.as_ref(), Some(&fingerprint));
    let all: u64 = files.iter().map(|file| file.size).sum();
    assert!(exported.zip().size() < all, "words must be packed");
    let seen = seen.into_inner();
    assert!(seen.len() > 5 && seen.is_sorted_by_key(|progress| progress.done), "{seen:?}");
    assert!(seen.last().is_some_and(|last| last.done == last.total && last.total > all), "{seen:?}");

    let zip = picked(&exported).await;
    let contents = archive::look(&zip, &Cancel::new()).await.unwrap();
    assert_eq!((contents.segments, contents.files, contents.bad.len()), (1, 2, 0));
    assert_eq!(contents.roots, [root()]);
    let last_day = "2027-05-03".parse().ok();
    assert_eq!(contents.about, About { name: "Ana".to_owned(), pieces: 1, last_day, fingerprint });

    let ben = Learner::new().await;
    for expected in [2, 0] {
        let imported = archive::import(&ben.profile, &ben.media, &zip, |_| (), &Cancel::new()).await.unwrap();
        assert_eq!((imported.files, imported.bad.len()), (expected, 0));
        assert_eq!(imported.segments, ana.store.segments().await.unwrap());
    }
    assert_eq!(ben.store.segments().await.unwrap(), ana.store.segments().await.unwrap());
    for file in &files {
        assert_eq!(ben.media.held(&file.identity).await.unwrap().unwrap().file, *file);
        let (theirs, ours) =
            (ben.media.whole(&file.identity).await.unwrap(), ana.media.whole(&file.identity).await.unwrap());
        assert_eq!(theirs.to_vec().await.unwrap(), ours.to_vec().await.unwrap());
    }
    assert_eq!(ben.media.clean().await.unwrap(), 0);
    ana.end().await;
    ben.end().await;
}

#[wasm_bindgen_test]
async fn what_goes_out_of_files_comes_in_again() {
    what_goes_out_comes_in_again(Tier::Files).await;
}

#[wasm_bindgen_test]
async fn what_goes_out_of_rows_comes_in_again() {
    what_goes_out_comes_in_again(Tier::Rows).await;
}

#[wasm_bindgen_test]
async fn every_id_of_a_portfolio_goes_along() {
    provide(Tier::Files);
    let (ana, _, fingerprint) = somebody().await;
    let roots = vec![RootFile::new(RootId([2; 16]), "2026-09-01T10:00:00Z".to_owned()), root()];
    let now = "2027-05-03T12:00:00Z".parse().unwrap();
    let exported = archive::export(&ana.profile, roots.clone(), now, |_| (), &Cancel::new()).await.unwrap();
    let contents = archive::look(&picked(&exported).await, &Cancel::new()).await.unwrap();
    assert_eq!((contents.roots, contents.segments, contents.about.fingerprint), (roots, 1, fingerprint));
    ana.end().await;
}

#[wasm_bindgen_test]
async fn what_is_not_here_is_left_out_and_said() {
    provide(Tier::Files);
    let (ana, files, _) = somebody().await;
    ana.media.remove(&files[0].identity).await.unwrap();
    let exported = export(&ana).await.unwrap();
    assert_eq!(exported.summary.missing, ["evidence/2027-05-03 Kite/film.mov"]);
    ana.end().await;
}

#[wasm_bindgen_test]
async fn a_file_changed_in_the_zip_does_not_come_in_and_the_rest_does() {
    provide(Tier::Files);
    let (ana, files, _) = somebody().await;
    let exported = export(&ana).await.unwrap();
    let mut bytes = exported.zip().to_vec().await.unwrap();
    // The film is stored as it is: its middle is far from any header.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let ben = Learner::new().await;
    let zip = PickedFile::of_bytes("changed.zip", &bytes);
    let imported = archive::import(&ben.profile, &ben.media, &zip, |_| (), &Cancel::new()).await.unwrap();
    assert_eq!((imported.files, imported.segments.len()), (1, 1), "{:?}", imported.bad);
    assert_eq!(imported.bad.len(), 1);
    assert_eq!(
        (imported.bad[0].name.as_str(), imported.bad[0].why),
        ("evidence/2027-05-03 Kite/film.mov", Why::Damaged)
    );
    assert_eq!(ben.media.held(&files[0].identity).await.unwrap(), None);
    assert_eq!(ben.media.clean().await.unwrap(), 0, "nothing of the changed file may stay");
    ana.end().await;
    ben.end().await;
}

#[wasm_bindgen_test]
async fn what_is_no_portfolio_is_refused_with_its_reason() {
    provide(Tier::Files);
    let look = async |bytes: &[u8]| archive::look(&PickedFile::of_bytes("x.zip", bytes), &Cancel::new()).await;
    assert!(matches!(look(b"not a zip at all").await, Err(ArchiveError::NotAZip(_))));
    let empty = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
    assert_eq!(look(&empty).await, Err(ArchiveError::NoPortfolio));
}

#[wasm_bindgen_test]
async fn an_export_called_off_ends_with_nothing() {
    provide(Tier::Files);
    let (ana, _, _) = somebody().await;
    let cancel = Cancel::new();
    let at_once = |_: Progress| cancel.cancel();
    let now = "2027-05-03T12:00:00Z".parse().unwrap();
    let error = archive::export(&ana.profile, vec![root()], now, at_once, &cancel).await.unwrap_err();
    assert_eq!(error, ArchiveError::Cancelled);
    assert!(export(&ana).await.is_ok());
    ana.end().await;
}

/// A ZIP with Ana's root file and one segment, named by its own bytes, which says what `header` says.
async fn forged(header: &Header) -> PickedFile {
    let gz = gzip::deflate(&segment::encode(header, &[]).unwrap()).await.unwrap();
    let name = SegmentName::of(1, &gz);
    let mut writer = Writer::new(Cursor::new(Vec::new()), Stamp::new(2027, 5, 3, 0, 0, 0));
    let mut add = |path: &str, mut bytes: &[u8]| {
        writer.add(path, Packing::Store, 0, &mut bytes, &mut |_| Ok(())).unwrap();
    };
    add(&format!("cairn1/{}", RootFile::name(root().root)), &root().to_json().unwrap());
    add(&format!("cairn1/log/{DEVICE}/{name}"), &gz);
    PickedFile::of_bytes("forged.zip", &writer.finish().unwrap().into_inner())
}

#[wasm_bindgen_test]
async fn a_segment_that_no_device_may_fold_stays_out() {
    provide(Tier::Files);
    let header =
        Header { root: root().root, device: DEVICE, writers: Vec::new(), seq: 1, prev: None, lamport: (1, 1), ops: 0 };
    let look = async |header: Header| archive::look(&forged(&header).await, &Cancel::new()).await.unwrap();
    assert_eq!(look(header.clone()).await.segments, 1);
    let strangers = [
        Header { root: RootId([9; 16]), ..header.clone() },
        Header { device: DeviceId([9; 10]), ..header.clone() },
        Header { lamport: (1, 1 << 50), ..header.clone() },
    ];
    let ben = Learner::new().await;
    for stranger in strangers {
        let contents = look(stranger.clone()).await;
        assert_eq!(contents.segments, 0, "{stranger:?}");
        assert!(contents.bad.iter().any(|bad| bad.why == Why::Foreign), "{:?}", contents.bad);
        let zip = forged(&stranger).await;
        archive::import(&ben.profile, &ben.media, &zip, |_| (), &Cancel::new()).await.unwrap();
        assert_eq!(ben.store.segments().await.unwrap(), Vec::<String>::new(), "{stranger:?}");
    }
    ben.end().await;
}
