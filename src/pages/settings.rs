//! Me, what I work with, where it is stored, who else learns here, and how it looks.

mod appearance;
mod archive;
mod backup;
mod frameworks;
mod learners;
mod me;
mod storage;

use leptos::prelude::*;

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
