//! What is packed in a ZIP.

use interchange::zip::Refusal;
use leptos::html;
use leptos::prelude::*;
use platform::intl;
use reading::Packed;

use super::more::{More, Shown};
use crate::i18n::{language, t};

/// Files that are shown at a time.
const STEP: usize = 100;

/// The names and sizes of packed files. None of them is unpacked.
#[component]
pub fn Files(
    files: Vec<Packed>,
    name: String,
    /// How many there are in the file, if more than these.
    total: Option<usize>,
) -> impl IntoView {
    let about = match total {
        Some(total) => t::reading::packed_of(files.len(), total),
        None => {
            let bytes = files.iter().map(|file| file.size).fold(0, u64::saturating_add);
            format!("{} · {}", t::reading::packed(files.len()), intl::bytes(language().tag(), bytes))
        }
    };
    let (shown, whole) = (Shown::of(files.len(), STEP), NodeRef::<html::Div>::new());
    let files = StoredValue::new(files);
    view! {
        <div class="table-scroll table-of" role="group" aria-label=t::reading::files_in(name) tabindex="0" node_ref=whole>
            <table>
                <caption class="soft small">{about}</caption>
                <thead>
                    <tr>
                        <th class="cell" scope="col">
                            {t::reading::file_name()}
                        </th>
                        <th class="cell cell-end" scope="col">
                            {t::reading::file_size()}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || 0..shown.count() key=|index| *index let(index)>
                        {files.with_value(|files| files.get(index).map(row))}
                    </For>
                </tbody>
            </table>
        </div>
        <More shown whole />
    }
}

fn row(file: &Packed) -> impl IntoView + use<> {
    let (folder, name) = match file.name.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name.to_owned()),
        None => (String::new(), file.name.clone()),
    };
    view! {
        <tr>
            <td class="cell">
                <bdi>
                    <span class="soft">{folder}</span>
                    {name}
                </bdi>
                {file.refused.map(|refusal| view! { <span class="soft small packed-note">{words(refusal)}</span> })}
            </td>
            <td class="cell cell-end">{intl::bytes(language().tag(), file.size)}</td>
        </tr>
    }
}

fn words(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::UnsafeName => t::reading::unsafe_name(),
        Refusal::UnreadableName => t::reading::unreadable_name(),
        Refusal::Encrypted => t::reading::locked(),
        Refusal::RepeatedName => t::reading::repeated(),
        Refusal::TooLarge | Refusal::Ratio => t::reading::grows(),
        Refusal::Special | Refusal::Packing | Refusal::Overlap => t::reading::unusual(),
    }
}
