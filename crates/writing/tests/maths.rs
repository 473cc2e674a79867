//! Formulas.

use proptest::prelude::*;
use writing::maths::{Columns, DEEPEST, LONGEST, Maths, Scripts, read};

fn letter(letter: &str) -> Maths {
    Maths::Letter(letter.into(), false)
}

fn number(digits: &str) -> Maths {
    Maths::Number(digits.into())
}

fn sign(sign: &str) -> Maths {
    Maths::Sign(sign.into(), false)
}

fn grown(sign: &str) -> Maths {
    Maths::Sign(sign.into(), true)
}

fn scripts(of: Maths, below: Option<Maths>, above: Option<Maths>) -> Box<Scripts> {
    Box::new(Scripts { of, below, above })
}

fn is(tex: &str, maths: Maths) {
    assert_eq!(read(tex), Some(maths), "{tex}");
}

#[test]
fn letters_numbers_and_signs() {
    is("x", letter("x"));
    is("3.14", number("3.14"));
    is("a - 2", Maths::Row(vec![letter("a"), sign("−"), number("2")]));
    is(r"\pi \le \Omega", Maths::Row(vec![letter("π"), sign("≤"), Maths::Letter("Ω".into(), true)]));
    is(r"5\%", Maths::Row(vec![number("5"), sign("%")]));
    is("90°", Maths::Row(vec![number("90"), sign("°")]));
}

#[test]
fn fractions_roots_and_powers() {
    is(r"\frac{1}{2}", Maths::Fraction(Box::new([number("1"), number("2")]), true));
    is(r"\frac12", Maths::Fraction(Box::new([number("1"), number("2")]), true));
    is(r"\sqrt{x}", Maths::Root(Box::new(letter("x"))));
    is(r"\sqrt[3]{8}", Maths::NthRoot(Box::new([number("8"), number("3")])));
    is("x^2", Maths::Scripts(scripts(letter("x"), None, Some(number("2")))));
    is("x_1^{2}", Maths::Scripts(scripts(letter("x"), Some(number("1")), Some(number("2")))));
    is("x^10", Maths::Row(vec![Maths::Scripts(scripts(letter("x"), None, Some(number("1")))), number("0")]));
    is("f'", Maths::Scripts(scripts(letter("f"), None, Some(sign("′")))));
    is(
        r"\binom{n}{2}",
        Maths::Row(vec![grown("("), Maths::Fraction(Box::new([letter("n"), number("2")]), false), grown(")")]),
    );
}

#[test]
fn sums_have_limits_and_integrals_do_not() {
    let limits = scripts(sign("∑"), Some(letter("i")), Some(letter("n")));
    is(r"\sum_i^n", Maths::Limits(limits));
    is(r"\int_0^1", Maths::Scripts(scripts(sign("∫"), Some(number("0")), Some(number("1")))));
    is(r"\lim_n", Maths::Limits(scripts(Maths::Letter("lim".into(), true), Some(letter("n")), None)));
    is(r"\hat x", Maths::Limits(scripts(letter("x"), None, Some(grown("^")))));
}

#[test]
fn brackets_and_tables() {
    is("(x)", Maths::Row(vec![sign("("), letter("x"), sign(")")]));
    is(r"\left( x \right.", Maths::Row(vec![grown("("), letter("x")]));
    let cells = vec![vec![number("1"), number("2")], vec![number("3"), number("4")]];
    let matrix = Maths::Table(cells, Columns::Middle);
    is(r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", Maths::Row(vec![grown("("), matrix, grown(")")]));
    is(
        r"x &= 1 \\ y &= 2 \\",
        Maths::Table(
            vec![
                vec![letter("x"), Maths::Row(vec![sign("="), number("1")])],
                vec![letter("y"), Maths::Row(vec![sign("="), number("2")])],
            ],
            Columns::Pairs,
        ),
    );
}

#[test]
fn words_and_other_hands() {
    is(r"\text{if } x", Maths::Row(vec![Maths::Words("if ".into()), letter("x")]));
    is(r"\mathbb{R}", Maths::Letter("ℝ".into(), true));
    is(r"\mathbf{v1}", Maths::Letter("𝐯𝟏".into(), true));
    is(r"5\,\mathrm{km}", Maths::Row(vec![number("5"), Maths::Space(167), Maths::Letter("km".into(), true)]));
}

#[test]
fn what_is_not_understood_is_none() {
    for unknown in [
        "",
        "  ",
        r"\frac{1}",
        r"\frac{1",
        "x^",
        "x^2^3",
        "}",
        "{",
        r"\href{x}{y}",
        r"\def\x{\x}\x",
        r"\left( x",
        r"\right)",
        r"\begin{pmatrix} 1 \end{matrix}",
        r"\begin{tikz}\end{tikz}",
        r"\sqrt[3",
        r"\sqrt[}]{2}",
        r"\",
        r"\text{a",
        r"\end{x}",
    ] {
        assert_eq!(read(unknown), None, "{unknown}");
    }
}

#[test]
fn formulas_have_bounds() {
    let deep = |times: usize| format!("{}x{}", "{".repeat(times), "}".repeat(times));
    assert!(read(&deep(DEEPEST - 1)).is_some());
    assert_eq!(read(&deep(DEEPEST + 1)), None);
    assert_eq!(read(&r"\frac".repeat(800)), None);
    assert_eq!(read(&"x".repeat(LONGEST + 1)), None);
}

proptest! {
    #[test]
    fn any_text_is_a_formula_or_none(tex in any::<String>()) {
        drop(read(&tex));
    }

    #[test]
    fn whatever_is_put_together_is_a_formula_or_none(pieces in proptest::collection::vec(proptest::sample::select(vec![
        r"\frac", r"\sqrt", "[", "]", "{", "}", "^", "_", "'", r"\left", r"\right", "(", ")", "|", r"\begin{cases}", r"\end{cases}", "&",
        r"\\", r"\sum", r"\hat", r"\text{é}", "x", "12", "🙂", r"\mathbf{a}", r"\,", "~", " ", r"\{",
    ]), 0..40)) {
        drop(read(&pieces.concat()));
    }
}
