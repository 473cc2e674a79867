//! Any text is a formula or none, and no formula grows beyond what was written.

use writing::maths::{DEEPEST, LONGEST, Maths, read as formula};

/// How many parts one that nests may put around what it holds: `\binom` makes a row, a fraction and two brackets.
const AROUND: usize = 6;

pub fn read(input: &[u8]) {
    let tex = String::from_utf8_lossy(input);
    let Some(maths) = formula(&tex) else { return };
    assert!(tex.len() <= LONGEST);
    assert!(depth(&maths) <= AROUND * DEEPEST);
    // Every byte may be a sign with its own row, cell or bracket, and a letter of another hand has four bytes.
    let (parts, bytes) = size(&maths);
    assert!(parts <= 4 * tex.len() + AROUND && bytes <= 4 * tex.len() + AROUND, "{parts} parts, {bytes} bytes");
}

fn inside(maths: &Maths) -> Vec<&Maths> {
    match maths {
        Maths::Letter(..) | Maths::Number(_) | Maths::Sign(..) | Maths::Words(_) | Maths::Space(_) => Vec::new(),
        Maths::Row(parts) => parts.iter().collect(),
        Maths::Fraction(parts, _) | Maths::NthRoot(parts) => parts.iter().collect(),
        Maths::Root(part) => vec![part],
        Maths::Scripts(scripts) | Maths::Limits(scripts) => {
            std::iter::once(&scripts.of).chain(&scripts.below).chain(&scripts.above).collect()
        }
        Maths::Table(rows, _) => rows.iter().flatten().collect(),
    }
}

fn depth(maths: &Maths) -> usize {
    1 + inside(maths).into_iter().map(depth).max().unwrap_or_default()
}

/// Parts, and the bytes of their letters.
fn size(maths: &Maths) -> (usize, usize) {
    let own = match maths {
        Maths::Letter(letters, _) | Maths::Number(letters) | Maths::Sign(letters, _) | Maths::Words(letters) => {
            letters.len()
        }
        _ => 0,
    };
    let sum = |sum: (usize, usize), part| (sum.0 + size(part).0, sum.1 + size(part).1);
    inside(maths).into_iter().fold((1, own), sum)
}

pub fn seeds() -> Vec<Vec<u8>> {
    let formulas = [
        r"\frac{1}{2} + \sqrt[3]{8} \le \binom{n}{2}",
        r"\sum_{i=1}^n x_i'' \cdot \hat{y} \underbrace{a}_b",
        r"\left( \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \right.",
        r"x &= \mathbf{v1} \\ \text{if } y &= 90° - 5\,\mathrm{km} \\",
    ];
    formulas.map(|formula| formula.as_bytes().to_vec()).to_vec()
}
