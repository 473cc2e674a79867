//! The browser's interfaces that `web-sys` and `js-sys` lack, hide behind unstable flags, or bind so that an exception ends
//! the app instead of being an `Err`.

use js_sys::{Array, Date, Object};
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

    /// `Intl.RelativeTimeFormat`.
    #[wasm_bindgen(js_name = RelativeTimeFormat)]
    pub type RelativeTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "RelativeTimeFormat", catch)]
    pub fn new(tag: &str, options: &Object) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn format(this: &RelativeTimeFormat, value: f64, unit: &str) -> Result<String, JsValue>;

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
}

#[wasm_bindgen]
extern "C" {
    /// `setTimeout`, in a page as in a worker.
    #[wasm_bindgen(js_name = setTimeout)]
    pub fn set_timeout(callback: &js_sys::Function, milliseconds: i32) -> i32;
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
