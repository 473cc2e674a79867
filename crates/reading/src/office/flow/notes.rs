//! Notes at the foot of a page or at the end of a document.

/// A note.
#[derive(Debug, Default)]
pub(in crate::office) struct Note {
    /// What stands for it in the text.
    pub(in crate::office) mark: String,
    pub(in crate::office) words: String,
}

impl Note {
    /// The mark as it stands among other words.
    pub(super) fn mark(&self) -> String {
        format!("[{}]", self.mark)
    }

    /// The note as it stands behind what it belongs to.
    pub(super) fn shown(&self) -> String {
        format!("{} {}", self.mark(), self.words)
    }
}

/// Notes that wait for the end of what they belong to.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) waiting: Vec<Note>,
    /// How many paragraphs were open when the note began whose paragraphs come now.
    around: Option<usize>,
}

impl Notes {
    /// Paragraphs that come now are those of the note that came last.
    pub(super) fn open(&mut self, paragraphs: usize) {
        self.around = Some(paragraphs);
    }

    pub(super) fn close(&mut self) {
        self.around = None;
    }

    pub(super) fn is_open(&self) -> bool {
        self.around.is_some()
    }

    /// Whether a paragraph is one of the note's: so many are open around it.
    pub(super) fn have(&self, paragraphs: usize) -> bool {
        self.around.is_some_and(|around| paragraphs >= around)
    }

    /// Paragraphs of a note stand below each other.
    pub(super) fn say(&mut self, words: &str) {
        if let Some(note) = self.waiting.last_mut() {
            if !note.words.is_empty() {
                note.words.push('\n');
            }
            note.words.push_str(words.trim());
        }
    }
}
