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

/// Looks at a `use` while copies are counted: more are nobody's diagram, but a way to keep the counting busy.
const MOST_LOOKS: u32 = 1_000_000;

/// Whether drawing what `text` says may keep a page from everything else: it repeats its parts too often, or it cannot be told.
pub(super) fn too_often(text: &str) -> bool {
    hides_parts(text) || Parts::read(text).is_none_or(|parts| parts.copies() > MOST)
}

/// Whether there is more in it than stands there: entities that stand for elements, and drawings within, which are not looked at.
fn hides_parts(text: &str) -> bool {
    let hides = |declared: &str| {
        let Some((_, value)) = declared.split_once(['"', '\'']) else { return true };
        let quote = declared.chars().find(|letter| matches!(letter, '"' | '\'')).unwrap_or_default();
        value.split(quote).next().is_some_and(|value| value.contains(['<', '&']))
    };
    text.split("<!ENTITY").skip(1).any(hides) || text.to_ascii_lowercase().contains("data:image/svg")
}

/// The elements of a drawing in their order.
#[derive(Default)]
struct Parts {
    /// What each `use` names, ascending by its place.
    uses: Vec<(u64, String)>,
    /// The places from each named element to its last within; the first of a name counts.
    named: HashMap<String, Range<u64>>,
    /// How many elements there are.
    count: u64,
}

impl Parts {
    /// The elements of a text; `None` if it is no XML, there is no drawing in it, or it cannot be told what a name or a `use` says.
    fn read(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        let (mut parts, mut open, mut is_drawing) = (Self::default(), Vec::new(), false);
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => {
                    is_drawing |= start.local_name().as_ref() == "svg";
                    open.push((parts.count, parts.note(&start)?));
                    parts.count += 1;
                }
                Event::End(_) => {
                    let (start, id) = open.pop()?;
                    if let Some(id) = id {
                        let places = start..parts.count;
                        let named = parts.named.entry(id).or_insert_with(|| places.clone());
                        if places.start < named.start {
                            *named = places;
                        }
                    }
                }
                Event::Eof => return is_drawing.then_some(parts),
                _ => {}
            }
        }
    }

    /// Notes what an element uses, and returns its name; `None` if that cannot be told.
    fn note(&mut self, start: &BytesStart<'_>) -> Option<Option<String>> {
        let mut id = None;
        let is_use = start.local_name().as_ref() == "use";
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            let value = || Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.trim().to_owned());
            if attribute.key.as_ref() == "id" {
                id = Some(value()?);
            } else if is_use && attribute.key.local_name().as_ref() == "href" {
                let target = value()?;
                // Nothing comes from other files.
                if let Some(target) = target.strip_prefix('#') {
                    let target = (!target.contains('%')).then(|| target.to_owned())?;
                    self.uses.push((self.count, target));
                }
            }
        }
        Some(id)
    }

    /// How many elements are drawn that stand nowhere but in others' stead; as many as can be where that is not counted to its end.
    fn copies(&self) -> u64 {
        Counting { parts: self, known: HashMap::new(), looks: 0 }.copies_within(&(0..self.count), 0)
    }
}

/// Counts copies.
struct Counting<'p> {
    parts: &'p Parts,
    /// Those that come with a `use` of each name.
    known: HashMap<&'p str, u64>,
    looks: u32,
}

impl<'p> Counting<'p> {
    fn copies_within(&mut self, places: &Range<u64>, depth: u32) -> u64 {
        let parts = self.parts;
        let from = parts.uses.partition_point(|(place, _)| *place < places.start);
        let within = parts.uses.iter().skip(from).take_while(|(place, _)| *place < places.end);
        let mut copies = 0_u64;
        for (_, target) in within {
            self.looks += 1;
            copies = copies.saturating_add(self.copies_of(target, depth));
            if copies > MOST || self.looks > MOST_LOOKS {
                return u64::MAX;
            }
        }
        copies
    }

    fn copies_of(&mut self, target: &'p str, depth: u32) -> u64 {
        if let Some(copies) = self.known.get(target) {
            return *copies;
        }
        let Some(places) = self.parts.named.get(target) else { return 0 };
        if depth > DEEPEST {
            return u64::MAX;
        }
        // What names itself on the way never ends.
        self.known.insert(target, u64::MAX);
        let copies = (places.end - places.start).saturating_add(self.copies_within(places, depth + 1));
        self.known.insert(target, copies);
        copies
    }
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
        assert_eq!(
            copies(r##"<svg><g x:id="b" id="a"><g id="a"/><rect/></g><use x:href="#none" href=" #a"/></svg>"##),
            3
        );
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
    fn counting_ends_whatever_is_nested() {
        let names: String = (0..20_000).map(|name| format!("<g id=\"n{name}\">")).collect();
        let uses: String = (0..20_000).map(|name| format!("<use href=\"#n{name}\"/><use href=\"#none\"/>")).collect();
        assert!(too_often(&format!("<svg>{names}{uses}{}{uses}</svg>", "</g>".repeat(20_000))));
    }

    #[test]
    fn what_cannot_be_told_is_not_drawn_unasked() {
        assert!(too_often(r#"<!DOCTYPE svg [<!ENTITY a "<path/><path/>">]><svg>&a;&a;</svg>"#));
        assert!(too_often(r#"<svg><image href="data:image/svg+xml;base64,PHN2Zz4="/></svg>"#));
        assert!(too_often(r#"<!DOCTYPE svg [<!ENTITY a '>"<use href="x"/>'>]><svg>&a;</svg>"#));
        assert!(too_often(r##"<!DOCTYPE svg [<!ENTITY n "a">]><svg><g id="a"/><use href="#&n;"/></svg>"##));
        assert!(too_often(r##"<svg><g id="a"/><use href="#%61"/></svg>"##));
        assert!(
            too_often(r##"<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>"##),
            "in a circle"
        );
        assert!(too_often(r#"<svg><image href="DATA:image/svg+xml;base64,PHN2Zz4="/></svg>"#));
        assert!(too_often("<svg><g></svg>"));
        assert!(too_often("words"));
    }
}
