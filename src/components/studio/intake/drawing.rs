//! A drawing on its way into the piece: its picture is the artifact, and its strokes are what that was made from.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::media::MediaError;
use portfolio::intent::{ArtifactEdit, NewArtifact, Replacement};
use portfolio::model::StoredFile;
use portfolio::{EntityId, Intent, Kind};

use super::{Content, Intake, Problem};
use crate::components::drawing::Drawn;
use crate::state::Work;

impl Intake {
    /// Takes a drawing in, in place of that of the artifact `of` if there is one. Until it is a part of the piece it stays among
    /// what is unfinished, so that it is offered again if that fails.
    pub fn add_drawing(self, drawn: Drawn, of: Option<EntityId>) {
        let name = drawn.picture.name();
        let (expected, work) = (self.draft.expect_file(&name), Work::new());
        let arrival = self.announce(name, work.clone());
        spawn_local(async move {
            let held = self.hold_drawing(drawn, of.as_ref(), &work).await;
            if let Err(error) = held {
                // The view may be gone while the file goes on.
                arrival.problem.try_set(Some(Problem::of(&error, &arrival.name)));
                return;
            }
            self.has_arrived(&arrival);
            expected.arrived();
            let state = self.draft.state();
            // Until then it is nowhere else.
            state.settled().await;
            if self.draft.is_at_home()
                && let Err(error) = state.forget_unfinished(of.as_ref()).await
            {
                leptos::logging::warn!("the drawing is offered again although it is finished: {error}");
            }
        });
    }

    async fn hold_drawing(self, drawn: Drawn, of: Option<&EntityId>, work: &Work) -> Result<(), MediaError> {
        self.at_home()?;
        let (picture, strokes) = self.store_both(&drawn, work).await?;
        self.at_home()?;
        let is_held = match of {
            Some(artifact) => self.replace(artifact, picture, strokes, drawn.words),
            None => self.draft.add(NewArtifact {
                alt: drawn.words,
                source: Some(strokes),
                ..NewArtifact::of(Content::File(picture))
            }),
        };
        if is_held { Ok(()) } else { Err(MediaError::Missing) }
    }

    async fn store_both(self, drawn: &Drawn, work: &Work) -> Result<(StoredFile, StoredFile), MediaError> {
        let state = self.draft.state();
        let picture = state.take_in(&drawn.picture, work).await?.file;
        Ok((picture, state.take_in(&drawn.strokes, work).await?.file))
    }

    /// The artifact has another id from now on, and keeps its place and its words. Returns whether it was replaced.
    fn replace(self, artifact: &EntityId, picture: StoredFile, strokes: StoredFile, words: String) -> bool {
        let state = self.draft.state();
        let by = Replacement { file: picture, source: Some(strokes), cleaned: Default::default() };
        let before =
            state.read(|world| world.portfolio.artifact(artifact).map(|artifact| artifact.alt.clone())).flatten();
        let Some(touched) = state.attempt(Intent::ReplaceFile { artifact: artifact.clone(), by, forget: false }) else {
            return false;
        };
        let mut ids = touched.iter().filter_map(|id| EntityId::parse(id).ok());
        let new = ids.find(|id| id.kind() == Kind::Artifact && id != artifact);
        if let Some(artifact) = new.filter(|_| before.as_ref() != Some(&words)) {
            state.attempt(Intent::EditArtifact { artifact, edit: ArtifactEdit::Alt(words) });
        }
        true
    }
}
