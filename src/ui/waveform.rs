//! The shape of a sound: bars side by side, those already heard in colour.

use leptos::prelude::*;

/// From the middle of one bar to that of the next.
const STEP: usize = 4;
const HEIGHT: usize = 64;
/// What is loudest fills the drawing, and silence is a dot.
const TALLEST: usize = HEIGHT - 6;
const LOUDEST: usize = 255;

/// The outline of the first `count` bars.
fn outline(bars: &[u8], count: usize) -> String {
    let bar = |(place, loudness): (usize, &u8)| {
        let (x, height) = (place * STEP + STEP / 2, usize::from(*loudness) * TALLEST / LOUDEST);
        let top = (HEIGHT - height) / 2;
        format!("M{x} {top}v{height}")
    };
    bars.iter().take(count).enumerate().map(bar).collect()
}

/// Bars from 0, silence, to 255. It decorates: what plays the sound stands beside it and says all that it says.
#[component]
pub fn Waveform(
    bars: Vec<u8>,
    /// How much of it was heard, 0 to 1.
    #[prop(into, default = Signal::stored(0.0))]
    heard: Signal<f64>,
) -> impl IntoView {
    let view_box = format!("0 0 {} {HEIGHT}", bars.len() * STEP);
    let all = outline(&bars, bars.len());
    let heard = Memo::new(move |_| {
        let share = heard.get().clamp(0.0, 1.0);
        // At most as many as there are.
        outline(&bars, (share * bars.len() as f64).round() as usize)
    });
    view! {
        <svg class="waveform" viewBox=view_box aria-hidden="true" focusable="false">
            <path d=all />
            <path class="waveform-heard" d=move || heard.get() />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn each_bar_stands_in_the_middle_and_silence_is_a_dot() {
        assert_eq!(outline(&[0, 255, 127], 2), "M2 32v0M6 3v58");
        assert_eq!(outline(&[0, 255, 127], 9), "M2 32v0M6 3v58M10 18v28");
        assert_eq!(outline(&[], 9), "");
    }
}
