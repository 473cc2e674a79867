//! What a drawing shows, in numbers.

use leptos::prelude::*;

use crate::i18n::t;

/// A table of days with two numbers each, folded up below the drawing. Its rows are the children.
#[component]
pub fn DaysTable(
    /// What the numbers are.
    numbers: [&'static str; 2],
    children: Children,
) -> impl IntoView {
    view! {
        <details>
            <summary>{t::pace::table()}</summary>
            <div class="table-scroll">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t::pace::day()}</th>
                            {numbers.into_iter().map(|number| view! { <th scope="col">{number}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{children()}</tbody>
                </table>
            </div>
        </details>
    }
}
