//! The signature drawing: one stone for each piece of evidence, stacked by hand.

use leptos::prelude::*;
use trail::cairn::{MOST, Stack, Stone};

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

/// Half of how wide the lowest stone is, and so much less of that has the highest.
const WIDTH: (f64, f64) = (34.0, 22.0);

impl Fill {
    fn class(self) -> &'static str {
        match self {
            Self::Outline | Self::Hatched => "cairn-stone-outline",
            Self::Solid => "cairn-stone",
        }
    }
}

/// The stones of a cairn of `count` pieces.
fn stones(count: usize) -> impl Iterator<Item = Stone> {
    let height = height(count.min(MOST));
    Stack { x: 50.0, y: GROUND, height, half_width: WIDTH.0, taper: WIDTH.1 }.stones(count)
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

/// Slanted lines across a stone, each as long as the stone is high there.
fn hatching(stone: Stone) -> String {
    let line = |across: f64| {
        let reach = stone.half_height * 0.8 * (1.0 - across * across).sqrt();
        let (middle, y) = (stone.x + across * stone.half_width, stone.y);
        format!("M{:.1} {:.1}L{:.1} {:.1}", middle - reach * 0.6, y + reach, middle + reach * 0.6, y - reach)
    };
    [-0.7, -0.35, 0.0, 0.35, 0.7].map(line).concat()
}

/// A cairn of `count` stones. `label` says in words what it shows, for those who do not see it; with none it only decorates.
#[component]
pub fn Cairn(count: usize, #[prop(default = Fill::Outline)] fill: Fill, #[prop(into)] label: String) -> impl IntoView {
    let drawn = stones(count)
        .map(|stone| {
            let hatching = (fill == Fill::Hatched).then(|| view! { <path class="cairn-hatching" d=hatching(stone) /> });
            view! {
                <path class=fill.class() d=stone.outline() />
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
    use super::view_box;

    #[test]
    fn the_drawing_is_as_high_as_its_stones() {
        assert_eq!(view_box(0), view_box(2));
        assert_eq!(view_box(3), "0 35.0 100 65.0");
        assert_eq!(view_box(4), "0 16.0 100 84.0");
        assert_eq!(view_box(9), view_box(40));
    }
}
