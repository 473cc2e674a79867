//! What in a ZIP is not as it should be, entry by entry.

use interchange::archive::Bad;
use interchange::names::is_invisible;
use leptos::prelude::*;

use super::words::reason;
use crate::i18n::t;

/// A hostile ZIP may hold a hundred thousand of them.
const SHOWN: usize = 20;

/// The entries with their reasons; nothing where all is well.
#[component]
pub fn BadList(bad: Vec<Bad>) -> impl IntoView {
    let count = bad.len();
    let entries = bad.into_iter().take(SHOWN).map(|Bad { name, why }| {
        let reason = reason(&name, why);
        view! {
            <li>
                <bdi class="bad-name">{shown(&name)}</bdi>
                " "
                <span class="soft">{reason}</span>
            </li>
        }
    });
    let entries = entries.collect_view();
    (count > 0).then(|| {
        view! {
            <div class="stack stack-tight">
                <p>{t::archive::bad(count)}</p>
                <ul class="small">
                    {entries} {(count > SHOWN).then(|| view! { <li>{t::archive::bad_more(count - SHOWN)}</li> })}
                </ul>
            </div>
        }
    })
}

/// A name as it is, without what would make it look like another.
fn shown(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control() && !is_invisible(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn no_name_looks_like_another() {
        assert_eq!(shown("holiday-photo\u{202e}gpj.exe"), "holiday-photogpj.exe");
        assert_eq!(shown("../../etc/passwd\n"), "../../etc/passwd");
    }
}
