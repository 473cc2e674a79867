//! A text while it is being written: what it means, and how many words it has.

use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::timer;
use writing::document::{self, Block};
use writing::words;

use crate::i18n;

/// Said aloud as often as this many words are full.
const MILESTONE: usize = 50;

/// Who writes fast has their letters first: a text is looked at when no key came for so long,
const PAUSE: Duration = Duration::from_millis(50);
/// and after so many such waits at the latest.
const MOST_WAITS: usize = 5;

/// What a text means now, or meant a moment ago. Copies are the same text.
#[derive(Clone, Copy)]
pub struct Live {
    text: StoredValue<String>,
    /// Whether a pause is waited for already.
    waits: StoredValue<bool>,
    keystrokes: StoredValue<u64>,
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
            keystrokes: StoredValue::new(0),
            blocks: RwSignal::new(Vec::new()),
            words,
            counts: StoredValue::new(HashMap::new()),
            fifties: Memo::new(move |_| words.get() / MILESTONE * MILESTONE),
        };
        live.look();
        live
    }

    /// Takes what stands in the field. It is looked at in the next pause.
    pub fn typed(self, text: String) {
        self.text.set_value(text);
        self.keystrokes.update_value(|keystrokes| *keystrokes += 1);
        if self.waits.get_value() {
            return;
        }
        self.waits.set_value(true);
        spawn_local(async move {
            self.pause().await;
            timer::painted().await;
            // The field may be gone since.
            if self.waits.try_set_value(false).is_none() {
                self.look();
            }
        });
    }

    async fn pause(self) {
        for _ in 0..MOST_WAITS {
            let before = self.keystrokes.try_get_value();
            timer::sleep(PAUSE).await;
            if self.keystrokes.try_get_value() == before {
                return;
            }
        }
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
