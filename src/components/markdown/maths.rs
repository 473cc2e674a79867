//! Formulas as MathML, which browsers draw and read aloud themselves.

use leptos::prelude::*;
use writing::maths::{Columns, Maths, Scripts};

/// A formula within a line, or in lines of its own.
pub fn formula(maths: &Maths, in_lines: bool) -> AnyView {
    let display = if in_lines { "block" } else { "inline" };
    view! { <math display=display>{part(maths)}</math> }.into_any()
}

fn part(maths: &Maths) -> AnyView {
    match maths {
        Maths::Row(parts) => view! { <mrow>{parts.iter().map(part).collect::<Vec<_>>()}</mrow> }.into_any(),
        Maths::Letter(letter, upright) => {
            view! { <mi mathvariant=upright.then_some("normal")>{letter.clone()}</mi> }.into_any()
        }
        Maths::Number(digits) => view! { <mn>{digits.clone()}</mn> }.into_any(),
        // Signs that grow by themselves are told not to.
        Maths::Sign(sign, grows) => view! { <mo stretchy=grows.to_string()>{sign.clone()}</mo> }.into_any(),
        Maths::Words(words) => view! { <mtext>{words.clone()}</mtext> }.into_any(),
        Maths::Space(width) => view! { <mspace width=format!("{}em", f64::from(*width) / 1000.0) /> }.into_any(),
        Maths::Fraction(parts, has_line) => {
            let [over, under] = &**parts;
            let line = (!has_line).then_some("0");
            view! { <mfrac linethickness=line>{part(over)}{part(under)}</mfrac> }.into_any()
        }
        Maths::Root(of) => view! { <msqrt>{part(of)}</msqrt> }.into_any(),
        Maths::NthRoot(parts) => {
            let [of, number] = &**parts;
            view! { <mroot>{part(of)}{part(number)}</mroot> }.into_any()
        }
        Maths::Scripts(scripts) => beside(scripts),
        Maths::Limits(scripts) => around(scripts),
        Maths::Table(rows, columns) => table(rows, *columns),
    }
}

fn beside(Scripts { of, below, above }: &Scripts) -> AnyView {
    let of = part(of);
    match (below.as_ref().map(part), above.as_ref().map(part)) {
        (Some(below), Some(above)) => view! { <msubsup>{of}{below}{above}</msubsup> }.into_any(),
        (Some(below), None) => view! { <msub>{of}{below}</msub> }.into_any(),
        (None, Some(above)) => view! { <msup>{of}{above}</msup> }.into_any(),
        (None, None) => of,
    }
}

fn around(Scripts { of, below, above }: &Scripts) -> AnyView {
    let of = part(of);
    match (below.as_ref().map(part), above.as_ref().map(part)) {
        (Some(below), Some(above)) => view! { <munderover>{of}{below}{above}</munderover> }.into_any(),
        (Some(below), None) => view! { <munder>{of}{below}</munder> }.into_any(),
        (None, Some(above)) => view! { <mover>{of}{above}</mover> }.into_any(),
        (None, None) => of,
    }
}

fn table(rows: &[Vec<Maths>], columns: Columns) -> AnyView {
    let class = match columns {
        Columns::Middle => "maths-table",
        Columns::Start => "maths-table maths-start",
        Columns::Pairs => "maths-table maths-pairs",
    };
    let cell = |maths: &Maths| view! { <mtd>{part(maths)}</mtd> };
    let row = |cells: &Vec<Maths>| view! { <mtr>{cells.iter().map(cell).collect::<Vec<_>>()}</mtr> };
    view! { <mtable class=class>{rows.iter().map(row).collect::<Vec<_>>()}</mtable> }.into_any()
}
