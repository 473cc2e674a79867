//! Files that the browser's own dialog picks: some, or a folder of them.

use leptos::prelude::*;
use platform::files;

use crate::components::studio::intake::Intake;
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Picks files.
#[component]
pub fn FilesWay(intake: Intake) -> impl IntoView {
    view! {
        <li>
            <label class="way">
                <Icon glyph=Glyph::File />
                {t::studio::choose_files()}
                <input
                    type="file"
                    multiple
                    class="visually-hidden"
                    on:change=move |event| intake.add(files::chosen(&event))
                />
            </label>
        </li>
    }
}

/// Picks a folder, where the browser can.
#[component]
pub fn FolderWay(intake: Intake) -> impl IntoView {
    view! {
        <li>
            <label class="way">
                <Icon glyph=Glyph::Folder />
                {t::studio::choose_folder()}
                <input
                    type="file"
                    multiple
                    prop:webkitdirectory=true
                    class="visually-hidden"
                    on:change=move |event| intake.add_given(files::chosen_folder(&event))
                />
            </label>
        </li>
    }
}
