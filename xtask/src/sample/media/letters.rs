//! Capital letters as strokes, as one writes them on a drawing.

use super::paper::Point;

/// The strokes of a letter on a grid of 4 by 6: pairs of across and down, strokes parted by a bar.
fn shape(letter: char) -> &'static str {
    match letter {
        'A' => "062046|1434",
        'B' => "00063645443303|3342413000",
        'C' => "4130100105163645",
        'D' => "00062644422000",
        'E' => "40000646|0333",
        'F' => "400006|0333",
        'G' => "41301001051636454323",
        'H' => "0006|4046|0343",
        'I' => "2026",
        'J' => "4045361605",
        'K' => "0006|400346",
        'L' => "000646",
        'M' => "0600234046",
        'N' => "06004640",
        'O' | '0' => "103041453616050110",
        'P' => "06003041423303",
        'Q' => "103041453616050110|3446",
        'R' => "06003041423303|2346",
        'S' => "413010010213334445361605",
        'T' => "0040|2026",
        'U' => "000516364540",
        'V' => "002640",
        'W' => "0016223640",
        'X' => "0046|4006",
        'Y' => "002340|2326",
        'Z' => "00400646",
        '1' => "112026",
        '2' => "01103041420646",
        '3' => "01103041423313|334445361605",
        '4' => "300444|3036",
        '5' => "4000033344453606",
        '6' => "3012040516364544331304",
        '7' => "004016",
        '8' => "103041423313020110|1304051636454433",
        '9' => "42331302011030414326",
        '.' => "2526",
        ',' => "2516",
        ':' => "2222|2525",
        '?' => "011030413224|2626",
        '!' => "2024|2626",
        '-' => "1333",
        '+' => "2125|0343",
        '=' => "0242|0444",
        '/' => "0640",
        '%' => "0640|1111|3535",
        '(' => "30111536",
        ')' => "10313516",
        '\'' => "2021",
        '°' => "1020211110",
        _ => "",
    }
}

/// The lines that make `text`, its left top at `at`, `size` pixels high. Small letters are written as capitals.
pub fn strokes(text: &str, at: Point, size: f64) -> Vec<Vec<Point>> {
    let unit = size / 6.0;
    let starts = (0..).map(|place: u16| at.0 + f64::from(place) * advance(size));
    text.chars()
        .flat_map(char::to_uppercase)
        .zip(starts)
        .flat_map(|(letter, left)| shape(letter).split('|').map(move |stroke| (stroke, left)))
        .map(|(stroke, left)| grid(stroke).map(|(across, down)| (left + across * unit, at.1 + down * unit)).collect())
        .collect()
}

/// How wide `text` is when written `size` pixels high.
pub fn width(text: &str, size: f64) -> f64 {
    let letters = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    f64::from(letters) * advance(size) - size / 3.0
}

/// From the left of one letter to the left of the next.
fn advance(size: f64) -> f64 {
    size
}

fn grid(stroke: &str) -> impl Iterator<Item = Point> {
    let digits: Vec<f64> = stroke.chars().filter_map(|digit| digit.to_digit(10)).map(f64::from).collect();
    let pairs: Vec<Point> =
        digits.chunks_exact(2).filter_map(|pair| pair.first().copied().zip(pair.last().copied())).collect();
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_digit_has_strokes_within_its_box() {
        for letter in ('A'..='Z').chain('0'..='9') {
            let strokes = strokes(&letter.to_string(), (10.0, 20.0), 6.0);
            assert!(!strokes.is_empty(), "{letter}");
            for (across, down) in strokes.into_iter().flatten() {
                assert!(
                    (10.0..=14.0).contains(&across) && (20.0..=26.0).contains(&down),
                    "{letter} at {across}, {down}"
                );
            }
        }
    }
}
