//! What lies under the strokes.

/// The units along the longer side of every sheet.
pub const LONGER_SIDE: i32 = 12_000;

/// From one line of the paper to the next.
const LINES: i32 = 600;
const SQUARES: i32 = 400;

/// The size of a sheet in units. One side is [`LONGER_SIDE`], the other at least a tenth of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Units from left to right.
    pub width: i32,
    /// Units from top to bottom.
    pub height: i32,
}

impl Sheet {
    /// As a sheet lies on a table: four to three.
    pub const LANDSCAPE: Self = Self { width: LONGER_SIDE, height: 9_000 };
    /// As it stands on a phone: three to four.
    pub const PORTRAIT: Self = Self { width: 9_000, height: LONGER_SIDE };

    /// A sheet of the shape of a picture, as far as a sheet may be narrow.
    pub fn shaped(width: u32, height: u32) -> Self {
        let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
        let longer = width.max(height);
        let side = |length: u64| {
            let units = length * LONGER_SIDE as u64 / longer;
            // Not above the longer side, which fits.
            i32::try_from(units).unwrap_or(LONGER_SIDE).clamp(LONGER_SIDE / 10, LONGER_SIDE)
        };
        Self { width: side(width), height: side(height) }
    }

    /// Whether it is a sheet as described.
    pub fn is_sound(self) -> bool {
        let (longer, shorter) = (self.width.max(self.height), self.width.min(self.height));
        longer == LONGER_SIDE && shorter >= LONGER_SIDE / 10
    }

    /// Where a picture lies on it: as large as it fits, in the middle. Left, top, width and height in units.
    pub fn hold(self, width: u32, height: u32) -> [f64; 4] {
        let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
        let (across, down) = (f64::from(self.width), f64::from(self.height));
        let scale = (across / width).min(down / height);
        let (width, height) = (width * scale, height * scale);
        [(across - width) / 2.0, (down - height) / 2.0, width, height]
    }
}

/// What the sheet looks like before anything is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// White.
    #[default]
    Blank,
    /// With lines to write on.
    Lined,
    /// With squares.
    Squared,
    /// A photo, by the 64 hexadecimal digits that name its bytes. The bytes are kept elsewhere.
    Photo(String),
}

impl Paper {
    /// The width of a line that is printed on the paper.
    pub const LINE_WIDTH: i32 = 14;
    /// Its colour.
    pub const LINE_COLOUR: &str = "#bcd0dc";

    /// Its name in files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Lined => "lined",
            Self::Squared => "squared",
            Self::Photo(_) => "photo",
        }
    }

    /// The paper of this name; a photo needs its hash as well.
    pub fn named(name: &str, photo: Option<&str>) -> Option<Self> {
        match (name, photo) {
            ("blank", None) => Some(Self::Blank),
            ("lined", None) => Some(Self::Lined),
            ("squared", None) => Some(Self::Squared),
            ("photo", Some(hash)) if is_hash(hash) => Some(Self::Photo(hash.to_owned())),
            _ => None,
        }
    }

    /// The lines that are printed on it, as path data to be stroked; empty where there are none.
    pub fn lines(&self, sheet: Sheet) -> String {
        let mut path = String::new();
        let (across, down) = match self {
            Self::Blank | Self::Photo(_) => (None, None),
            Self::Lined => (Some(LINES), None),
            Self::Squared => (Some(SQUARES), Some(SQUARES)),
        };
        let every = |step: Option<i32>, end: i32| {
            let step = step.unwrap_or(end);
            (1..).map(move |count| count * step).take_while(move |at| *at < end)
        };
        for y in every(across, sheet.height) {
            path += &format!("M0 {y}h{}", sheet.width);
        }
        for x in every(down, sheet.width) {
            path += &format!("M{x} 0v{}", sheet.height);
        }
        path
    }
}

fn is_hash(hash: &str) -> bool {
    hash.len() == 64 && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::{Paper, Sheet};

    #[test]
    fn a_sheet_takes_the_shape_of_its_photo_within_reason() {
        assert_eq!(Sheet::shaped(4032, 3024), Sheet::LANDSCAPE);
        assert_eq!(Sheet::shaped(3024, 4032), Sheet::PORTRAIT);
        for (width, height) in [(1, 1), (60_000, 1), (1, 60_000), (0, 0), (u32::MAX, 7)] {
            assert!(Sheet::shaped(width, height).is_sound(), "{width} × {height}");
        }
    }

    #[test]
    fn a_photo_of_another_shape_lies_whole_in_the_middle() {
        assert_eq!(Sheet::LANDSCAPE.hold(100, 100), [1500.0, 0.0, 9000.0, 9000.0]);
        assert_eq!(Sheet::PORTRAIT.hold(200, 100), [0.0, 3750.0, 9000.0, 4500.0]);
    }

    #[test]
    fn lines_stand_inside_the_sheet() {
        assert_eq!(Paper::Blank.lines(Sheet::LANDSCAPE), "");
        let lined = Paper::Lined.lines(Sheet::LANDSCAPE);
        assert!(lined.starts_with("M0 600h12000M0 1200h12000") && lined.ends_with("M0 8400h12000"));
        assert!(Paper::Squared.lines(Sheet::PORTRAIT).ends_with("M8800 0v12000"));
    }

    #[test]
    fn only_a_hash_names_a_photo() {
        let hash = "0123456789abcdef".repeat(4);
        assert_eq!(Paper::named("photo", Some(&hash)), Some(Paper::Photo(hash.clone())));
        assert_eq!(Paper::named("photo", Some("../../etc/passwd")), None);
        assert_eq!(Paper::named("photo", None), None);
        assert_eq!(Paper::named("lined", Some(&hash)), None);
    }
}
