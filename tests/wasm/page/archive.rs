//! A portfolio out as a ZIP and in again, through real workers.

use std::cell::RefCell;

use cairn_app::platform::Cancel;
use cairn_app::platform::archive::{self, ArchiveError, Exported};
use cairn_app::platform::files::PickedFile;
use cairn_app::platform::gzip;
use cairn_app::platform::media::{self, CHUNK, Media, Progress, StoredFile};
use cairn_app::platform::store::Store;
use interchange::archive::{Content, Plan, Planned, Why};
use replica::segment::SegmentName;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;
use crate::workers::{Tier, noise, provide};

const DEVICE: &str = "0123456789abcdef0123";
const ROOT: &str = r#"{"format":"cairn1","root":"00112233445566778899aabbccddeeff","created":"2027-05-03T10:00:00Z"}"#;

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

/// A learner with one segment and two files, and the plan of their ZIP.
async fn somebody() -> (Learner, Plan, Vec<StoredFile>) {
    let learner = Learner::new().await;
    let gz = gzip::deflate(b"{\"a\":\"segment\"}\n").await.unwrap();
    let name = SegmentName::of(1, &gz).to_string();
    learner.store.freeze(&format!("{DEVICE}/{name}"), gz.clone(), &[]).await.unwrap();
    let film = learner.media.ingest_bytes(&noise(CHUNK as usize + 12_345, 11)).await.unwrap().file;
    let words = learner.media.ingest_bytes("A kite ".repeat(20_000).as_bytes()).await.unwrap().file;
    let file = |path: &str, file: &StoredFile, media_type: &str| Planned {
        path: path.to_owned(),
        content: Content::File { hash: file.identity.clone(), size: file.size, media_type: media_type.to_owned() },
    };
    let plan = Plan {
        made: (2027, 5, 3, 10, 0, 0),
        entries: vec![
            Planned { path: "README.txt".to_owned(), content: Content::Text("Words for people.\n".to_owned()) },
            Planned {
                path: "cairn1/root-00112233445566778899aabbccddeeff.json".to_owned(),
                content: Content::Text(ROOT.to_owned()),
            },
            Planned {
                path: format!("cairn1/log/{DEVICE}/{name}"),
                content: Content::Segment { device: DEVICE.to_owned(), name, size: gz.len() as u64 },
            },
            file("evidence/2027-05-03 Kite/film.mov", &film, "video/quicktime"),
            file("evidence/2027-05-03 Kite/words.txt", &words, "text/plain"),
        ],
    };
    (learner, plan, vec![film, words])
}

async fn picked(exported: &Exported) -> PickedFile {
    PickedFile::of_bytes("portfolio.zip", &exported.zip().to_vec().await.unwrap())
}

async fn what_goes_out_comes_in_again(tier: Tier) {
    provide(tier);
    let (ana, plan, files) = somebody().await;
    let seen = RefCell::new(Vec::new());
    let report = |progress: Progress| seen.borrow_mut().push(progress);
    let total = plan.bytes();
    let exported = archive::export(&ana.profile, plan, report, &Cancel::new()).await.unwrap();
    assert_eq!((exported.summary.missing.len(), exported.summary.damaged.len()), (0, 0));
    assert_eq!(exported.summary.entries, 7, "five, the list of files and the manifest");
    assert!(exported.zip().size() < total, "words must be packed");
    let seen = seen.into_inner();
    assert!(seen.len() > 5 && seen.is_sorted_by_key(|progress| progress.done), "{seen:?}");
    assert_eq!(seen.last(), Some(&Progress { done: total, total }));

    let zip = picked(&exported).await;
    let contents = archive::look(&zip, &Cancel::new()).await.unwrap();
    assert_eq!((contents.segments, contents.files, contents.bad.len()), (1, 2, 0));
    assert!(contents.roots[0].contains("00112233445566778899aabbccddeeff"), "{:?}", contents.roots);

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
async fn what_is_not_here_is_left_out_and_said() {
    provide(Tier::Files);
    let (ana, plan, files) = somebody().await;
    ana.media.remove(&files[0].identity).await.unwrap();
    let exported = archive::export(&ana.profile, plan, |_| (), &Cancel::new()).await.unwrap();
    assert_eq!(exported.summary.missing, ["evidence/2027-05-03 Kite/film.mov"]);
    ana.end().await;
}

#[wasm_bindgen_test]
async fn a_file_changed_in_the_zip_does_not_come_in_and_the_rest_does() {
    provide(Tier::Files);
    let (ana, plan, files) = somebody().await;
    let exported = archive::export(&ana.profile, plan, |_| (), &Cancel::new()).await.unwrap();
    let mut bytes = exported.zip().to_vec().await.unwrap();
    // The film is stored as it is: its middle is far from any header.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let ben = Learner::new().await;
    let zip = PickedFile::of_bytes("changed.zip", &bytes);
    let imported = archive::import(&ben.profile, &ben.media, &zip, |_| (), &Cancel::new()).await.unwrap();
    assert_eq!((imported.files, imported.segments.len()), (1, 1));
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
    let (ana, plan, _) = somebody().await;
    let cancel = Cancel::new();
    let at_once = |_: Progress| cancel.cancel();
    let error = archive::export(&ana.profile, plan.clone(), at_once, &cancel).await.unwrap_err();
    assert_eq!(error, ArchiveError::Cancelled);
    assert!(archive::export(&ana.profile, plan, |_| (), &Cancel::new()).await.is_ok());
    ana.end().await;
}
