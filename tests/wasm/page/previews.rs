//! Small pictures of pictures, films and drawings, and the shape of a sound.

use js_sys::{Function, Promise, Uint8Array};
use platform::Cancel;
use platform::files::PickedFile;
use platform::media::{Media, MediaError, Progress, Shrunk};
use platform::object_url::ObjectUrl;
use platform::preview;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::media::Fixture;
use crate::workers::Tier;

/// Runs a script of these tests that makes a file as a browser makes it.
async fn made(script: &str) -> Vec<u8> {
    let make = Function::new_no_args(&format!("return (async () => {{ {script} }})()"));
    let bytes: Promise = make.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap().unchecked_into();
    Uint8Array::new(&JsFuture::from(bytes).await.unwrap()).to_vec()
}

/// A busy picture of 900 by 600 pixels, red on the left and blue on the right.
async fn jpeg() -> Vec<u8> {
    made(
        "const canvas = new OffscreenCanvas(900, 600);
        const pen = canvas.getContext('2d');
        pen.fillStyle = 'rgb(235 0 0)'; pen.fillRect(0, 0, 450, 600);
        pen.fillStyle = 'rgb(0 0 235)'; pen.fillRect(450, 0, 450, 600);
        for (let leaf = 0; leaf < 9000; leaf += 1) {
            const shade = 220 + (leaf % 36);
            pen.fillStyle = leaf % 2 === 0 ? `rgb(${shade} 0 0)` : `rgb(0 0 ${shade})`;
            pen.fillRect((leaf % 2) * 450 + ((leaf * 37) % 427), (leaf * 53) % 600, 23, 17);
        }
        return (await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })).arrayBuffer();",
    )
    .await
}

/// The same, as a camera writes it that was held upright: to be turned by a quarter to the right.
fn held_upright(jpeg: &[u8]) -> Vec<u8> {
    const TURNED: &[u8] = b"\xff\xe1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    [&jpeg[..2], TURNED, &jpeg[2..]].concat()
}

/// A second of a moving square, as a camera page records it.
async fn webm() -> Vec<u8> {
    made(
        "const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 360 });
        const pen = canvas.getContext('2d');
        const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
        const pieces = [];
        const recorded = new Promise((done) => {
            recorder.ondataavailable = (event) => pieces.push(event.data);
            recorder.onstop = () => done(new Blob(pieces));
        });
        recorder.start();
        for (let frame = 0; frame < 30; frame += 1) {
            pen.fillStyle = '#0a0'; pen.fillRect(0, 0, 480, 360);
            pen.fillStyle = '#000'; pen.fillRect(frame * 4, 0, 9, 9);
            await new Promise((drawn) => setTimeout(drawn, 40));
        }
        recorder.stop();
        return (await recorded).arrayBuffer();",
    )
    .await
}

/// Two seconds of a note that begins half-way, 8 kHz, 16 bits, one channel.
fn wav() -> Vec<u8> {
    let samples: Vec<u8> = (0..16_000_u32)
        .map(|at| if at < 8_000 { 0.0 } else { f64::from(at).sin() * 9_000.0 })
        .flat_map(|sample| (sample as i16).to_le_bytes())
        .collect();
    let size = samples.len() as u32;
    let format: &[u8] = b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data";
    [b"RIFF", &(36 + size).to_le_bytes()[..], format, &size.to_le_bytes(), &samples].concat()
}

/// The colour, red green blue, of a small picture at a share of its width and height; and its size.
async fn colour(bytes: &[u8], x: f64, y: f64) -> ([u8; 3], (u32, u32)) {
    let look = Function::new_with_args(
        "bytes, x, y",
        "return (async () => {
            const bitmap = await createImageBitmap(new Blob([bytes]));
            const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            pen.drawImage(bitmap, 0, 0);
            const { data } = pen.getImageData(bitmap.width * x, bitmap.height * y, 1, 1);
            return new Uint32Array([data[0], data[1], data[2], bitmap.width, bitmap.height]);
        })()",
    );
    let none = wasm_bindgen::JsValue::UNDEFINED;
    let seen: Promise = look.call3(&none, &Uint8Array::from(bytes), &x.into(), &y.into()).unwrap().unchecked_into();
    let seen = js_sys::Uint32Array::new(&JsFuture::from(seen).await.unwrap()).to_vec();
    ([seen[0] as u8, seen[1] as u8, seen[2] as u8], (seen[3], seen[4]))
}

async fn stored(media: &Media, name: &str, bytes: &[u8]) -> String {
    let file = PickedFile::of_bytes(name, bytes);
    media.ingest(&file, |_: Progress| (), &Cancel::new()).await.unwrap().file.identity
}

