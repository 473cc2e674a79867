//! The formulas. Scores stand in the order of the work; one score alone is its own value.

use super::value::Value;
use crate::level::Level;

/// Σ s / n.
pub(super) fn mean(scores: &[f64]) -> Option<Value> {
    average(scores).map(Value::of)
}

/// w·sₙ + (1 − w)·mean(s₁ … sₙ₋₁).
pub(super) fn weighted(scores: &[f64], newest: u8) -> Option<Value> {
    let (last, before) = scores.split_last()?;
    let share = f64::from(newest) / 100.0;
    Some(Value::of(average(before).map_or(*last, |mean| share * last + (1.0 - share) * mean)))
}

/// d₁ = s₁, dₖ = (1 − w)·dₖ₋₁ + w·sₖ; the last.
pub(super) fn decaying(scores: &[f64], newest: u8) -> Option<Value> {
    let share = f64::from(newest) / 100.0;
    scores.iter().copied().reduce(|so_far, score| (1.0 - share) * so_far + share * score).map(Value::of)
}

/// The least-squares line through (1, s₁) … (n, sₙ), at n.
pub(super) fn trend(scores: &[f64]) -> Option<Value> {
    let last = scores.len() as f64;
    let line = Line::through(numbered(scores))?;
    Some(Value::of(line.at(last)))
}

/// y = m·xᵇ fitted as a line through (ln x, ln y), x = 1 … n, at n. A score of 0 has no logarithm, so then there is none.
pub(super) fn power_law(scores: &[f64]) -> Option<Value> {
    if let [only] = scores {
        return Some(Value::of(*only));
    }
    if scores.contains(&0.0) {
        return None;
    }
    let last = scores.len() as f64;
    let line = Line::through(numbered(scores).map(|(x, y)| (x.ln(), y.ln())))?;
    Some(Value::of(line.at(last.ln()).exp()))
}

/// The score that is there most often; of several the one that was reached last.
pub(super) fn mode(scores: &[Level]) -> Option<Level> {
    let often = |level: &Level| scores.iter().filter(|score| *score == level).count();
    // Of equals this takes the last.
    scores.iter().copied().max_by_key(often)
}

/// The one in the middle by size; of an even number the mean of both.
pub(super) fn median(scores: &[f64]) -> Option<Value> {
    let mut sorted = scores.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some(Value::of(f64::midpoint(*lower, *upper)))
}

fn average(scores: &[f64]) -> Option<f64> {
    (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}

fn numbered(scores: &[f64]) -> impl Iterator<Item = (f64, f64)> + Clone {
    scores.iter().zip(1_u32..).map(|(score, place)| (f64::from(place), *score))
}

/// y = at_mean + slope·(x − mean_x).
struct Line {
    slope: f64,
    mean_x: f64,
    at_mean: f64,
}

impl Line {
    /// By least squares; through one point it is level. `None` without points.
    fn through(points: impl Iterator<Item = (f64, f64)> + Clone) -> Option<Self> {
        let (xs, ys): (Vec<f64>, Vec<f64>) = points.clone().unzip();
        let (mean_x, at_mean) = (average(&xs)?, average(&ys)?);
        let spread: f64 = xs.iter().map(|x| (x - mean_x).powi(2)).sum();
        let together: f64 = points.map(|(x, y)| (x - mean_x) * (y - at_mean)).sum();
        let slope = if spread > 0.0 { together / spread } else { 0.0 };
        Some(Self { slope, mean_x, at_mean })
    }

    fn at(&self, x: f64) -> f64 {
        self.at_mean + self.slope * (x - self.mean_x)
    }
}
