//! The learner's tables of numbers: commas, one heading row, no quotes.

/// A table as columns of text.
pub struct Table<'a> {
    headings: Vec<&'a str>,
    rows: Vec<Vec<&'a str>>,
}

impl<'a> Table<'a> {
    /// Reads a table; an empty text gives an empty one.
    pub fn read(text: &'a str) -> Self {
        let mut lines = text.lines().map(|line| line.split(',').collect());
        Self { headings: lines.next().unwrap_or_default(), rows: lines.collect() }
    }

    pub fn headings(&self) -> &[&'a str] {
        &self.headings
    }

    /// The words of a column, by its place.
    pub fn words(&self, column: usize) -> Vec<&'a str> {
        self.rows.iter().filter_map(|row| row.get(column).copied()).collect()
    }

    /// The numbers of a column, by its place; nothing where a cell is no number.
    pub fn numbers(&self, column: usize) -> Vec<Option<f64>> {
        self.rows.iter().map(|row| row.get(column).and_then(|cell| cell.parse().ok())).collect()
    }
}

/// The middle of some numbers; 0 of none.
pub fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    if sorted.len() % 2 == 1 {
        return upper;
    }
    let lower = sorted.len().checked_sub(1).and_then(|last| sorted.get(last / 2)).copied().unwrap_or(0.0);
    f64::midpoint(lower, upper)
}
