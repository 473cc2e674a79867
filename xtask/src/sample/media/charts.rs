//! The charts of the sample, each from the table that the learner kept.

use super::chance::Chance;
use super::chart::{Words, bars, lines};
use super::paper::Paper;
use super::table::{Table, median};

/// How often each bird was seen in all.
pub fn birds(csv: &str) -> Paper {
    let table = Table::read(csv);
    let seen: Vec<(&str, f64)> = table
        .headings()
        .iter()
        .enumerate()
        .skip(1)
        .map(|(column, bird)| (*bird, table.numbers(column).iter().flatten().sum()))
        .collect();
    bars(
        &seen,
        &Words { title: "Birds, seven mornings", along: "kind of bird", marks: &[0.0, 5.0, 10.0, 15.0, 20.0, 25.0] },
    )
}

/// The morning temperature, with a gap where a day was missed.
pub fn april(csv: &str) -> Paper {
    let table = Table::read(csv);
    let days: Vec<f64> = (1..=30).map(f64::from).collect();
    let readings: Vec<(Option<f64>, Option<f64>)> =
        table.words(0).iter().map(|date| day_of(date)).zip(table.numbers(1)).collect();
    let values: Vec<Option<f64>> = days
        .iter()
        .map(|day| readings.iter().find(|(read, _)| *read == Some(*day)).and_then(|(_, value)| *value))
        .collect();
    lines(
        &days,
        &[&values],
        &Words { title: "Eight in the morning, °C", along: "day of April", marks: &[0.0, 3.0, 6.0, 9.0, 12.0, 15.0] },
    )
}

fn day_of(date: &str) -> Option<f64> {
    date.rsplit('-').next()?.parse().ok()
}

/// The middle throw of five for each plane.
pub fn planes(csv: &str) -> Paper {
    let table = Table::read(csv);
    let throws: Vec<Vec<Option<f64>>> = (1..=5).map(|column| table.numbers(column)).collect();
    let middles: Vec<(&str, f64)> = table
        .words(0)
        .into_iter()
        .enumerate()
        .map(|(row, plane)| {
            let own: Vec<f64> = throws.iter().filter_map(|column| column.get(row).copied().flatten()).collect();
            (plane, median(&own))
        })
        .collect();
    bars(&middles, &Words { title: "Middle throw in cm", along: "plane", marks: &[0.0, 200.0, 400.0, 600.0, 800.0] })
}

/// The middle pulse of three runs.
pub fn pulse(csv: &str) -> Paper {
    let table = Table::read(csv);
    let minutes: Vec<f64> = table.numbers(0).into_iter().flatten().collect();
    let runs: Vec<Vec<Option<f64>>> = (1..=3).map(|column| table.numbers(column)).collect();
    let middle: Vec<Option<f64>> = (0..minutes.len())
        .map(|row| {
            let beats: Vec<f64> = runs.iter().filter_map(|run| run.get(row).copied().flatten()).collect();
            Some(median(&beats))
        })
        .collect();
    let marks = [60.0, 80.0, 100.0, 120.0, 140.0, 160.0];
    lines(&minutes, &[&middle], &Words { title: "Beats in a minute", along: "minutes after running", marks: &marks })
}

/// A thousand throws of two dice.
pub fn dice() -> Paper {
    let labels = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let mut throws = Chance::new(DICE_SEED);
    let mut counts = [0.0; 11];
    for _ in 0..1_000 {
        let total = throws.below(6) + throws.below(6);
        if let Some(count) = counts.get_mut(total) {
            *count += 1.0;
        }
    }
    let bars_to_draw: Vec<(&str, f64)> = labels.into_iter().zip(counts).collect();
    let marks = [0.0, 50.0, 100.0, 150.0, 200.0];
    bars(&bars_to_draw, &Words { title: "1000 throws of two dice", along: "total", marks: &marks })
}

/// The throws in which seven came 171 times, as the learner writes.
const DICE_SEED: u64 = 112;

/// Soil moisture day by day; a sensor that fell out reads 0 and leaves a gap.
pub fn moisture(csv: &str) -> Paper {
    let table = Table::read(csv);
    let values: Vec<Option<f64>> =
        table.numbers(1).into_iter().map(|value| value.filter(|value| *value > 0.0)).collect();
    let marks = [30.0, 40.0, 50.0, 60.0, 70.0, 80.0];
    lines(&count(values.len()), &[&values], &Words { title: "Moisture in the pot", along: "day", marks: &marks })
}

/// Two plants for three weeks, four readings a day.
pub fn three_weeks(csv: &str) -> Paper {
    let table = Table::read(csv);
    let believable =
        |column| table.numbers(column).into_iter().map(|value| value.filter(|value| *value > 0.0)).collect();
    let (fern, basil): (Vec<_>, Vec<_>) = (believable(2), believable(4));
    let marks = [30.0, 40.0, 50.0, 60.0, 70.0, 80.0];
    let days: Vec<f64> = count(fern.len()).iter().map(|reading| 1.0 + (reading - 1.0) * 20.0 / 83.0).collect();
    let words = Words { title: "Fern (green), basil (orange)", along: "day", marks: &marks };
    lines(&days, &[&basil, &fern], &words)
}

/// 1, 2, 3 … to the given end.
fn count(end: usize) -> Vec<f64> {
    (1..=u16::try_from(end).unwrap_or(u16::MAX)).map(f64::from).collect()
}
