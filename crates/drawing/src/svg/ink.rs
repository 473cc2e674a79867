//! The points of a stroke as text: whole numbers, three a point, each the difference to the point before (x, y, pressure). The first
//! point is the difference to 0 0 0.

use crate::{Point, Stroke};

/// Points as text.
pub(super) fn text(points: &[Point]) -> String {
    let mut text = String::with_capacity(points.len() * 8);
    let mut last = Point { x: 0, y: 0, pressure: 0 };
    for point in points {
        let pressure = i32::from(point.pressure) - i32::from(last.pressure);
        if !text.is_empty() {
            text.push(' ');
        }
        text += &format!("{} {} {pressure}", point.x - last.x, point.y - last.y);
        last = *point;
    }
    text
}

/// Text as points: at least one, and none where no hand may be. `None` for anything else.
pub(super) fn points(text: &str) -> Option<Vec<Point>> {
    let mut points = Vec::new();
    let mut last = Point { x: 0, y: 0, pressure: 0 };
    let mut numbers = text.split(' ');
    while let Some(x) = numbers.next() {
        let point = Point {
            x: sum(last.x, x)?,
            y: sum(last.y, numbers.next()?)?,
            pressure: u8::try_from(sum(last.pressure.into(), numbers.next()?)?).ok()?,
        };
        if !point.is_sound() || points.len() == Stroke::MOST_POINTS {
            return None;
        }
        points.push(point);
        last = point;
    }
    Some(points)
}

fn sum(last: i32, difference: &str) -> Option<i32> {
    let is_number = difference.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_number.then(|| difference.parse::<i32>().ok()).flatten().and_then(|difference| last.checked_add(difference))
}

#[cfg(test)]
mod tests {
    use super::{points, text};
    use crate::Point;

    #[test]
    fn points_are_differences() {
        let way = [Point { x: 10, y: 20, pressure: 50 }, Point { x: 7, y: 25, pressure: 50 }];
        assert_eq!(text(&way), "10 20 50 -3 5 0");
        assert_eq!(points("10 20 50 -3 5 0").unwrap(), way);
    }

    #[test]
    fn what_no_hand_can_have_done_is_refused() {
        for wrong in [
            "",
            " ",
            "1 2",
            "1 2 3 ",
            "1 2 101",
            "1 2 -1",
            "1 2 +3",
            "99999 0 50",
            "0 2147483647 50",
            "1.5 2 50",
            "a b c",
        ] {
            assert_eq!(points(wrong), None, "{wrong:?}");
        }
        assert_eq!(points("2147483647 0 50 2147483647 0 0"), None);
        assert_eq!(points(&"1 1 0 ".repeat(9_000)), None);
    }
}
