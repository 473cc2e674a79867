//! The palette as it is seen: a field, and below it what fits, which the arrow keys go through while the focus stays in the field.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use platform::{keys, page};
use search::Query;

use super::entry::{Entry, Group, Kind};
use super::offer::Offer;
use crate::i18n::t;
use crate::state::{AppState, Phase, World};
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Glyph, Icon};

const FIELD: &str = "palette-field";
const LIST: &str = "palette-list";

fn option_id(place: usize) -> String {
    format!("palette-{place}")
}

/// The palette in a dialog.
#[component]
pub fn PaletteDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title=t::palette::title() class="palette">
            <Search open />
        </Dialog>
    }
}

/// The field and what fits, made anew each time it opens. What is chosen is done while the dialog closes.
#[component]
fn Search(open: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    page::focus_when_drawn(FIELD.to_owned());
    let typed = RwSignal::new(String::new());
    let list = NodeRef::<html::Div>::new();
    let offer = RwSignal::new_local(Offer::of(state));
    // Whoever looks for something while the portfolio is being read finds the rest without asking again.
    Effect::new(move |_| {
        if state.phase().get() == Phase::Open {
            if offer.with_untracked(Offer::is_early) {
                offer.set(Offer::of(state));
            }
            spawn_local(Offer::complete(offer, state));
        }
    });
    let groups = Memo::new(move |_| {
        let typed = typed.read();
        offer.read().groups(&typed, |kind| is_found_elsewhere(state, kind, &typed))
    });
    let count = Memo::new(move |_| groups.with(|groups| entries(groups).count()));
    // What is seen of it is said as well, and how many fit is only said: it can be seen.
    let told = move || {
        let is_asked = !Query::new(&typed.read()).is_blank();
        let knows_all = state.finds_all() && offer.read().is_complete();
        match groups.with(|groups| groups.iter().map(|group| group.fitting).sum::<usize>()) {
            _ if !is_asked => String::new(),
            0 if !knows_all => t::find::looking().to_owned(),
            0 => t::palette::none().to_owned(),
            fitting => t::palette::found(fitting),
        }
    };
    // What the learner went to stays chosen when more is found; where they went to nothing, it is the first.
    let gone_to = RwSignal::new(None::<Entry>);
    let chosen = Memo::new(move |_| {
        let gone_to = gone_to.read();
        let place = gone_to.as_ref().and_then(|entry| groups.with(|groups| entries(groups).position(|it| it == entry)));
        place.unwrap_or_default()
    });
    let entry_at = move |place: usize| groups.with_untracked(|groups| entries(groups).nth(place).cloned());
    let go_to = Callback::new(move |place: usize| gone_to.set(entry_at(place)));
    let navigate = use_navigate();
    let choose = Callback::new(move |place: usize| {
        if let Some(entry) = entry_at(place) {
            // Closing gives the focus back, and a place that is gone to takes it from there.
            open.set(false);
            entry.act.carry_out(state, &navigate);
        }
    });
    let move_to = move |place: usize| {
        go_to.run(place);
        if let Some(list) = list.get_untracked() {
            page::scroll_to_show(&list, &option_id(place));
        }
    };
    let by_key = move |event: KeyboardEvent| {
        let (at, count) = (chosen.get_untracked(), count.get_untracked());
        match event.key().as_str() {
            "ArrowDown" if count > 0 && keys::is_alone(&event) => move_to((at + 1) % count),
            "ArrowUp" if count > 0 && keys::is_alone(&event) => move_to((at + count - 1) % count),
            _ if keys::is_enter(&event) => choose.run(at),
            _ if keys::ask_to_find(&event) => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
            <div class="palette-head">
                <input
                    id=FIELD
                    class="input grow"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="go"
                    placeholder=t::palette::field()
                    aria-label=t::palette::field()
                    aria-autocomplete="list"
                    aria-expanded=move || (count.get() > 0).to_string()
                    aria-controls=LIST
                    aria-activedescendant=move || (count.get() > 0).then(|| option_id(chosen.get()))
                    prop:value=move || typed.get()
                    on:input:target=move |event| {
                        gone_to.set(None);
                        typed.set(event.target().value());
                    }
                    on:keydown=by_key
                />
                <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label=t::palette::close()
                    on:click=move |_| open.set(false)
                >
                    <Icon glyph=Glyph::Remove />
                </button>
            </div>
            <p class="soft" class:visually-hidden=move || count.get() != 0 role="status">
                {told}
            </p>
            {move || {
                // Made anew, so that the best is in sight.
                let groups = numbered(groups.get());
                let groups = groups.into_iter().map(|group| group_view(group, chosen, go_to, choose)).collect_view();
                (!groups.is_empty())
                    .then(|| {
                        view! {
                            <div
                                node_ref=list
                                id=LIST
                                class="palette-list"
                                role="listbox"
                                aria-label=t::palette::list()
                            >
                                {groups}
                            </div>
                        }
                    })
            }}
            <p class="palette-keys soft tiny" aria-hidden="true">
                {t::palette::keys()}
            </p>
    }
}

/// Whether the place that shows all of a kind finds these words: it forgives no typo where it shows competencies.
fn is_found_elsewhere(state: AppState, kind: Kind, typed: &str) -> bool {
    let finds = |world: World<'_>| world.frameworks.iter().any(|framework| !framework.search(typed).is_empty());
    kind != Kind::Competency || state.read(finds) == Some(true)
}

fn entries(groups: &[Group]) -> impl Iterator<Item = &Entry> {
    groups.iter().flat_map(|group| &group.entries)
}

/// Groups with the place of their first entry among all entries.
fn numbered(groups: Vec<Group>) -> Vec<(usize, Group)> {
    let number = |next: &mut usize, group: Group| {
        let first = *next;
        *next += group.entries.len();
        Some((first, group))
    };
    groups.into_iter().scan(0, number).collect()
}

fn group_view(
    (first, group): (usize, Group),
    chosen: Memo<usize>,
    go_to: Callback<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let heading = format!("palette-group-{first}");
    let options =
        group.entries.into_iter().zip(first..).map(|(entry, place)| option(entry, place, chosen, go_to, choose));
    view! {
        <div role="group" class="palette-group" aria-labelledby=heading.clone()>
            <p id=heading.clone() class="palette-heading" role="presentation">
                {group.kind.title()}
            </p>
            {options.collect_view()}
        </div>
    }
}

fn option(
    entry: Entry,
    place: usize,
    chosen: Memo<usize>,
    go_to: Callback<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let is_chosen = move || chosen.get() == place;
    let Entry { glyph, name, about, .. } = entry;
    view! {
        <div
            id=option_id(place)
            class="palette-option"
            role="option"
            aria-selected=move || is_chosen().to_string()
            // The focus stays in the field.
            on:mousedown=|event| event.prevent_default()
            on:pointermove=move |_| {
                if chosen.get_untracked() != place {
                    go_to.run(place);
                }
            }
            on:click=move |_| choose.run(place)
        >
            <Icon glyph />
            <bdi class="palette-name">{name}</bdi>
            {(!about.is_empty()).then(|| view! { <bdi class="palette-about soft small">{about}</bdi> })}
        </div>
    }
}
