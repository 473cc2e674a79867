//! Starting a worker module.

use wasm_bindgen::JsCast as _;
use web_sys::{Worker, WorkerOptions, WorkerType};

use super::Client;
use crate::{BrowserError, page};

/// Starts the worker module `name`. The page says where it is in `<meta name="…">`, with the hashed names of this build.
pub(crate) fn start(name: &str) -> Result<Client, BrowserError> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    let worker = Worker::new_with_options(&page::meta(name)?, &options)?;
    Ok(Client::new(worker.unchecked_into()))
}
