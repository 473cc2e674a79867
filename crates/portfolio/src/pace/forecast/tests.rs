//! How often a forecast comes true, tried on learners made up for it.

use super::*;

const LEARNERS: usize = 1_000;
const SEEN: usize = 12;
const FUTURE: usize = 261;
const SCHOOL_DAYS: usize = 5;

/// How somebody works: what a week brings, by its number.
struct Habit {
    /// One week of so many hundred is empty.
    empty: usize,
    /// Steps of a week that is not, at most.
    most: usize,
    /// How the weeks change, by their number.
    shape: fn(usize) -> f64,
}

impl Habit {
    fn any(random: &mut Random, shape: fn(usize) -> f64) -> Self {
        Self { empty: 5 + random.below(40), most: 2 + random.below(7), shape }
    }

    fn week(&self, week: usize, random: &mut Random) -> i64 {
        let steps = 1 + random.below(self.most);
        let steps = if random.below(100) < self.empty { 0.0 } else { steps as f64 };
        (steps * (self.shape)(week)).round() as i64
    }

    /// On which day of which week ahead `left` steps are done. Each step falls on any of the school days of its week.
    fn finish(&self, left: i64, random: &mut Random) -> Option<(usize, u32)> {
        let mut left = left;
        for week in 0..FUTURE {
            let steps = self.week(SEEN + week, random);
            if steps >= left {
                let mut days: Vec<_> = (0..steps).map(|_| random.below(SCHOOL_DAYS)).collect();
                days.sort_unstable();
                return Some((week, days[left as usize - 1] as u32 + 1));
            }
            left -= steps;
        }
        None
    }
}

/// Of how many in a hundred the end was by P50 and by P85.
fn come_true(shape: fn(usize) -> f64) -> [f64; 2] {
    let mut random = Random::new(2026);
    let mut by = [0_u32; 2];
    for _ in 0..LEARNERS {
        let habit = Habit::any(&mut random, shape);
        let seen: Vec<i64> = (0..SEEN).map(|week| habit.week(week, &mut random)).collect();
        let left = (habit.most * (4 + random.below(13)) / 2).max(1) as i64;
        let ended = habit.finish(left, &mut random);
        let said = Futures::of(&seen, 0, FUTURE).quantiles(left, [50, 85]);
        for (count, said) in by.iter_mut().zip(said) {
            let said = said.map(|end| (end.week, end.day_of(SCHOOL_DAYS as u32)));
            // No date yet means that it may take for ever.
            let is_by = said.is_none_or(|said| ended.is_some_and(|ended| ended <= said));
            *count += u32::from(is_by);
        }
    }
    by.map(|count| f64::from(count) * 100.0 / LEARNERS as f64)
}

#[test]
fn of_independent_weeks_it_comes_true_as_often_as_it_says() {
    let [half, most] = come_true(|_| 1.0);
    println!("independent weeks: {half:.1} % by P50, {most:.1} % by P85");
    assert!((42.0..=58.0).contains(&half), "{half} % ended by P50");
    assert!((80.0..=90.0).contains(&most), "{most} % ended by P85");
}

/// No promise is made where weeks to come are not like those that were; the figures are printed with `--no-capture`.
#[test]
fn trends_and_bursts_are_off_in_the_direction_that_they_go() {
    let [faster, _] = come_true(|week| 0.5 + week as f64 / 24.0);
    let [slower, _] = come_true(|week| (1.5 - week as f64 / 24.0).max(0.3));
    // Twelve weeks of a term, of which the last three bring twice as much.
    let [bursts, late] = come_true(|week| if week % 12 >= 9 { 2.0 } else { 0.67 });
    println!("faster and faster: {faster:.1} % by P50; slower and slower: {slower:.1} % by P50");
    println!("bursts at the end of term: {bursts:.1} % by P50, {late:.1} % by P85");
    assert!(faster > 58.0 && slower < 42.0, "{faster} % and {slower} %");
}

#[test]
fn equal_weeks_leave_no_doubt() {
    let [early, late] = Futures::of(&[2; 8], 0, FUTURE).quantiles(7, [50, 85]);
    let end = Some(End { week: 3, part: 1.0 / 3.0 });
    assert_eq!((early, late), (end, end));
    let [early, _] = Futures::of(&[2; 8], 1, FUTURE).quantiles(7, [50, 85]);
    assert_eq!(early, Some(End { week: 3, part: 2.0 / 3.0 }), "one of this week's two is done");
    assert_eq!(Futures::of(&[0; 8], 0, FUTURE).quantiles(1, [50]), [None]);
    assert_eq!(Futures::of(&[], 0, FUTURE).quantiles(1, [50]), [None]);
    assert_eq!(End { week: 0, part: 0.01 }.day_of(5), 1);
    assert_eq!(End { week: 0, part: 0.5 }.day_of(5), 3);
}
