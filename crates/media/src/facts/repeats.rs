//! How much a browser has to draw of an SVG: one of two thousand bytes may ask for a billion shapes, for a `use` stands for all that is in
//! what it names, with the `use`s in there. Browsers draw pictures in the thread of the page, and know no end.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Copies that are drawn in a moment. A diagram with a `use` for each letter has some thousands; a hundred thousand took Chromium 156
/// seven seconds.
const MOST: u64 = 10_000;

/// Levels of `use` within `use`: who draws by hand needs a few.
const DEEPEST: u32 = 64;

/// Whether drawing what `text` says may keep a page from everything else: it repeats its parts too often, or it cannot be told.
pub(super) fn too_often(text: &str) -> bool {
    hides_parts(text) || Parts::read(text).is_none_or(|parts| parts.copies() > MOST)
}

/// Whether there is more in it than stands there: entities that stand for elements, and drawings within, which are not looked at.
fn hides_parts(text: &str) -> bool {
    let entity = |declared: &str| declared.split('>').next().is_some_and(|value| value.contains(['<', '&']));
    text.split("<!ENTITY").skip(1).any(entity) || text.contains("data:image/svg")
}

/// The elements of a drawing in their order.
#[derive(Default)]
struct Parts {
    /// What each `use` names, ascending by its place.
    uses: Vec<(u64, String)>,
    /// The places from each named element to its last within.
    named: HashMap<String, Range<u64>>,
    /// How many elements there are.
    count: u64,
}

impl Parts {
    /// The elements of a text; `None` if it is no XML, or there is no drawing in it.
    fn read(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        let (mut parts, mut open, mut is_drawing) = (Self::default(), Vec::new(), false);
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => {
                    is_drawing |= start.local_name().as_ref() == "svg";
                    open.push((parts.count, attribute(&start, "id")));
                    if start.local_name().as_ref() == "use"
                        && let Some(target) = attribute(&start, "href")
                    {
                        parts.uses.push((parts.count, target.trim_start_matches('#').to_owned()));
                    }
                    parts.count += 1;
                }
                Event::End(_) => {
                    let (start, id) = open.pop()?;
                    if let Some(id) = id {
                        parts.named.entry(id).or_insert(start..parts.count);
                    }
                }
                Event::Eof => return is_drawing.then_some(parts),
                _ => {}
            }
        }
    }

    /// How many elements are drawn that stand nowhere but in others' stead.
    fn copies(&self) -> u64 {
        self.copies_within(&(0..self.count), 0, &mut HashMap::new())
    }

    fn copies_within<'p>(&'p self, places: &Range<u64>, depth: u32, known: &mut HashMap<&'p str, u64>) -> u64 {
        let from = self.uses.partition_point(|(place, _)| *place < places.start);
        let within = self.uses.iter().skip(from).take_while(|(place, _)| *place < places.end);
        within.fold(0_u64, |copies, (_, target)| copies.saturating_add(self.copies_of(target, depth, known)))
    }

    /// How many elements come with a `use` of this one. What names itself is drawn by nobody.
    fn copies_of<'p>(&'p self, target: &'p str, depth: u32, known: &mut HashMap<&'p str, u64>) -> u64 {
        if depth > DEEPEST {
            return u64::MAX;
        }
        if let Some(copies) = known.get(target) {
            return *copies;
        }
        let Some(places) = self.named.get(target) else { return 0 };
        known.insert(target, 0);
        let copies = (places.end - places.start).saturating_add(self.copies_within(places, depth + 1, known));
        known.insert(target, copies);
        copies
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Levels of a group that holds the one before it `times` times.
    fn tower(levels: usize, times: usize) -> String {
        let mut text = r#"<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"><path d="M0 0"/></g>"#.to_owned();
        for level in 1..=levels {
            let uses = format!("<use xlink:href=\"#a{}\"/>", level - 1).repeat(times);
            text.push_str(&format!("<g id=\"a{level}\">{uses}</g>"));
        }
        text + "</svg>"
    }

    #[test]
    fn copies_are_counted_with_those_in_them() {
        let copies = |text: &str| Parts::read(text).unwrap().copies();
        assert_eq!(copies("<svg><rect id=\"a\"/><path/></svg>"), 0);
        assert_eq!(copies("<svg><g id=\"a\"><rect/><rect/></g><use href=\"#a\"/><use href=\"#none\"/></svg>"), 3);
        // Of the first level two of two, of the second two of its three and those four.
        assert_eq!(copies(&tower(2, 2)), 2 * 2 + 2 * (3 + 2 * 2));
        assert_eq!(copies("<svg><g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>"), 6);
    }

    #[test]
    fn a_few_bytes_that_ask_for_a_billion_shapes_are_told_from_a_diagram() {
        assert!(too_often(&tower(9, 10)));
        assert!(too_often(&tower(60, 30)), "more than can be counted");
        assert!(too_often(&tower(1000, 1)), "deeper than can be followed");
        assert!(!too_often(&tower(1, 3000)));
        assert!(!too_often(
            r#"<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"><path/></svg>"#
        ));
    }

    #[test]
    fn what_cannot_be_told_is_not_drawn_unasked() {
        assert!(too_often(r#"<!DOCTYPE svg [<!ENTITY a "<path/><path/>">]><svg>&a;&a;</svg>"#));
        assert!(too_often(r#"<svg><image href="data:image/svg+xml;base64,PHN2Zz4="/></svg>"#));
        assert!(too_often("<svg><g></svg>"));
        assert!(too_often("words"));
    }
}
