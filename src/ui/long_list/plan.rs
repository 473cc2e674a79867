//! Where everything in a long list stands, worked out without drawing it.

use std::ops::Range;

/// How the items of a list stand; lengths are in `rem`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Items beside each other, at least one.
    pub columns: usize,
    /// The height of an item.
    pub height: f64,
    /// The room between two items, beside and below each other.
    pub gap: f64,
    /// The height of a group's heading, with the room below it.
    pub heading: f64,
    /// The class that draws items in this shape.
    pub class: &'static str,
}

/// Items that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Tells it from the others.
    pub key: String,
    /// What stands above its items.
    pub heading: Option<String>,
    /// How many items it has, at least one.
    pub count: usize,
}

/// Where a group stands, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedGroup {
    /// Its first item.
    pub first: usize,
    /// How many items it has.
    pub count: usize,
    /// How far its upper edge is below the list's.
    pub top: f64,
    /// How far its items are below that.
    pub heading: f64,
    /// How high it is, with the room below it.
    pub height: f64,
}

/// A list as it stands in a width; lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    columns: usize,
    line: f64,
    groups: Vec<PlacedGroup>,
}

impl Plan {
    /// The plan of these groups, where `rem` CSS pixels are one `rem`.
    pub fn new(groups: &[Group], shape: &Shape, rem: f64) -> Self {
        let (columns, line) = (shape.columns.max(1), (shape.height + shape.gap) * rem);
        let (mut first, mut top) = (0, 0.0);
        let place = |group: &Group| {
            let heading = if group.heading.is_some() { shape.heading * rem } else { 0.0 };
            // A list is far shorter than what an exact number can count.
            let height = heading + group.count.div_ceil(columns) as f64 * line;
            let placed = PlacedGroup { first, count: group.count, top, heading, height };
            (first, top) = (first + group.count, top + height);
            placed
        };
        Self { columns, line, groups: groups.iter().map(place).collect() }
    }

    /// How high the whole list is.
    pub fn height(&self) -> f64 {
        self.groups.last().map_or(0.0, |group| group.top + group.height)
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.groups.last().map_or(0, |group| group.first + group.count)
    }

    /// A group by its place among the groups.
    pub fn group(&self, at: usize) -> Option<PlacedGroup> {
        self.groups.get(at).copied()
    }

    /// The place of the group that stands at a height, or of the nearest.
    pub fn group_at(&self, height: f64) -> usize {
        self.groups.partition_point(|group| group.top <= height).saturating_sub(1)
    }

    /// The place of the group that an item is in.
    pub fn group_of(&self, item: usize) -> usize {
        self.groups.partition_point(|group| group.first <= item).saturating_sub(1)
    }

    /// The items that stand between two heights, with whole lines.
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        if to < 0.0 || from > self.height() {
            return 0..0;
        }
        self.item_at(from, false)..self.item_at(to, true)
    }

    /// How far the line of an item is below its group's first, and its column.
    pub fn place(&self, item: usize) -> (f64, usize) {
        let first = self.group(self.group_of(item)).map_or(0, |group| group.first);
        let in_group = item.saturating_sub(first);
        ((in_group / self.columns) as f64 * self.line, in_group % self.columns)
    }

    /// The item above another (`-1`) or below it (`1`): in its column, or the last of a line that is shorter.
    pub fn neighbour(&self, item: usize, lines: isize) -> Option<usize> {
        let at = self.group_of(item);
        let group = self.group(at)?;
        let (line, column) = ((item - group.first) / self.columns, (item - group.first) % self.columns);
        let in_line = |group: PlacedGroup, line: usize| {
            let begins = group.first + line * self.columns;
            (begins + column).min(group.first + group.count.saturating_sub(1)).max(begins)
        };
        let last_line = |group: PlacedGroup| group.count.saturating_sub(1) / self.columns;
        match line.checked_add_signed(lines) {
            Some(line) if line <= last_line(group) => Some(in_line(group, line)),
            Some(_) => self.group(at + 1).map(|next| in_line(next, 0)),
            None => self.group(at.checked_sub(1)?).map(|before| in_line(before, last_line(before))),
        }
    }

    /// The first item of the line at a height, or the one behind its last.
    fn item_at(&self, height: f64, behind: bool) -> usize {
        let Some(group) = self.group(self.group_at(height)) else { return 0 };
        // A height within the group, so a small number of lines; what is above its items counts as their first line.
        let line = ((height - group.top - group.heading) / self.line).floor().max(0.0) as usize;
        group.first + ((line + usize::from(behind)) * self.columns).min(group.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { columns: 3, height: 9.0, gap: 1.0, heading: 2.0, class: "" };

    fn groups(counts: &[usize]) -> Vec<Group> {
        let group = |count: &usize| Group { key: count.to_string(), heading: Some(String::new()), count: *count };
        counts.iter().map(group).collect()
    }

    #[test]
    fn groups_stand_below_each_other() {
        let plan = Plan::new(&groups(&[4, 1, 3]), &SHAPE, 10.0);
        assert_eq!((plan.len(), plan.height()), (8, 220.0 + 120.0 + 120.0));
        let tops: Vec<f64> = (0..3).filter_map(|at| plan.group(at)).map(|group| group.top).collect();
        assert_eq!(tops, [0.0, 220.0, 340.0]);
        assert_eq!([0.0, 219.0, 220.0, 999.0].map(|height| plan.group_at(height)), [0, 0, 1, 2]);
        assert_eq!([0, 3, 4, 5, 7].map(|item| plan.group_of(item)), [0, 0, 1, 2, 2]);
        assert_eq!((plan.place(3), plan.place(4), plan.place(7)), ((100.0, 0), (0.0, 0), (0.0, 2)));
    }

    #[test]
    fn whole_lines_are_in_sight() {
        let plan = Plan::new(&groups(&[4, 1, 3]), &SHAPE, 10.0);
        assert_eq!(plan.between(0.0, 50.0), 0..3);
        assert_eq!(plan.between(130.0, 225.0), 3..5);
        assert_eq!(plan.between(-100.0, 10.0), 0..3);
        assert_eq!(plan.between(300.0, 5000.0), 4..8);
        assert_eq!((plan.between(-100.0, -1.0), plan.between(461.0, 500.0)), (0..0, 0..0));
        let nothing = Plan::new(&[], &SHAPE, 10.0);
        assert_eq!((nothing.len(), nothing.height(), nothing.between(0.0, 100.0)), (0, 0.0, 0..0));
    }

    #[test]
    fn every_item_is_in_sight_where_it_stands() {
        let plan = Plan::new(&groups(&[7, 2, 1, 12]), &SHAPE, 16.0);
        for item in 0..plan.len() {
            let group = plan.group(plan.group_of(item)).unwrap();
            let height = group.top + group.heading + plan.place(item).0;
            assert!(plan.between(height, height + 1.0).contains(&item), "{item}");
        }
    }

    #[test]
    fn one_goes_up_and_down_from_line_to_line() {
        let plan = Plan::new(&groups(&[4, 1, 3]), &SHAPE, 10.0);
        let down: Vec<usize> = std::iter::successors(Some(2), |item| plan.neighbour(*item, 1)).collect();
        assert_eq!(down, [2, 3, 4, 5]);
        let up: Vec<usize> = std::iter::successors(Some(7), |item| plan.neighbour(*item, -1)).collect();
        assert_eq!(up, [7, 4, 3, 0]);
    }
}
