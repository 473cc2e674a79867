//! A text while it is being written: what it means, and how many words it has.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use writing::document::{self, Block};
use writing::words;

use crate::i18n;
use crate::platform::timer;

/// Said aloud as often as this many words are full.
const MILESTONE: usize = 50;

/// What a text means now, or meant a frame ago. Copies are the same text.
#[derive(Clone, Copy)]
pub struct Live {
    text: StoredValue<String>,
    /// Whether the next frame is waited for already.
    waits: StoredValue<bool>,
    blocks: RwSignal<Vec<Block>>,
    words: RwSignal<usize>,
    /// The words of each block, by what is in it: of a text that is being written one block changes, seldom more.
    counts: StoredValue<HashMap<u64, usize>>,
    fifties: Memo<usize>,
}

impl Live {
    /// A text that is about to be written in.
    pub fn new(text: &str) -> Self {
        let words = RwSignal::new(0);
        let live = Self {
            text: StoredValue::new(text.to_owned()),
            waits: StoredValue::new(false),
            blocks: RwSignal::new(Vec::new()),
            words,
            counts: StoredValue::new(HashMap::new()),
            fifties: Memo::new(move |_| words.get() / MILESTONE * MILESTONE),
        };
        live.look();
        live
    }

    /// Takes what stands in the field. It is looked at when the browser has painted it, and at most once a frame.
    pub fn typed(self, text: String) {
        self.text.set_value(text);
        if self.waits.get_value() {
            return;
        }
        self.waits.set_value(true);
        spawn_local(async move {
            timer::painted().await;
            // The field may be gone since.
            if self.waits.try_set_value(false).is_none() {
                self.look();
            }
        });
    }

    fn look(self) {
        let blocks = self.text.with_value(|text| document::blocks(text));
        let mut total = 0;
        self.counts.update_value(|counts| {
            let before = std::mem::take(counts);
            for block in &blocks {
                let (content, _) = block.key;
                let known = counts.get(&content).or_else(|| before.get(&content)).copied();
                let count = known.unwrap_or_else(|| count(&document::words(std::slice::from_ref(&block.node))));
                counts.insert(content, count);
                total += count;
            }
        });
        self.words.set(total);
        self.blocks.set(blocks);
    }

    /// Its parts, from the top to the end.
    pub fn blocks(self) -> Vec<Block> {
        self.blocks.get()
    }

    /// Runs what called it again when the text means something else.
    pub fn track(self) {
        self.blocks.track();
    }

    /// How many words it has.
    pub fn words(self) -> usize {
        self.words.get()
    }

    /// How many words it has in full fifties, if in any.
    pub fn fifties(self) -> Option<usize> {
        Some(self.fifties.get()).filter(|words| *words > 0)
    }
}

/// How many words a text has, as its field counts them: marks and signs of lists are none.
pub fn words_in(text: &str) -> usize {
    count(&document::words(&document::read(text)))
}

fn count(text: &str) -> usize {
    i18n::words(text).unwrap_or_else(|| words::count(text))
}
