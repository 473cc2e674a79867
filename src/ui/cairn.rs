//! The signature drawing: one stone for each piece of evidence, stacked by hand.

use leptos::prelude::*;

/// How a stone is drawn. Three layers of judgement are told apart by fill, never by colour alone; claims are outlines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fill {
    /// An outline: the learner says so.
    Outline,
    /// An outline with hatching: it is suggested.
    Hatched,
    /// Solid: the stone stands by itself, as in the wordmark.
    Solid,
}

const GROUND: f64 = 94.0;
/// The drawing is as high as its stones, but never lower than a small cairn.
const LOWEST: usize = 2;
/// More stones than these would be drawn smaller than a stone can be; the words beside the drawing say the number.
const MOST: usize = 9;

struct Stone {
    path: String,
    class: &'static str,
    /// Lines across it; empty unless it is hatched.
    hatching: String,
}

/// Stones of a cairn of `count` pieces, the oldest at the bottom. The shape depends on the place in the stack alone, so a
/// cairn that grows keeps the stones it had.
fn stones(count: usize, fill: Fill) -> Vec<Stone> {
    let shown = count.min(MOST);
    let height = height(shown);
    let class = match fill {
        Fill::Outline | Fill::Hatched => "cairn-stone-outline",
        Fill::Solid => "cairn-stone",
    };
    (0..shown)
        .map(|place| {
            let wobble = (place as f64 * 2.4).sin();
            let half_width = 34.0 - place as f64 * (22.0 / MOST as f64) + wobble * 3.0;
            let centre = 50.0 + wobble * 3.5;
            let middle = GROUND - height * (place as f64 + 0.5);
            let path = pebble(centre, middle, half_width, height * 0.5, wobble);
            let is_hatched = fill == Fill::Hatched;
            let hatching = if is_hatched { hatching(centre, middle, half_width, height * 0.5) } else { String::new() };
            Stone { path, class, hatching }
        })
        .collect()
}

/// How high each stone of a cairn is.
fn height(shown: usize) -> f64 {
    (80.0 / shown.max(4) as f64).min(19.0)
}

/// What is seen of the plane that the stones are drawn in: no empty sky above them.
fn view_box(count: usize) -> String {
    let shown = count.min(MOST);
    let top = GROUND - height(shown) * shown.max(LOWEST) as f64 - 2.0;
    format!("0 {top:.1} 100 {:.1}", 100.0 - top)
}

/// A rounded, slightly uneven stone around (`x`, `y`).
fn pebble(x: f64, y: f64, half_width: f64, half_height: f64, lean: f64) -> String {
    let (left, right) = (x - half_width, x + half_width);
    let (top, bottom) = (y - half_height, y + half_height);
    let (shoulder, belly) = (half_width * (0.55 + lean * 0.12), half_width * (0.62 - lean * 0.1));
    format!(
        "M{left:.1} {y:.1}C{left:.1} {top:.1} {:.1} {top:.1} {x:.1} {top:.1}S{right:.1} {top:.1} {right:.1} {y:.1}S{:.1} {bottom:.1} {x:.1} {bottom:.1}S{left:.1} {bottom:.1} {left:.1} {y:.1}Z",
        x - shoulder,
        x + belly,
    )
}

/// Slanted lines across a stone around (`x`, `y`), each as long as the stone is high there.
fn hatching(x: f64, y: f64, half_width: f64, half_height: f64) -> String {
    let line = |across: f64| {
        let (middle, reach) = (x + across * half_width, half_height * 0.8 * (1.0 - across * across).sqrt());
        format!("M{:.1} {:.1}L{:.1} {:.1}", middle - reach * 0.6, y + reach, middle + reach * 0.6, y - reach)
    };
    [-0.7, -0.35, 0.0, 0.35, 0.7].map(line).concat()
}

/// A cairn of `count` stones. `label` says in words what it shows, for those who do not see it; with none it only decorates.
#[component]
pub fn Cairn(count: usize, #[prop(default = Fill::Outline)] fill: Fill, #[prop(into)] label: String) -> impl IntoView {
    let drawn = stones(count, fill)
        .into_iter()
        .map(|Stone { path, class, hatching }| {
            let hatching = (!hatching.is_empty()).then(|| view! { <path class="cairn-hatching" d=hatching /> });
            view! {
                <path class=class d=path />
                {hatching}
            }
        })
        .collect_view();
    let speaks = !label.is_empty();
    view! {
        <svg
            class="cairn"
            viewBox=view_box(count)
            role=speaks.then_some("img")
            aria-label=speaks.then_some(label)
            aria-hidden=(!speaks).then_some("true")
        >
            <path class="cairn-ground" d="M6 95c14-2 26 1.5 44 0s30-1 44 0" />
            {drawn}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{Fill, MOST, stones, view_box};

    #[test]
    fn a_growing_cairn_keeps_its_stones_and_never_more_than_fit() {
        let paths = |count| stones(count, Fill::Outline).into_iter().map(|stone| stone.path).collect::<Vec<_>>();
        assert_eq!(paths(3), paths(4)[..3]);
        assert_eq!(paths(40).len(), MOST);
        assert!(paths(0).is_empty());
    }

    #[test]
    fn the_drawing_is_as_high_as_its_stones() {
        assert_eq!(view_box(0), view_box(2));
        assert_eq!(view_box(3), "0 35.0 100 65.0");
        assert_eq!(view_box(4), "0 16.0 100 84.0");
        assert_eq!(view_box(9), view_box(40));
    }
}
