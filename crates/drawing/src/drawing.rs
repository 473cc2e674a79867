//! A sheet and the steps taken on it.

use crate::{Paper, Sheet, Stroke};

/// One step that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A stroke was drawn, or something rubbed out.
    Draw(Stroke),
    /// All strokes were taken away.
    Clear,
    /// Another paper was laid under the strokes.
    Lay(Paper),
}

/// There is no room for another stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sheet holds as much as a sheet can")]
pub struct Full;

/// A drawing: what is seen is what its steps make of an empty sheet, and each of them can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    sheet: Sheet,
    steps: Vec<Step>,
    undone: Vec<Step>,
}

impl Drawing {
    /// The most strokes that are kept.
    pub const MOST_STROKES: usize = 5_000;
    /// The most points that they have together: half an hour of drawing without a pause.
    pub const MOST_POINTS: usize = 100_000;

    /// An empty sheet.
    pub fn new(sheet: Sheet) -> Self {
        Self { sheet, steps: Vec::new(), undone: Vec::new() }
    }

    /// The size of its sheet.
    pub fn sheet(&self) -> Sheet {
        self.sheet
    }

    /// The paper that lies there now.
    pub fn paper(&self) -> &Paper {
        let laid = self.steps.iter().rev().find_map(|step| match step {
            Step::Lay(paper) => Some(paper),
            _ => None,
        });
        laid.unwrap_or(&Paper::Blank)
    }

    /// The strokes that are there now, erasers included, in the order in which they were drawn.
    pub fn strokes(&self) -> impl DoubleEndedIterator<Item = &Stroke> + Clone {
        let cleared = self.steps.iter().rposition(|step| *step == Step::Clear).map_or(0, |at| at + 1);
        self.steps.iter().skip(cleared).filter_map(|step| match step {
            Step::Draw(stroke) => Some(stroke),
            _ => None,
        })
    }

    /// Whether nothing is drawn.
    pub fn is_blank(&self) -> bool {
        self.strokes().next().is_none()
    }

    /// Whether no step was taken, none taken back either.
    pub fn is_untouched(&self) -> bool {
        self.steps.is_empty() && self.undone.is_empty()
    }

    /// Takes a stroke.
    ///
    /// # Errors
    /// [`Full`]; the drawing is as it was then.
    pub fn draw(&mut self, stroke: Stroke) -> Result<(), Full> {
        if !self.has_room_for(&stroke) {
            return Err(Full);
        }
        self.take(Step::Draw(stroke));
        Ok(())
    }

    /// Takes all strokes away. An empty sheet stays as it is.
    pub fn clear(&mut self) {
        if !self.is_blank() {
            self.take(Step::Clear);
        }
    }

    /// Lays another paper under the strokes.
    pub fn lay(&mut self, paper: Paper) {
        if *self.paper() != paper {
            self.take(Step::Lay(paper));
        }
    }

    /// Gives an untouched drawing another sheet; one that was drawn on keeps its own, for its strokes belong to it.
    pub fn reshape(&mut self, sheet: Sheet) {
        if self.is_untouched() {
            self.sheet = sheet;
        }
    }

    /// Takes the last step back. Whether there was one.
    pub fn undo(&mut self) -> bool {
        let last = self.steps.pop();
        let is_there = last.is_some();
        self.undone.extend(last);
        is_there
    }

    /// Takes the step again that was taken back last. Whether there was one.
    pub fn redo(&mut self) -> bool {
        let last = self.undone.pop();
        let is_there = last.is_some();
        self.steps.extend(last);
        is_there
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Whether a step that was taken back can be taken again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    fn take(&mut self, step: Step) {
        self.undone.clear();
        self.steps.push(step);
    }

    fn has_room_for(&self, stroke: &Stroke) -> bool {
        let (count, points) = self.steps.iter().fold((0, 0), |(count, points), step| match step {
            Step::Draw(stroke) => (count + 1, points + stroke.points.len()),
            _ => (count, points),
        });
        count < Self::MOST_STROKES
            && points + stroke.points.len() <= Self::MOST_POINTS
            && (1..=Stroke::MOST_POINTS).contains(&stroke.points.len())
    }
}
