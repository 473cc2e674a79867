//! The size that an SVG asks for, where it says so simply, and whether it asks for too much.

use std::io::{Read, Seek};

use super::{Facts, repeats};
use crate::fault::Fault;
use crate::input::Input;
use crate::xml;

pub(super) fn read<R: Read + Seek>(input: &mut Input<R>) -> Result<Facts, Fault> {
    let Ok(bytes) = input.bytes(input.all()) else { return Ok(Facts { is_heavy: true, ..Facts::default() }) };
    let text = String::from_utf8_lossy(bytes);
    Ok(Facts { is_heavy: repeats::too_often(&text), ..Facts::of_size(size(&text)) })
}

/// Width and height in pixels, or else those of the view box.
fn size(text: &str) -> Option<(u64, u64)> {
    let tag = xml::tag(text, "svg")?;
    let pixels = |name: &str| whole(xml::attribute(tag, name)?.trim().trim_end_matches("px"));
    let given = pixels("width").zip(pixels("height"));
    given.or_else(|| {
        let view = xml::attribute(tag, "viewBox")?;
        let mut numbers = view.split([' ', ',']).filter(|part| !part.is_empty()).skip(2).map(whole);
        numbers.next()?.zip(numbers.next()?)
    })
}

fn whole(number: &str) -> Option<u64> {
    let number = number.trim().parse::<f64>().ok()?;
    (0.5..1e6).contains(&number).then(|| number.round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_in_pixels_or_of_the_view_is_read() {
        assert_eq!(size(r#"<?xml version="1.0"?><svg width="320px" height="200.4">"#), Some((320, 200)));
        assert_eq!(size(r#"<svg xmlns="s" viewBox="0 0 640,480"/>"#), Some((640, 480)));
        assert_eq!(size(r#"<svg width="100%" height="100%"></svg>"#), None);
        assert_eq!(size("<g>"), None);
    }
}
