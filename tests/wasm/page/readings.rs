//! What files say, through a real worker.

use platform::media::MediaError;
use reading::{Block, Table};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::media::Fixture;
use crate::workers::Tier;

#[wasm_bindgen_test]
async fn a_file_is_read_by_the_worker() {
    let fixture = Fixture::new(Tier::Files).await;
    let file = fixture.media.ingest_bytes(b"a;b\n1;2\n").await.unwrap().file;
    let reading = fixture.media.reading(&file.identity, "text/csv").await.unwrap();
    let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    let table = Table { head: cells(["a", "b"]), rows: vec![cells(["1", "2"])], numbers: vec![true, true] };
    assert_eq!(reading.blocks, [Block::Table(table)]);
    for odd in ["application/x-ipynb+json", "application/zip", "image/png"] {
        assert_eq!(fixture.media.reading(&file.identity, odd).await, Err(MediaError::NotRead), "{odd}");
    }
    assert_eq!(fixture.media.reading("none", "text/csv").await, Err(MediaError::Missing));
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_short_text_is_its_own_words_and_others_have_a_file_of_them() {
    let fixture = Fixture::new(Tier::Files).await;
    let plain = fixture.media.ingest_bytes("Übung".as_bytes()).await.unwrap().file;
    assert_eq!(fixture.media.words(&plain.identity, "text/plain").await, Ok(Some(plain.clone())));
    let latin = fixture.media.ingest_bytes(b"\xdcbung").await.unwrap().file;
    assert_eq!(fixture.media.words(&latin.identity, "text/plain").await, Ok(Some(plain)));
    let blank = fixture.media.ingest_bytes(b" \n").await.unwrap().file;
    assert_eq!(fixture.media.words(&blank.identity, "text/plain").await, Ok(None));
    assert_eq!(fixture.media.list().await.unwrap().len(), 3);
    fixture.end().await;
}
