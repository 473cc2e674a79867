//! Files that the system opened the installed app with.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileSystemFileHandle};

use super::bindings::LaunchQueue;
use super::files::PickedFile;
use super::{BrowserError, globals};

type Consumer = Closure<dyn Fn(JsValue)>;

thread_local! {
    /// Who is given the files now. A queue cannot be left without a consumer, only be given another.
    static CONSUMER: RefCell<Option<Consumer>> = const { RefCell::new(None) };
}

/// Gives `take` the files of the launch that this page was opened by, and of those that come, instead of whoever was given them before.
///
/// # Errors
/// A browser that opens no app with files.
pub fn watch(take: impl Fn(Vec<PickedFile>) + 'static) -> Result<(), BrowserError> {
    let queue: LaunchQueue = globals::property::<Object>("launchQueue")?.unchecked_into();
    let take = Rc::new(take);
    let consumer = Consumer::new(move |launch: JsValue| {
        let take = take.clone();
        spawn_local(async move {
            let files = opened(&launch).await;
            if !files.is_empty() {
                take(files);
            }
        });
    });
    queue.set_consumer(consumer.as_ref().unchecked_ref())?;
    CONSUMER.replace(Some(consumer));
    Ok(())
}

/// The files of a launch, those that can be read.
async fn opened(launch: &JsValue) -> Vec<PickedFile> {
    let Ok(handles) = globals::property_of::<Array>(launch, "files") else { return Vec::new() };
    let mut files = Vec::new();
    for handle in handles.iter() {
        let handle: FileSystemFileHandle = handle.unchecked_into();
        if let Ok(file) = JsFuture::from(handle.get_file()).await {
            files.push(PickedFile::of(file.unchecked_into::<File>()));
        }
    }
    files
}
