//! A report as a PDF (ISO 32000-1), written by hand: standard fonts, one chart, a new page at each main heading.

use std::fmt::Write;

use super::table::Table;

/// A page of A4, in points.
const PAGE: (f64, f64) = (595.0, 842.0);
const MARGIN: f64 = 64.0;

/// Letters in a line of body text, at about half an em each.
const LINE: usize = 82;

/// The report in `text` (`#` and `##` head, `[chart]` is the chart of `csv`, the rest are paragraphs) as a file.
pub fn report(text: &str, csv: &str) -> Vec<u8> {
    let mut pages: Vec<Page> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            let mut page = Page::new();
            page.lines(heading, "F2", 22.0);
            pages.push(page);
        } else if let Some(page) = pages.last_mut() {
            match line.strip_prefix("## ") {
                Some(heading) => page.lines(heading, "F2", 13.0),
                None if line == "[chart]" => page.chart(csv),
                None => page.lines(line, "F1", 11.0),
            }
        }
    }
    file(&pages)
}

/// The drawing commands of one page, and how far down it is filled.
struct Page {
    commands: String,
    top: f64,
}

impl Page {
    fn new() -> Self {
        Self { commands: String::new(), top: PAGE.1 - MARGIN }
    }

    fn lines(&mut self, text: &str, font: &str, size: f64) {
        if text.is_empty() {
            self.top -= 3.0;
            return;
        }
        self.top -= if font == "F2" { size * 0.9 } else { 0.0 };
        for line in wrapped(text, LINE) {
            self.top -= size * 1.4;
            self.command(&format!("BT /{font} {size} Tf {MARGIN} {:.1} Td ({}) Tj ET", self.top, escaped(&line)));
        }
        self.top -= 4.0;
    }

    fn chart(&mut self, csv: &str) {
        let table = Table::read(csv);
        let (wide, high) = (PAGE.0 - 2.0 * MARGIN, 260.0);
        let floor = self.top - high - 20.0;
        let across = |minute: f64| MARGIN + minute / 90.0 * wide;
        let up = |ppm: f64| floor + ppm / 1_800.0 * high;
        for ppm in [0.0, 600.0, 1_200.0, 1_800.0] {
            let dash = if ppm == 1_200.0 { "[4 3] 0 d 0.85 0.39 0.17 RG" } else { "[] 0 d 0.8 G" };
            self.command(&format!("{dash} 0.8 w {MARGIN} {0:.1} m {1:.1} {0:.1} l S", up(ppm), MARGIN + wide));
            self.command(&format!("BT /F1 9 Tf {:.1} {:.1} Td ({ppm}) Tj ET", MARGIN - 30.0, up(ppm) - 3.0));
        }
        let minutes = table.numbers(0);
        for (column, colour) in [(1, "0.25 0.45 0.66 RG"), (2, "0.36 0.48 0.23 RG")] {
            let mut path = format!("[] 0 d {colour} 1.8 w");
            for (place, point) in minutes.iter().zip(table.numbers(column)).enumerate() {
                if let (Some(minute), Some(ppm)) = point {
                    let verb = if place == 0 { "m" } else { "l" };
                    // Writing to a String has no way to fail.
                    write!(path, " {:.1} {:.1} {verb}", across(*minute), up(ppm)).unwrap_or_default();
                }
            }
            self.command(&format!("{path} S"));
        }
        self.command(&format!("BT /F1 9 Tf {MARGIN} {:.1} Td (minutes, 0 to 90) Tj ET", floor - 16.0));
        self.top = floor - 30.0;
    }

    fn command(&mut self, command: &str) {
        self.commands.push_str(command);
        self.commands.push('\n');
    }
}

/// The file: numbered objects, a table of where each begins, a trailer.
fn file(pages: &[Page]) -> Vec<u8> {
    let first = 5;
    let kids: Vec<String> = (0..pages.len()).map(|place| format!("{} 0 R", first + place * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    for (place, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {} 0 R >>",
            PAGE.0,
            PAGE.1,
            first + place * 2 + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{}endstream", page.commands.len(), page.commands));
    }
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        writeln!(places, "{:010} 00000 n ", text.len()).unwrap_or_default();
        writeln!(text, "{number} 0 obj\n{object}\nendobj").unwrap_or_default();
    }
    let table = text.len();
    let size = objects.len() + 1;
    write!(
        text,
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    )
    .unwrap_or_default();
    text.into_bytes()
}

fn font(name: &str) -> String {
    format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
}

/// A paragraph as lines of at most `wide` letters; an empty one is one empty line.
fn wrapped(text: &str, wide: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            if line.is_empty() {
                line.push_str(word);
            } else if line.chars().count() + 1 + word.chars().count() <= wide {
                line.push(' ');
                line.push_str(word);
            } else {
                lines.push(word.to_owned());
            }
        }
    }
    lines
}

/// Text between the brackets of a PDF string; letters beyond ASCII are not used by the report.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)")
}
