//! Words written on a sheet, by the browser's own fonts.

use super::Canvas;
use crate::BrowserError;

/// How words stand on a sheet. Lengths in units of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words<'a> {
    /// What is written. A line break begins a new line.
    pub text: &'a str,
    /// The colour of the ink.
    pub colour: &'a str,
    /// From the sheet's edge to the words, on every side.
    pub margin: f64,
    /// From one line to the next where there is room enough; closer where there is not.
    pub line: f64,
}

/// The least that lines are apart; what does not fit even so is cut, and ends with three dots.
const CLOSEST: f64 = 220.0;
/// How large letters are, of the distance from line to line.
const LETTERS: f64 = 0.68;

impl Canvas {
    /// Writes words on the sheet, from its top, as large as they fit.
    ///
    /// # Errors
    /// What the browser says.
    pub fn write(&self, words: Words<'_>) -> Result<(), BrowserError> {
        let (width, height) = (self.width() - 2.0 * words.margin, self.height() - 2.0 * words.margin);
        let mut line = words.line;
        let lines = loop {
            self.ink().set_font(&format!("{}px Georgia, 'Noto Serif', serif", line * LETTERS));
            let lines = self.broken(words.text, width)?;
            // A line count is small.
            if lines.len() as f64 * line <= height || line <= CLOSEST {
                break lines;
            }
            line = (line * 0.85).max(CLOSEST);
        };
        self.ink().set_fill_style_str(words.colour);
        // At least one line, at most a few dozen.
        let room = (height / line).floor().max(1.0) as usize;
        let is_cut = lines.len() > room;
        for (number, written) in lines.iter().take(room).enumerate() {
            let dots = if is_cut && number + 1 == room { " …" } else { "" };
            let below = words.margin + line * (number as f64 + 0.8);
            self.ink().fill_text(&format!("{written}{dots}"), words.margin, below)?;
        }
        Ok(())
    }

    /// Words in lines that are no longer than `width`, except for a word that is.
    fn broken(&self, text: &str, width: f64) -> Result<Vec<String>, BrowserError> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if line.is_empty() || self.ink().measure_text(&longer)?.width() <= width {
                    line = longer;
                } else {
                    lines.push(std::mem::replace(&mut line, word.to_owned()));
                }
            }
            lines.push(line);
        }
        Ok(lines)
    }
}
