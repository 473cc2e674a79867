//! Where in a ZIP each piece and each file stands.

use std::collections::{BTreeMap, HashMap};

use portfolio::model::{Artifact, Evidence, StoredFile, Submission};
use portfolio::{EntityId, Portfolio};

use crate::archive::{Content, Planned};
use crate::names::{Taken, safe_folder, safe_name};

/// The folder of frameworks.
const FRAMEWORKS: &str = "frameworks/";
/// The competencies that the learner wrote.
pub(super) const OWN: &str = "frameworks/competencies of my own.json";
/// What they say comes first.
pub(super) const OVERLAY: &str = "frameworks/what comes first.json";
/// The words of a piece, beside its files.
const WORDS: &str = "text.md";
/// What the learner thinks of it.
const REFLECTION: &str = "reflection.md";
/// The folder of what is in the trash.
const TRASH: &str = "trash";
/// The folder of files that belong to nothing that is here.
const OTHER: &str = "other";
/// The folder of what was handed in.
const SUBMISSIONS: &str = "submissions";
/// The folder of small pictures and of the words in files.
const PREVIEWS: &str = "previews";

/// Folders of pieces, and one path for the bytes of each file however often it is used.
#[derive(Debug)]
pub(super) struct Paths {
    /// In the order in which pieces are listed: by day, those in use before those in the trash.
    pieces: Vec<(EntityId, String)>,
    folder_of: HashMap<EntityId, String>,
    /// By identity.
    path_of: BTreeMap<String, String>,
    /// The files in the order in which they are written.
    order: Vec<String>,
}

impl Paths {
    pub(super) fn of(portfolio: &Portfolio) -> Self {
        let mut paths =
            Self { pieces: Vec::new(), folder_of: HashMap::new(), path_of: BTreeMap::new(), order: Vec::new() };
        paths.place_frameworks(portfolio);
        paths.place_pieces(portfolio);
        paths.place_submissions(portfolio);
        paths.place_previews(portfolio);
        paths.place_artifacts(portfolio);
        paths.place_words(portfolio);
        paths.place_rest(portfolio);
        paths
    }

