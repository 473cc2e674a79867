//! Pictures in a text: files of the same piece, named by the text. A picture from anywhere else is never loaded.

use leptos::prelude::*;
use portfolio::EntityId;
use portfolio::intent::artifacts::is_safe_link;
use portfolio::model::{Artifact, StoredFile};
use writing::document::{self, Node, Picture, pictures};
use writing::picture::names;

use crate::components::media::{ArtifactFigure, Image, captions_of};
use crate::i18n::t;
use crate::state::AppState;

/// The files that a text can show. Copies are the same files.
#[derive(Clone, Copy)]
pub struct Pictures {
    files: Memo<Vec<Artifact>>,
    /// Whether a picture with a paragraph of its own comes with all that a file has: its caption, its name, a way to keep a copy.
    whole: bool,
}

impl Pictures {
    /// The files of a piece, as they are read.
    pub fn of(piece: Signal<Option<EntityId>>, whole: bool) -> Self {
        let state = AppState::expect();
        let files = Memo::new(move |_| {
            let piece = piece.get();
            let of_piece = |piece: EntityId| {
                state.watch(&["artifact", piece.as_str()], |world| {
                    world.portfolio.artifacts_of(&piece).into_iter().filter(|it| it.file().is_some()).cloned().collect()
                })
            };
            piece.and_then(of_piece).unwrap_or_default()
        });
        Self { files, whole }
    }

    /// These files, whatever becomes of the piece.
    pub fn among(files: Vec<Artifact>, whole: bool) -> Self {
        Self { files: Memo::new(move |_| files.clone()), whole }
    }

    /// The names that files have.
    pub fn taken(self) -> Vec<String> {
        self.files.read_untracked().iter().filter_map(|it| Some(it.file()?.name.clone())).collect()
    }

    /// The file that a text means.
    fn named(self, address: &str) -> Option<Artifact> {
        let is_meant = |artifact: &&Artifact| artifact.file().is_some_and(|file| names(address, &file.name));
        self.files.read().iter().find(is_meant).cloned()
    }
}

/// Those of a piece's artifacts that none of its texts shows in place.
pub fn beside(texts: &[&str], artifacts: Vec<Artifact>) -> Vec<Artifact> {
    let nodes: Vec<Node> = texts.iter().flat_map(|text| document::read(text)).collect();
    let is_shown = |artifact: &Artifact| artifact.file().is_some_and(|file| are_in(&nodes, file));
    artifacts.into_iter().filter(|artifact| !is_shown(artifact)).collect()
}

/// Whether a text shows a file in a paragraph of its own.
fn are_in(nodes: &[Node], file: &StoredFile) -> bool {
    pictures(nodes).into_iter().any(|picture| names(&picture.address, &file.name))
}

/// A picture of the piece in place; of any other, a link or its words.
pub fn picture(picture: &Picture, known: Option<Pictures>) -> AnyView {
    let Some(known) = known else { return linked(picture).unwrap_or_else(|| words(picture).into_any()) };
    let picture = StoredValue::new(picture.clone());
    let found = Memo::new(move |_| picture.with_value(|picture| known.named(&picture.address)));
    (move || match found.get() {
        Some(artifact) => picture.with_value(|picture| in_place(picture, artifact, known)),
        None => picture.with_value(elsewhere),
    })
    .into_any()
}

fn in_place(picture: &Picture, artifact: Artifact, known: Pictures) -> AnyView {
    let alt = if picture.words.is_empty() { artifact.alt.clone() } else { picture.words.clone() };
    if known.whole && picture.alone {
        let captions = captions_of(&artifact, &known.files.read());
        return view! { <ArtifactFigure artifact=Artifact { alt, ..artifact } captions /> }.into_any();
    }
    match artifact.file() {
        Some(file) => view! { <Image file=file.clone() alt /> }.into_any(),
        None => elsewhere(picture),
    }
}

/// What stands for a picture that is none of the piece's.
fn elsewhere(picture: &Picture) -> AnyView {
    linked(picture)
        .unwrap_or_else(|| view! { <span class="soft">{t::writing::no_picture(words(picture))}</span> }.into_any())
}

/// A picture from elsewhere is not loaded; its address may be followed.
fn linked(picture: &Picture) -> Option<AnyView> {
    let address = picture.address.clone();
    let link = || view! { <a href=address.clone() target="_blank" rel="noopener noreferrer">{words(picture)}</a> };
    is_safe_link(&address).then(|| link().into_any())
}

fn words(picture: &Picture) -> String {
    if picture.words.is_empty() { picture.address.clone() } else { picture.words.clone() }
}
