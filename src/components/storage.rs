//! Storages, wherever the app speaks of them: connecting to one, what is on it alone, and the room on this device.

mod connect;
mod elsewhere;
mod fault;
mod here;
mod progress;
mod room_hint;

pub use connect::{Connect, Unlock};
pub use elsewhere::unbrought_sentence;
pub use fault::stop_sentence;
pub use here::{Here, WhereItIs, where_it_is};
pub use progress::RunProgress;
pub use room_hint::RoomHint;
