//! Me, what I work with, where it is stored, who else learns here, and how it looks.

mod appearance;
mod archive;
mod backup;
mod framework_moves;
mod framework_rules;
mod framework_update;
mod frameworks;
mod learners;
mod me;
mod own;
mod storage;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use platform::page;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use appearance::Appearance;
use archive::ArchiveSettings;
use backup::BackupSettings;
use frameworks::FrameworkSettings;
use learners::Learners;
use me::Me;
use storage::StorageSettings;

/// All settings on one page, each with an anchor.
#[component]
pub fn Settings() -> impl IntoView {
    let section = use_location().hash;
    Effect::new(move |_| {
        let section = section.get();
        if let Some(section) = section.strip_prefix('#').filter(|section| !section.is_empty()) {
            page::focus_when_drawn(format!("{section}-title"));
        }
    });
    view! {
        <div class="page page-narrow">
            <PageHead title=t::settings::title() />
            <Me />
            <FrameworkSettings />
            <BackupSettings />
            <StorageSettings />
            <ArchiveSettings />
            <Learners />
            <Appearance />
        </div>
    }
}
