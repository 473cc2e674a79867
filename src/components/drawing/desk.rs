//! What lies on the desk while one draws: the drawing, the tool in the hand, the photo underneath, and the canvases.

use drawing::{Colour, Contact, Drawing, Hand, Paper, Sheet, Thickness, Tool, Trace, Verdict};
use leptos::prelude::*;
use platform::BrowserError;
use platform::easel::Touch;

use super::paint::Easel;
use super::photo::Photo;
use crate::state::AppState;

/// The desk. Copies are the same one.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The app's state.
    pub state: AppState,
    /// The drawing.
    pub drawing: RwSignal<Drawing>,
    /// The words beside it, or in its place.
    pub words: RwSignal<String>,
    /// The tool in the hand.
    pub tool: RwSignal<Tool>,
    /// Its colour.
    pub colour: RwSignal<Colour>,
    /// Its breadth.
    pub thickness: RwSignal<Thickness>,
    /// The photo that the paper is.
    pub photo: RwSignal<Photo, LocalStorage>,
    /// Whether the sheet takes no more.
    pub is_full: RwSignal<bool>,
    easel: StoredValue<Option<Easel>, LocalStorage>,
    trace: StoredValue<Option<Trace>>,
    hand: StoredValue<Hand>,
}

impl Desk {
    /// An empty sheet, as it stands best on this screen.
    pub fn new(sheet: Sheet) -> Self {
        Self {
            state: AppState::expect(),
            drawing: RwSignal::new(Drawing::new(sheet)),
            words: RwSignal::new(String::new()),
            tool: RwSignal::new(Tool::Pen),
            colour: RwSignal::new(Colour::Black),
            thickness: RwSignal::new(Thickness::Medium),
            photo: RwSignal::new_local(Photo::None),
            is_full: RwSignal::new(false),
            easel: StoredValue::new_local(None),
            trace: StoredValue::new(None),
            hand: StoredValue::new(Hand::default()),
        }
    }

    /// Puts the canvases up.
    pub fn set_easel(self, easel: Easel) {
        self.easel.set_value(Some(easel));
    }

    /// Makes the canvases as sharp as they now stand in the page, and draws all of it anew.
    pub fn fit(self) {
        self.with_easel(|easel, drawing, photo| {
            easel.fit(drawing.sheet())?;
            easel.paint(drawing, photo)
        });
    }

    /// Draws all of it anew.
    pub fn paint(self) {
        self.with_easel(Easel::paint);
    }

    fn with_easel(self, paint: impl FnOnce(&Easel, &Drawing, &Photo) -> Result<(), BrowserError>) {
        let painted = self.easel.try_with_value(|easel| {
            let easel = easel.as_ref()?;
            Some(self.drawing.with_untracked(|drawing| self.photo.with_untracked(|photo| paint(easel, drawing, photo))))
        });
        if let Some(Some(Err(error))) = painted {
            leptos::logging::warn!("the sheet was not painted: {error}");
        }
    }

    /// Something comes down on the sheet. Whether it draws.
    pub fn comes_down(self, touch: Touch, place: (f64, f64, f64)) -> bool {
        let Touch { id, is_touch, is_pen, breadth, at, .. } = touch;
        let contact = Contact { id, is_touch, is_pen, breadth, at };
        let verdict = self.hand.try_update_value(|hand| hand.comes_down(contact)).unwrap_or(Verdict::Ignore);
        match verdict {
            Verdict::Ignore => return false,
            Verdict::DrawInstead => self.throw_away(),
            Verdict::Draw => {}
        }
        self.begin(place);
        true
    }

    /// It goes on along a way.
    pub fn goes_on(self, touch: Touch, way: &[(f64, f64, f64)]) {
        if touch.is_pen {
            self.hand.update_value(|hand| hand.pen_is_near(touch.at));
        }
        if !self.hand.with_value(|hand| hand.draws(touch.id)) {
            return;
        }
        for place in way {
            let (x, y, pressure) = self.on_sheet(*place);
            let is_full = self.trace.try_update_value(|trace| {
                let trace = trace.as_mut()?;
                trace.go_on(x, y, pressure);
                Some(trace.is_full())
            });
            if is_full == Some(Some(true)) {
                // A stroke without end is several strokes.
                self.finish_stroke();
                self.begin(*place);
            }
        }
        self.draw_fresh();
    }

    /// It is lifted.
    pub fn lifts(self, touch: Touch) {
        if self.hand.with_value(|hand| hand.draws(touch.id)) {
            self.hand.update_value(Hand::lifts);
            self.finish_stroke();
        }
    }

    /// The system takes it for something else than drawing: a palm, or a gesture.
    pub fn is_taken_away(self, touch: Touch) {
        if self.hand.with_value(|hand| hand.draws(touch.id)) {
            self.hand.update_value(Hand::lifts);
            self.throw_away();
        }
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.change(|drawing| {
            drawing.undo();
        });
    }

    /// Takes again what was taken back.
    pub fn redo(self) {
        self.change(|drawing| {
            drawing.redo();
        });
    }

    /// Takes all strokes away.
    pub fn clear(self) {
        self.change(Drawing::clear);
    }

    /// Lays a paper under the strokes.
    pub fn lay(self, paper: Paper) {
        self.change(|drawing| drawing.lay(paper));
    }

    /// Puts another drawing on the desk.
    pub fn put(self, drawing: Drawing) {
        self.drawing.set(drawing);
        self.fit();
    }

    /// Changes the drawing, and shows it.
    fn change(self, change: impl FnOnce(&mut Drawing)) {
        self.finish_stroke();
        self.drawing.update(change);
        self.is_full.set(false);
        self.paint();
    }

    fn on_sheet(self, (x, y, pressure): (f64, f64, f64)) -> (f64, f64, f64) {
        let sheet = self.drawing.with_untracked(Drawing::sheet);
        (x * f64::from(sheet.width), y * f64::from(sheet.height), pressure)
    }

    fn begin(self, place: (f64, f64, f64)) {
        let (x, y, pressure) = self.on_sheet(place);
        let (tool, colour) = (self.tool.get_untracked(), self.colour.get_untracked());
        let trace = Trace::begin(tool, colour, self.thickness.get_untracked(), x, y, pressure);
        self.trace.set_value(Some(trace));
        self.draw_fresh();
    }

    /// Only what is new is drawn while the hand moves.
    fn draw_fresh(self) {
        let fresh = self.trace.try_update_value(|trace| {
            let trace = trace.as_mut()?;
            let shape = trace.fresh()?;
            Some((shape, trace.stroke().tool, trace.stroke().colour))
        });
        if let Some(Some((shape, tool, colour))) = fresh {
            self.with_easel(|easel, _, _| easel.draw_fresh(&shape, tool, colour));
        }
    }

    fn finish_stroke(self) {
        let Some(Some(trace)) = self.trace.try_update_value(Option::take) else { return };
        let stroke = trace.end();
        self.with_easel(|easel, _, _| easel.finish(&stroke));
        if self.drawing.try_update(|drawing| drawing.draw(stroke)) != Some(Ok(())) {
            self.is_full.set(true);
            self.paint();
        }
    }

    fn throw_away(self) {
        self.trace.set_value(None);
        self.paint();
    }
}