#[wasm_bindgen_test]
async fn a_picture_is_made_small_and_stands_upright() {
    let fixture = Fixture::new(Tier::Files).await;
    let large = jpeg().await;
    for (bytes, size, small) in
        [(large.clone(), (900, 600), (320, 214)), (held_upright(&large), (600, 900), (214, 320))]
    {
        let identity = stored(&fixture.media, "kite.jpg", &bytes).await;
        let shrunk = fixture.media.shrink(&identity, "image/jpeg").await.unwrap();
        let (thumb, media_type) = shrunk.thumb.unwrap();
        assert_eq!(((shrunk.width, shrunk.height), media_type.as_str()), (size, "image/webp"));
        let bytes = fixture.media.read(&thumb.identity, 50_000).await.unwrap();
        let ([red, _, blue], drawn) = colour(&bytes, 0.1, 0.1).await;
        assert_eq!(drawn, small);
        assert!(red > 200 && blue < 60, "what was on the left is on the left, or on top where it was turned");
        let ([red, _, blue], _) = colour(&bytes, 0.9, 0.9).await;
        assert!(red < 60 && blue > 200);
    }
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_picture_loses_on_its_way_in_what_it_tells_and_other_files_nothing() {
    let fixture = Fixture::new(Tier::Files).await;
    let plain = jpeg().await;
    let told = [&plain[..2], b"\xff\xfe\0\x10taken at home.", &plain[2..]].concat();
    for (bytes, taken_out) in [(&told, vec!["comment"]), (&plain, vec![])] {
        let file = PickedFile::of_bytes("kite.jpg", bytes);
        let ingested = fixture.media.ingest_clean(&file, |_: Progress| (), &Cancel::new()).await.unwrap();
        assert_eq!(ingested.taken_out, taken_out);
        assert_eq!(fixture.media.read(&ingested.file.identity, 9_000_000).await.unwrap(), plain);
    }
    assert_eq!(fixture.media.list().await.unwrap().len(), 1, "both are the same now");
    let kept = stored(&fixture.media, "kite.jpg", &told).await;
    assert_eq!(fixture.media.read(&kept, 9_000_000).await.unwrap(), told, "who does not ask for it keeps all");
    let words = PickedFile::of_bytes("words.txt", b"taken at home");
    let ingested = fixture.media.ingest_clean(&words, |_: Progress| (), &Cancel::new()).await.unwrap();
    assert_eq!(fixture.media.read(&ingested.file.identity, 99).await.unwrap(), b"taken at home");
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn what_is_small_or_no_picture_has_no_small_one() {
    let fixture = Fixture::new(Tier::Files).await;
    let dot = made(
        "const canvas = new OffscreenCanvas(4, 3);
        canvas.getContext('2d');
        return (await canvas.convertToBlob()).arrayBuffer();",
    )
    .await;
    let identity = stored(&fixture.media, "dot.png", &dot).await;
    let measured = Shrunk { thumb: None, width: 4, height: 3 };
    assert_eq!(fixture.media.shrink(&identity, "image/png").await, Ok(measured));
    let identity = stored(&fixture.media, "kite.jpg", b"\xff\xd8\xff\xe0 and then words").await;
    assert_eq!(fixture.media.shrink(&identity, "image/jpeg").await, Err(MediaError::NoPicture));
    assert_eq!(fixture.media.shrink("none", "image/jpeg").await, Err(MediaError::Missing));
    fixture.end().await;
}

#[wasm_bindgen_test]
async fn a_film_has_a_frame_even_if_it_does_not_say_how_long_it_is() {
    let film = preview::film(&ObjectUrl::of_bytes(&webm().await, "video/webm")).await.unwrap();
    assert_eq!((film.width, film.height, film.media_type.as_str()), (480, 360, "image/webp"));
    let ([red, green, blue], drawn) = colour(&film.still.to_vec().await.unwrap(), 0.5, 0.5).await;
    assert_eq!(drawn, (320, 240));
    assert!(red < 60 && green > 120 && blue < 60);
}

#[wasm_bindgen_test]
async fn what_is_no_film_or_sound_is_an_error() {
    let words = ObjectUrl::of_bytes(b"words", "video/mp4");
    assert!(preview::film(&words).await.is_err());
    let heard = ObjectUrl::of_bytes(&wav(), "audio/wav");
    assert!(preview::film(&heard).await.is_err(), "there is nothing to see in a sound");
    assert!(preview::sound(&b"words".to_vec().into()).await.is_err());
    assert!(preview::length(&words).await.is_err());
}

#[wasm_bindgen_test]
async fn a_sound_has_a_shape_and_a_length() {
    let sound = preview::sound(&wav().into()).await.unwrap();
    assert_eq!(sound.ms, 2_000);
    assert_eq!(sound.bars[..48], [0; 48], "silence");
    assert!(sound.bars[52..].iter().all(|bar| *bar > 230), "{:?}", sound.bars);
    assert_eq!(preview::length(&ObjectUrl::of_bytes(&wav(), "audio/wav")).await.unwrap(), Some(2_000));
}

#[wasm_bindgen_test]
async fn a_drawing_is_made_small_and_nothing_in_it_runs() {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="640" height="160" onload="globalThis.ran = 1">
        <script>globalThis.ran = 1</script><rect width="640" height="160" fill="#00f"/></svg>"##;
    let (small, media_type, size) = preview::drawing(&ObjectUrl::of_bytes(svg, "image/svg+xml")).await.unwrap();
    assert_eq!((size, media_type.as_str()), ((640, 160), "image/webp"));
    let ([_, _, blue], drawn) = colour(&small.to_vec().await.unwrap(), 0.5, 0.5).await;
    assert_eq!(drawn, (320, 80));
    assert!(blue > 200);
    assert!(js_sys::Reflect::get(&js_sys::global(), &"ran".into()).unwrap().is_undefined());
    assert!(preview::drawing(&ObjectUrl::of_bytes(b"<svg", "image/svg+xml")).await.is_err());
}
