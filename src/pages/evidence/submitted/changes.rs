//! What changed since the submission before: in the learner's words, and as a comparison.

use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::model::{Content, MadeWith, Submission};
use portfolio::submission::{ClaimMove, Comparison, Manifest, Part, PartMove, Words};

use super::read_copy;
use crate::components::difference::TextDifference;
use crate::components::{level, shown};
use crate::i18n::{language, t};
use crate::pages::evidence::stage::moment;
use crate::state::AppState;

/// Nothing for the first submission of a piece.
#[component]
pub fn WhatChanged(sent: Submission, manifest: Manifest) -> impl IntoView {
    let state = AppState::expect();
    let before = sent.before.clone();
    let before = before.and_then(|before| state.read(|world| world.portfolio.submission(&before).cloned()).flatten());
    before.map(|before| {
        let was = read_copy(state, &before);
        let compared = t::life::compared(moment(before.at));
        let is = StoredValue::new(manifest);
        let comparison = move || match was.get()? {
            Ok(was) => Some(view! { <Compared was is=is.get_value() /> }),
            Err(_) => None,
        };
        view! {
            <section class="card stack" aria-labelledby="what-changed">
                <h2 id="what-changed">{t::life::change_title()}</h2>
                {(!sent.changed.is_empty()).then(|| view! { <blockquote class="own-words">{sent.changed}</blockquote> })}
                <p class="soft small">{compared}</p>
                {comparison}
            </section>
        }
    })
}

#[component]
fn Compared(was: Manifest, is: Manifest) -> impl IntoView {
    let state = AppState::expect();
    let found = Comparison::between(&was, &is);
    if found.is_empty() {
        return view! { <p>{t::life::nothing_changed()}</p> }.into_any();
    }
    let day = |day: Option<_>| day.map(|day| intl::date(language().tag(), day, DateStyle::Long)).unwrap_or_default();
    let short = [
        found.date.map(|(was, is)| entry(t::life::day(), texts(&day(was), &day(is)))),
        found.made.map(|(was, is)| {
            entry(t::life::made(), texts(&made_words(was).unwrap_or_default(), &made_words(is).unwrap_or_default()))
        }),
        found.shown.map(|(was, is)| {
            let words = |ways: Option<&_>| ways.map(shown::words).unwrap_or_default();
            entry(t::shown::title(), texts(&words(was), &words(is)))
        }),
        tags(&found).map(|tags| entry(t::life::tags(), tags)),
    ];
    let words = [
        found.title.map(|words| entry(t::life::title(), text(words))),
        found.text.map(|words| entry(t::life::text(), text(words))),
    ];
    let reflection = found.reflection.map(|words| entry(t::evidence::reflection(), text(words)));
    let parts = (!found.parts.is_empty() || found.is_reordered).then(|| entry(t::life::files(), parts(&found)));
    let claims = (!found.claims.is_empty()).then(|| {
        let rows = found.claims.iter().map(|moved| claim(state, moved)).collect_view();
        entry(t::evidence::claims(), view! { <ul class="plain-list">{rows}</ul> }.into_any())
    });
    view! {
        <dl class="changes">
            {words.into_iter().flatten().collect_view()} {short.into_iter().flatten().collect_view()} {parts} {claims}
            {reflection}
        </dl>
    }
    .into_any()
}

fn entry(name: &'static str, content: AnyView) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd>{content}</dd>
    }
    .into_any()
}

fn text(words: Words<'_>) -> AnyView {
    texts(words.was, words.is)
}

fn texts(was: &str, is: &str) -> AnyView {
    view! { <TextDifference before=was after=is /> }.into_any()
}

fn tags(found: &Comparison<'_>) -> Option<AnyView> {
    if found.tags_new.is_empty() && found.tags_gone.is_empty() {
        return None;
    }
    let join = |tags: &std::collections::BTreeSet<&str>| tags.iter().copied().collect::<Vec<_>>().join(", ");
    Some(texts(&join(&found.tags_gone), &join(&found.tags_new)))
}

/// The files and links that came, went, or have other words beside them.
fn parts(found: &Comparison<'_>) -> AnyView {
    let row = |part: &PartMove<'_>| match part {
        PartMove::Came(part) => marked(t::life::came(), name(part), true),
        PartMove::Went(part) => marked(t::life::went(), name(part), false),
        PartMove::Changed { was, is } => {
            let captions = (was.caption != is.caption).then(|| texts(&was.caption, &is.caption));
            let alts = (was.alt != is.alt).then(|| texts(&was.alt, &is.alt));
            view! { <li>{t::life::altered(name(is))} {captions} {alts}</li> }.into_any()
        }
    };
    let rows = found.parts.iter().map(row).collect_view();
    let order = found.is_reordered.then(|| view! { <li>{t::life::reordered()}</li> });
    view! { <ul class="plain-list">{rows} {order}</ul> }.into_any()
}

/// What came or went, with the word for it.
fn marked(word: &'static str, name: String, is_new: bool) -> AnyView {
    let name = if is_new {
        view! { <ins><bdi>{name}</bdi></ins> }.into_any()
    } else {
        view! { <del><bdi>{name}</bdi></del> }.into_any()
    };
    view! { <li>{word} ": " {name}</li> }.into_any()
}

/// What a part is called.
fn name(part: &Part) -> String {
    match part.content() {
        Some(Content::File(file)) => file.name,
        Some(Content::Link(link)) if link.title.is_empty() => link.url,
        Some(Content::Link(link)) => link.title,
        Some(Content::Event(event)) => event.what,
        None => t::media::kind_other().to_owned(),
    }
}

fn claim(state: AppState, moved: &ClaimMove<'_>) -> AnyView {
    let name = state.read(|world| world.frameworks.name(moved.competency)).unwrap_or_default();
    match (moved.was, moved.is) {
        (Some(was), Some(is)) => {
            view! { <li>{t::life::levelled(name, level::number(was), level::number(is))}</li> }.into_any()
        }
        (None, _) => marked(t::life::came(), name, true),
        (_, None) => marked(t::life::went(), name, false),
    }
}

/// How a piece was made, in words; nothing where the learner said nothing.
pub fn made_words(made: &MadeWith) -> Option<String> {
    let said = [
        made.alone.map(|alone| if alone { t::life::made_alone() } else { t::life::made_together() }.to_owned()),
        (!made.with.is_empty()).then(|| t::life::made_with(&made.with)),
        (!made.help.is_empty()).then(|| t::life::made_help(&made.help)),
        made.ai.map(|ai| if ai { t::life::made_ai() } else { t::life::made_no_ai() }.to_owned()),
        (!made.ai_how.is_empty()).then(|| made.ai_how.clone()),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
