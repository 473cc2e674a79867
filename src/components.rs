//! What knows the portfolio but is no place of its own.

pub mod arrival;
pub mod capture;
pub mod choose;
pub mod difference;
pub mod drawing;
pub mod framework_choice;
pub mod interests;
pub mod keeping;
pub mod level;
pub mod link_fields;
pub mod made_with;
pub mod map;
pub mod markdown;
pub mod media;
pub mod no_framework;
pub mod pace_words;
pub mod page_head;
pub mod palette;
pub mod pathways;
pub mod shell;
pub mod storage;
pub mod studio;
pub mod to_today;
pub mod work;
pub mod writing;
