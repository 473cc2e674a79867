//! Building blocks that know neither the portfolio nor a route: native elements with Cairn's look and manners.

pub mod answers;
pub mod burn_up;
pub mod cairn;
pub mod date;
pub mod day_slider;
pub mod dialog;
pub mod field;
pub mod fold;
pub mod hold;
pub mod icon;
pub mod in_turn;
pub mod level;
pub mod long_list;
pub mod magnifier;
pub mod toast;
pub mod toolbar;
pub mod waveform;
