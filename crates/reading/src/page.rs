//! Blocks as they are gathered, until there are enough.

use std::ops::ControlFlow;

use crate::block::{Block, Part, Reading};
use crate::limits;

/// Whether there is room for more.
pub(crate) type Room = ControlFlow<()>;

/// Blocks so far.
pub(crate) struct Page {
    done: Vec<Block>,
    /// The part that is open.
    part: Option<(Part, Vec<Block>)>,
    blocks: usize,
    letters: usize,
    cells: usize,
    /// The level of the heading before.
    above: u8,
    is_cut: bool,
}

impl Page {
    pub(crate) fn new() -> Self {
        Self {
            done: Vec::new(),
            part: None,
            blocks: limits::BLOCKS,
            letters: limits::LETTERS,
            cells: limits::CELLS,
            above: 1,
            is_cut: false,
        }
    }

    /// Adds a block with words, or as much of it as there is room for. One without words is none.
    pub(crate) fn put(&mut self, block: fn(String) -> Block, words: String) -> Room {
        if words.trim().is_empty() {
            return Room::Continue(());
        }
        let words = self.fitted(words);
        self.add(block(words))
    }

    /// Adds a heading, at most one level below the one before.
    pub(crate) fn heading(&mut self, level: u8, words: String) -> Room {
        if words.trim().is_empty() {
            return Room::Continue(());
        }
        self.above = level.saturating_add(1).min(self.above + 1).clamp(2, 5);
        let (level, words) = (self.above, self.fitted(words));
        self.add(Block::Heading(level, words))
    }

    /// Adds a part of a list.
    pub(crate) fn item(&mut self, depth: u8, words: String) -> Room {
        if words.trim().is_empty() {
            return Room::Continue(());
        }
        let words = self.fitted(words);
        self.add(Block::Item(depth.min(8), words))
    }

    /// Adds a block whose words are counted already.
    pub(crate) fn add(&mut self, block: Block) -> Room {
        self.part.as_mut().map_or(&mut self.done, |(_, blocks)| blocks).push(block);
        self.count()
    }

    /// Takes letters for something that is added later.
    ///
    /// # Errors
    /// There are not that many left.
    pub(crate) fn take(&mut self, letters: usize) -> Room {
        match self.letters.checked_sub(letters) {
            Some(left) => self.letters = left,
            None => return self.cut(),
        }
        Room::Continue(())
    }

    /// Takes cells for a table that is added later, before they are made.
    ///
    /// # Errors
    /// There are not that many left.
    pub(crate) fn take_cells(&mut self, cells: usize) -> Room {
        match self.cells.checked_sub(cells) {
            Some(left) => self.cells = left,
            None => return self.cut(),
        }
        Room::Continue(())
    }

    /// Says that there is more than is shown.
    pub(crate) fn mark_cut(&mut self) {
        self.is_cut = true;
    }

    /// Ends the page before the file ends.
    pub(crate) fn cut(&mut self) -> Room {
        self.mark_cut();
        Room::Break(())
    }

    /// Begins a part; the one before ends. It counts as a block does, for it may stay empty.
    pub(crate) fn open(&mut self, part: Part) -> Room {
        self.close();
        self.above = self.above.max(2);
        self.part = Some((part, Vec::new()));
        self.count()
    }

    /// Ends the part that is open.
    pub(crate) fn close(&mut self) {
        if let Some((part, blocks)) = self.part.take() {
            self.done.push(Block::Part(part, blocks));
        }
    }

    pub(crate) fn end(mut self) -> Reading {
        self.close();
        Reading { blocks: self.done, is_cut: self.is_cut, total: None }
    }

    /// Counts a block or a part that has come.
    fn count(&mut self) -> Room {
        self.blocks = self.blocks.saturating_sub(1);
        if self.blocks == 0 || self.letters == 0 { self.cut() } else { Room::Continue(()) }
    }

    /// As many letters of it as there is room for, which are taken.
    fn fitted(&mut self, words: String) -> String {
        let count = words.chars().count();
        let left = self.letters;
        self.letters = left.saturating_sub(count);
        if count <= left { words } else { words.chars().take(left).collect() }
    }
}
