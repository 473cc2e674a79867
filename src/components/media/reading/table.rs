//! A table from a file.

use leptos::html;
use leptos::prelude::*;
use reading::Table;

use super::more::{More, Shown};
use crate::i18n::t;

/// Rows that are shown at a time.
const STEP: usize = 100;

/// Its rows, below what its columns are called.
#[component]
pub fn TableOf(
    table: Table,
    #[prop(into)] name: String,
    /// How many rows there are in the file, if more than these.
    total: Option<usize>,
) -> impl IntoView {
    let Table { head, rows, numbers } = table;
    let columns = numbers.len();
    let here = rows.len();
    let length = total.map_or_else(|| t::reading::rows(here), |total| t::reading::rows_of(here, total));
    let size = format!("{length} · {}", t::reading::columns(columns));
    let (shown, whole) = (Shown::of(rows.len(), STEP), NodeRef::<html::Div>::new());
    let classes: Vec<_> = numbers.iter().map(|are| if *are { "cell cell-end" } else { "cell" }).collect();
    let class = move |column: usize| classes.get(column).copied().unwrap_or("cell");
    let head =
        head.into_iter().enumerate().map(|(column, cell)| view! { <th class=class(column) scope="col">{cell}</th> });
    let head = head.collect_view();
    let has_head = !head.is_empty();
    let (rows, class) = (StoredValue::new(rows), StoredValue::new(class));
    let row = move |index: usize| {
        let mut cells = rows.with_value(|rows| rows.get(index).cloned()).unwrap_or_default();
        // A row that ends early has a cell in every column all the same.
        cells.resize(columns, String::new());
        let cells = cells.into_iter().enumerate();
        let cells = cells.map(|(column, cell)| view! { <td class=class.with_value(|class| class(column))>{cell}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="table-scroll table-of" role="group" aria-label=t::reading::table_of(name) tabindex="0" node_ref=whole>
            <table>
                <caption class="soft small">{size}</caption>
                {has_head.then(|| view! { <thead><tr>{head}</tr></thead> })}
                <tbody>
                    <For each=move || 0..shown.count() key=|index| *index let(index)>
                        {row(index)}
                    </For>
                </tbody>
            </table>
        </div>
        <More shown whole />
    }
}
