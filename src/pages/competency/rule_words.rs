//! Rules in plain words.

use portfolio::rules::{Rule, Together};

use crate::components::level::number;
use crate::i18n::t;

/// What a rule is called.
pub fn name(rule: Rule) -> &'static str {
    match rule {
        Rule::Twice => t::rules::twice(),
        Rule::Latest => t::rules::latest(),
        Rule::Highest => t::rules::highest(),
        Rule::Mean => t::rules::mean(),
        Rule::Weighted { .. } => t::rules::weighted(),
        Rule::Decaying { .. } => t::rules::decaying(),
        Rule::Several { .. } => t::rules::several(),
        Rule::Trend => t::rules::trend(),
        Rule::PowerLaw => t::rules::power(),
        Rule::Mode { .. } => t::rules::mode(),
        Rule::Median { .. } => t::rules::median(),
    }
}

/// What it does, in a sentence.
pub fn about(rule: Rule) -> String {
    match rule {
        Rule::Twice => t::rules::about_twice().to_owned(),
        Rule::Latest => t::rules::about_latest().to_owned(),
        Rule::Highest => t::rules::about_highest().to_owned(),
        Rule::Mean => t::rules::about_mean().to_owned(),
        Rule::Weighted { newest } => t::rules::about_weighted(newest),
        Rule::Decaying { newest } => t::rules::about_decaying(newest),
        Rule::Several { count, mastery } => t::rules::about_several(number(mastery), count),
        Rule::Trend => t::rules::about_trend().to_owned(),
        Rule::PowerLaw => t::rules::about_power().to_owned(),
        Rule::Mode { last } => t::rules::about_mode(last),
        Rule::Median { last } => t::rules::about_median(last),
    }
}

/// What a rule for parents is called.
pub fn together(rule: Together) -> String {
    match rule {
        Together::Most { percent } => t::rules::most(percent),
        Together::All => t::rules::all().to_owned(),
        Together::Several { count: 1 } => t::rules::one().to_owned(),
        Together::Several { count } => t::rules::at_least(count),
        Together::BySize { percent } => t::rules::by_size(percent),
    }
}

/// What it asks for, in a sentence.
pub fn about_together(rule: Together) -> String {
    match rule {
        Together::Most { percent } => t::rules::about_most(percent),
        Together::All => t::rules::about_all().to_owned(),
        Together::Several { count: 1 } => t::rules::about_one().to_owned(),
        Together::Several { count } => t::rules::about_at_least(count),
        Together::BySize { percent } => t::rules::about_by_size(percent),
    }
}