    /// The ids of all pieces in the order of the tables.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &EntityId> {
        self.pieces.iter().map(|(id, _)| id)
    }

    /// The folder of a piece, without a closing `/`.
    pub(super) fn folder(&self, piece: &EntityId) -> &str {
        self.folder_of.get(piece).map_or("", String::as_str)
    }

    /// The entry that holds the bytes of a file.
    pub(super) fn path(&self, file: &StoredFile) -> &str {
        self.path_of.get(&file.hash).map_or("", String::as_str)
    }

    fn place_frameworks(&mut self, portfolio: &Portfolio) {
        let mut taken = Taken::default();
        // What the learner wrote stands among them.
        [OWN, OVERLAY].into_iter().filter_map(|path| path.strip_prefix(FRAMEWORKS)).for_each(|name| {
            taken.unique(name);
        });
        for adoption in portfolio.all_adoptions() {
            let title = match safe_folder(&adoption.title) {
                title if title.is_empty() => "framework".to_owned(),
                title => title,
            };
            self.place(&adoption.file, || format!("{FRAMEWORKS}{}", taken.unique(&format!("{title}.json"))));
        }
    }

    fn place_pieces(&mut self, portfolio: &Portfolio) {
        let mut pieces: Vec<&Evidence> = portfolio.pieces().collect();
        pieces.sort_by_key(|piece| (!piece.standing.is_live(), piece.day(), &piece.id));
        let mut taken = Taken::default();
        for piece in pieces {
            let top = if piece.standing.is_live() { "evidence" } else { TRASH };
            let day = piece.day().map(|day| day.to_string());
            let words = [day, Some(safe_folder(&piece.title))];
            let name = words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            let name = if name.is_empty() { "piece".to_owned() } else { name };
            let folder = taken.unique(&format!("{top}/{name}"));
            self.folder_of.insert(piece.id.clone(), folder.clone());
            self.pieces.push((piece.id.clone(), folder));
        }
    }

    /// What is in use first, so that a file that is also in the trash stands with the piece that is in use.
    fn place_artifacts(&mut self, portfolio: &Portfolio) {
        let mut names: HashMap<String, Taken> = HashMap::new();
        let pieces: Vec<(EntityId, String)> = self.pieces.clone();
        for (piece, folder) in &pieces {
            for artifact in portfolio.artifacts_of(piece) {
                self.place_artifact(artifact, folder, &mut names);
            }
        }
        for artifact in all_artifacts(portfolio) {
            let folder = self.folder_of.get(&artifact.evidence).map_or("piece", String::as_str);
            let folder = format!("{TRASH}/{}", folder.rsplit('/').next().unwrap_or(folder));
            self.place_artifact(artifact, &folder, &mut names);
        }
    }

    /// What is left belongs to nothing that is here yet; its bytes go along all the same.
    fn place_rest(&mut self, portfolio: &Portfolio) {
        let mut taken = Taken::default();
        for (_, file) in portfolio.files() {
            self.place(file, || format!("{OTHER}/{}", taken.unique(&safe_name(&file.name))));
        }
    }

    /// Its file, and beside it what that was made from.
    fn place_artifact(&mut self, artifact: &Artifact, folder: &str, names: &mut HashMap<String, Taken>) {
        let taken = names.entry(folder.to_lowercase()).or_insert_with(|| {
            let mut taken = Taken::default();
            [WORDS, REFLECTION].iter().for_each(|name| drop(taken.unique(name)));
            taken
        });
        for file in artifact.file().into_iter().chain(&artifact.source) {
            self.place(file, || format!("{folder}/{}", taken.unique(&safe_name(&file.name))));
        }
    }

    fn place_submissions(&mut self, portfolio: &Portfolio) {
        let mut submissions: Vec<&Submission> = portfolio.submissions().collect();
        submissions.sort_by_key(|submission| (submission.at, &submission.id));
        let mut taken = Taken::default();
        for submission in submissions {
            let Some(frozen) = portfolio.frozen(&submission.id) else { continue };
            let title = portfolio.piece(&submission.piece).map(|piece| safe_folder(&piece.title)).unwrap_or_default();
            let name = format!("{} {title}", submission.at.date_naive());
            self.place(&frozen.manifest, || {
                format!("{SUBMISSIONS}/{}", taken.unique(&format!("{}.json", name.trim_end())))
            });
        }
    }

    /// Small pictures are known by what they are of, so their own names say nothing: they have the beginning of their hash.
    fn place_previews(&mut self, portfolio: &Portfolio) {
        let mut taken = Taken::default();
        for thumb in all_artifacts(portfolio).filter_map(|artifact| artifact.preview.thumb.as_ref()) {
            let ending = thumb.media_type.rsplit('/').next().unwrap_or_default();
            self.place(thumb, || taken.unique(&preview(thumb, ending)));
        }
    }

    /// Placed behind the files themselves: a short text is the words in it, and stands with its piece.
    fn place_words(&mut self, portfolio: &Portfolio) {
        let mut taken = Taken::default();
        for words in all_artifacts(portfolio).filter_map(|artifact| artifact.preview.words.as_ref()) {
            self.place(words, || taken.unique(&preview(words, "txt")));
        }
    }

    fn place(&mut self, file: &StoredFile, path: impl FnOnce() -> String) {
        if !self.path_of.contains_key(&file.hash) {
            self.path_of.insert(file.hash.clone(), path());
            self.order.push(file.hash.clone());
        }
    }

    /// The words of every piece that has any, as Markdown beside its files.
    pub(super) fn texts(&self, portfolio: &Portfolio) -> Vec<Planned> {
        let mut texts = Vec::new();
        for (piece, folder) in &self.pieces {
            let Some(piece) = portfolio.piece(piece) else { continue };
            for (name, words) in [(WORDS, &piece.text), (REFLECTION, &piece.reflection)] {
                if !words.is_empty() {
                    texts.push(Planned { path: format!("{folder}/{name}"), content: Content::Text(words.clone()) });
                }
            }
        }
        texts
    }

    /// Every file once.
    pub(super) fn files(&self, portfolio: &Portfolio) -> Vec<Planned> {
        let known: HashMap<&str, &StoredFile> = portfolio.files().map(|(_, file)| (file.hash.as_str(), file)).collect();
        let planned = |hash: &String| {
            let file = known.get(hash.as_str())?;
            let content = Content::File { hash: hash.clone(), size: file.size, media_type: file.media_type.clone() };
            Some(Planned { path: self.path_of.get(hash)?.clone(), content })
        };
        self.order.iter().filter_map(planned).collect()
    }
}

/// The path of a preview.
fn preview(file: &StoredFile, ending: &str) -> String {
    let name: String = file.hash.chars().take(16).collect();
    format!("{PREVIEWS}/{}", safe_name(&format!("{name}.{ending}")))
}

/// The artifacts of all pieces, those in the trash too.
fn all_artifacts(portfolio: &Portfolio) -> impl Iterator<Item = &Artifact> {
    let parts = portfolio.pieces().flat_map(|piece| portfolio.parts_of(&piece.id));
    parts.filter_map(|part| portfolio.artifact(part))
}
