//! SVG path data in whole units, each place relative to the one before: small, and the same everywhere.

/// Path data being written.
#[derive(Default)]
pub(super) struct Path {
    data: String,
    at: (i64, i64),
    /// The command that further numbers would continue.
    command: char,
}

impl Path {
    pub fn move_to(&mut self, place: (f64, f64)) {
        let place = whole(place);
        self.data += &format!("M{} {}", place.0, place.1);
        self.at = place;
        self.command = 'M';
    }

    /// A straight line. One that is shorter than a unit is left out.
    pub fn line_to(&mut self, place: (f64, f64)) {
        let place = whole(place);
        if place != self.at {
            self.command('l');
            self.step(place);
        }
    }

    /// Half a circle, clockwise.
    pub fn arc_to(&mut self, place: (f64, f64), radius: f64) {
        let place = whole(place);
        if place != self.at {
            self.command('a');
            let radius = radius.round().max(1.0) as i64;
            self.number(radius);
            self.number(radius);
            self.data += " 0 0 1";
            self.step(place);
        }
    }

    /// A whole circle, clockwise.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64) {
        let radius = radius.max(1.0);
        self.move_to((x - radius, y));
        self.arc_to((x + radius, y), radius);
        self.arc_to((x - radius, y), radius);
        self.close();
    }

    pub fn close(&mut self) {
        self.data.push('z');
        self.command = 'z';
    }

    pub fn into_data(self) -> String {
        self.data
    }

    fn command(&mut self, command: char) {
        if self.command != command {
            self.data.push(command);
            self.command = command;
        }
    }

    fn step(&mut self, place: (i64, i64)) {
        self.number(place.0 - self.at.0);
        self.number(place.1 - self.at.1);
        self.at = place;
    }

    /// A number, apart from what stands before it. A minus sign is apart by itself.
    fn number(&mut self, number: i64) {
        if number >= 0 && self.data.ends_with(|last: char| last.is_ascii_digit()) {
            self.data.push(' ');
        }
        self.data += &number.to_string();
    }
}

fn whole((x, y): (f64, f64)) -> (i64, i64) {
    // A few thousands beyond the sheet at most.
    (x.round() as i64, y.round() as i64)
}
