//! From the drawing to the canvases: the paper, the ink on it, and the stroke that is just being drawn.

use drawing::{Colour, Drawing, Paper, Sheet, Stroke, Tool, outline};
use platform::BrowserError;
use platform::easel::Canvas;

use super::photo::Photo;

/// The canvases of the page, one above the other.
pub struct Easel {
    /// The paper, which no eraser touches.
    pub paper: Canvas,
    /// All finished strokes, and what the eraser leaves of them.
    pub ink: Canvas,
    /// The stroke that is being drawn. It lies apart, because what shines through must not lie over itself.
    pub fresh: Canvas,
}

impl Easel {
    /// Makes all of them as sharp as they stand in the page; they are empty then.
    pub fn fit(&self, sheet: Sheet) -> Result<(), BrowserError> {
        for canvas in [&self.paper, &self.ink, &self.fresh] {
            canvas.fit(sheet.width.into())?;
        }
        Ok(())
    }

    /// Draws all of it.
    pub fn paint(&self, drawing: &Drawing, photo: &Photo) -> Result<(), BrowserError> {
        paper(&self.paper, drawing, photo)?;
        self.fresh.clear();
        self.ink.clear();
        strokes(&self.ink, drawing)
    }

    /// Draws what is new of a stroke. An eraser works at once; anything else is solid here, and as it will be when it is finished.
    pub fn draw_fresh(&self, shape: &str, tool: Tool, colour: Colour) -> Result<(), BrowserError> {
        match tool {
            Tool::Eraser => self.ink.rub_out(shape),
            Tool::Pen | Tool::Marker => self.fresh.fill(shape, tool.ink(colour), 1.0),
        }
    }

    /// A stroke is finished: it lies with the others.
    pub fn finish(&self, finished: &Stroke) -> Result<(), BrowserError> {
        self.fresh.clear();
        stroke(&self.ink, finished)
    }
}

/// The paper, or the photo in its place, on white.
pub fn paper(canvas: &Canvas, drawing: &Drawing, photo: &Photo) -> Result<(), BrowserError> {
    let sheet @ Sheet { width, height } = drawing.sheet();
    canvas.fill(&format!("M0 0h{width}v{height}H0z"), "#fff", 1.0)?;
    match (drawing.paper(), photo) {
        (Paper::Photo(hash), Photo::Here { hash: here, picture }) if hash == here => {
            let (across, down) = picture.size();
            picture.lay_on(canvas, sheet.hold(across, down))
        }
        (paper, _) => canvas.line(&paper.lines(sheet), Paper::LINE_COLOUR, Paper::LINE_WIDTH.into()),
    }
}

/// All strokes, in their order.
pub fn strokes(canvas: &Canvas, drawing: &Drawing) -> Result<(), BrowserError> {
    drawing.strokes().try_for_each(|next| stroke(canvas, next))
}

fn stroke(canvas: &Canvas, stroke: &Stroke) -> Result<(), BrowserError> {
    let shape = outline(stroke);
    match stroke.tool {
        Tool::Eraser => canvas.rub_out(&shape),
        tool => canvas.fill(&shape, tool.ink(stroke.colour), tool.opacity()),
    }
}
