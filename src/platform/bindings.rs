//! The browser's interfaces that `web-sys` and `js-sys` lack, hide behind unstable flags, or bind so that an exception ends
//! the app instead of being an `Err`.

use js_sys::{Array, Date, Object, Promise, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Intl.getCanonicalLocales`: throws a `RangeError` for what is not a language tag, such as "C".
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    pub fn canonical_locales(tag: &str) -> Result<Array, JsValue>;

    /// `Intl.DateTimeFormat`.
    #[wasm_bindgen(js_name = DateTimeFormat)]
    pub type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DateTimeFormat", catch)]
    pub fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn format(this: &DateTimeFormat, date: &Date) -> Result<String, JsValue>;

    /// `Intl.NumberFormat`.
    #[wasm_bindgen(js_name = NumberFormat)]
    pub type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "NumberFormat", catch)]
    pub fn new(tag: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn format(this: &NumberFormat, value: f64) -> Result<String, JsValue>;

    /// `Intl.PluralRules`.
    #[wasm_bindgen(js_name = PluralRules)]
    pub type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "PluralRules", catch)]
    pub fn new(tag: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn select(this: &PluralRules, value: f64) -> Result<String, JsValue>;

    /// `Intl.ListFormat`.
    #[wasm_bindgen(js_name = ListFormat)]
    pub type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "ListFormat", catch)]
    pub fn new(tag: &str, options: &Object) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn format(this: &ListFormat, items: &Array) -> Result<String, JsValue>;

    /// `Intl.Segmenter`, missing in Firefox before 125.
    #[wasm_bindgen(js_name = Segmenter)]
    pub type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "Segmenter", catch)]
    pub fn new(tag: &str, options: &Object) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn segment(this: &Segmenter, text: &str) -> Result<JsValue, JsValue>;

    /// A part of a text that a segmenter found.
    pub type Segment;
    #[wasm_bindgen(method, getter, js_name = isWordLike)]
    pub fn is_word_like(this: &Segment) -> Option<bool>;
}

#[wasm_bindgen]
extern "C" {
    /// `setTimeout`, in a page as in a worker.
    #[wasm_bindgen(js_name = setTimeout)]
    pub fn set_timeout(callback: &js_sys::Function, milliseconds: i32) -> i32;

    /// `Scheduler`, missing in some browsers.
    pub type Scheduler;
    #[wasm_bindgen(method, js_name = postTask)]
    pub fn post_task(this: &Scheduler, task: &js_sys::Function) -> Promise;

    /// `requestAnimationFrame`, in a page.
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    pub fn request_animation_frame(callback: &js_sys::Function) -> i32;
}

#[wasm_bindgen]
extern "C" {
    /// `LaunchQueue`, by which an installed app is given the files it was opened with.
    #[wasm_bindgen(js_name = LaunchQueue)]
    pub type LaunchQueue;
    #[wasm_bindgen(method, catch, js_name = setConsumer)]
    pub fn set_consumer(this: &LaunchQueue, consumer: &js_sys::Function) -> Result<(), JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// `CompressionStream`.
    pub type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    pub fn new(format: &str) -> Result<CompressionStream, JsValue>;

    /// `DecompressionStream`.
    pub type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    pub fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// `LockManager`, which `web-sys` keeps behind an unstable flag.
    pub type LockManager;
    #[wasm_bindgen(method, catch)]
    pub fn request(this: &LockManager, name: &str, options: &Object, held: &JsValue) -> Result<Promise, JsValue>;

    /// Either end of a conversation: a `Worker`, a worker's own scope or a `MessagePort`.
    #[wasm_bindgen(extends = web_sys::EventTarget, extends = Object)]
    #[derive(Clone)]
    pub type Port;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    pub fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;

    /// `StorageManager.getDirectory`, missing in some browsers.
    #[wasm_bindgen(js_name = StorageManager)]
    pub type FileStorage;
    #[wasm_bindgen(method, catch, js_name = getDirectory)]
    pub fn get_directory(this: &FileStorage) -> Result<Promise, JsValue>;

    /// `FileSystemFileHandle.createSyncAccessHandle`, missing in some browsers and everywhere outside a worker.
    #[wasm_bindgen(js_name = FileSystemFileHandle)]
    pub type SyncFile;
    #[wasm_bindgen(method, catch, js_name = createSyncAccessHandle)]
    pub fn create_sync_access_handle(this: &SyncFile, options: &Object) -> Result<Promise, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// A `ReadableStream` of bytes. `getReader` throws where it is a stream of other things.
    #[wasm_bindgen(js_name = ReadableStream)]
    pub type ByteStream;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    pub fn get_reader(this: &ByteStream, options: &Object) -> Result<ByteReader, JsValue>;

    /// `ReadableStreamBYOBReader`.
    #[wasm_bindgen(js_name = ReadableStreamBYOBReader)]
    pub type ByteReader;
    #[wasm_bindgen(method, catch)]
    pub fn read(this: &ByteReader, into: &Uint8Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn cancel(this: &ByteReader) -> Result<Promise, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// `createImageBitmap`, in a page as in a worker.
    #[wasm_bindgen(js_name = createImageBitmap, catch)]
    pub fn create_image_bitmap(source: &JsValue) -> Result<Promise, JsValue>;

    /// The two-dimensional context of a canvas, in a page as in a worker; `web-sys` has a method for each kind of source.
    pub type Pen;
    #[wasm_bindgen(method, setter, js_name = imageSmoothingQuality)]
    pub fn set_smoothing(this: &Pen, quality: &str);
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    pub fn set_ink(this: &Pen, colour: &str);
    #[wasm_bindgen(method, catch, js_name = fillRect)]
    pub fn fill(this: &Pen, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = drawImage)]
    pub fn draw(this: &Pen, source: &JsValue, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;

    /// `requestIdleCallback`, missing in some browsers.
    #[wasm_bindgen(js_name = requestIdleCallback, catch)]
    pub fn request_idle(callback: &js_sys::Function) -> Result<u32, JsValue>;
}
