//! Tables that any spreadsheet opens (RFC 4180), and that no spreadsheet runs.

/// The first character of a file for spreadsheets: without it some read UTF-8 as something else.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// With one of these a cell starts a formula in some spreadsheet: the four of every one, their full-width forms, and
/// the white space that is skipped before them.
const STARTS_FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table: a row of headings, and rows of as many cells.
#[must_use]
pub fn table<const N: usize>(headings: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    put_row(&mut text, headings.iter().copied());
    for row in rows {
        put_row(&mut text, row.iter().map(String::as_str));
    }
    text
}

fn put_row<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            text.push(',');
        }
        put_cell(text, cell);
    }
    text.push_str("\r\n");
}

/// A cell that would start a formula gets an apostrophe before it, which spreadsheets take for "this is text". A
/// plain negative number stays one.
fn put_cell(text: &mut String, cell: &str) {
    let guarded = cell.starts_with(STARTS_FORMULA) && !is_negative_number(cell);
    let quoted = guarded || cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ');
    if !quoted {
        text.push_str(cell);
        return;
    }
    text.push('"');
    if guarded {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// `-3`, `-3.5` or `-3,5`, and nothing besides.
fn is_negative_number(cell: &str) -> bool {
    let Some(number) = cell.strip_prefix('-') else { return false };
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(cell: &str) -> String {
        let mut text = String::new();
        put_cell(&mut text, cell);
        text
    }

    #[test]
    fn formulas_become_text_and_negative_numbers_stay_numbers() {
        for formula in [
            "=1+1",
            "+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "=HYPERLINK(\"x\")",
            "-",
            "-3-2",
            "－1",
            "-1e5",
            "--1",
        ] {
            assert!(cell(formula).starts_with("\"'"), "{formula:?} became {}", cell(formula));
        }
        for number in ["-3", "-3.5", "-30,25"] {
            assert!(!cell(number).contains('\''), "{number}");
        }
        assert_eq!(cell("-3"), "-3");
        assert_eq!(cell("a = b"), "a = b");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(cell("a,b"), "\"a,b\"");
        assert_eq!(cell("say \"hi\""), "\"say \"\"hi\"\"\"");
        assert_eq!(cell("two\nlines"), "\"two\nlines\"");
        assert_eq!(table(["a", "b"], [["1".into(), String::new()]]), "\u{feff}a,b\r\n1,\r\n");
    }

    /// The cells of one row, read as RFC 4180 says.
    fn read(row: &str) -> Vec<String> {
        let (mut cells, mut quoted, mut letters) = (vec![String::new()], false, row.chars().peekable());
        while let Some(letter) = letters.next() {
            let Some(cell) = cells.last_mut() else { return cells };
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                letter => cell.push(letter),
            }
        }
        cells
    }

    proptest! {
        #[test]
        fn no_cell_starts_a_formula_and_none_loses_a_letter(cells in prop::array::uniform3("\\PC{0,12}|[=+@\t\r\n,\"' -]{0,6}|-[0-9]{1,3}([.,][0-9])?")) {
            let text = table(["a", "b", "c"], [cells.clone()]);
            let row = text.strip_prefix("\u{feff}a,b,c\r\n").and_then(|rest| rest.strip_suffix("\r\n")).unwrap_or_default();
            let got = read(row);
            prop_assert_eq!(got.len(), 3);
            for (got, cell) in got.iter().zip(&cells) {
                prop_assert!(got == cell || got.strip_prefix('\'') == Some(cell));
                prop_assert!(!got.starts_with(STARTS_FORMULA) || is_negative_number(got));
            }
        }
    }
}
