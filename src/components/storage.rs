//! Connecting to a storage, wherever the app offers it: in Settings and at the first start.

mod connect;
mod fault;
mod progress;

pub use connect::{Connect, Unlock};
pub use fault::stop_sentence;
pub use progress::RunProgress;
