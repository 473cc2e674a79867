//! XML as a row of events. Prefixes of names are left out: each format is told by its parts before. No document type is read and no
//! entity is known but the five, so that a text cannot grow.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event as Read};
use quick_xml::{Reader, XmlVersion};

use crate::limits;
use crate::page::Room;

/// What stands next in a text.
pub(super) enum Event<'t> {
    /// An element begins.
    Open(&'t str, Tag<'t>),
    /// An element ends.
    Close(&'t str),
    /// Characters.
    Words(Cow<'t, str>),
}

/// The start tag of an element.
pub(super) struct Tag<'t>(&'t BytesStart<'t>);

impl Tag<'_> {
    /// The value of the first attribute with this name, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes(name).into_iter().next()
    }

    /// The values of all attributes with this name, whatever their prefixes.
    pub(super) fn attributes(&self, name: &str) -> Vec<String> {
        let named = self.0.attributes().flatten().filter(|attribute| attribute.key.local_name().as_ref() == name);
        named
            .filter_map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned))
            .collect()
    }

    /// A whole number that an attribute says.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// Hands all that stands in a text to `take`, until that has enough or the text is no XML. Whether all of it was handed over.
pub(super) fn walk(text: &str, take: &mut dyn FnMut(Event<'_>) -> Room) -> bool {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        let room = match reader.read_event() {
            Ok(Read::Start(start)) => {
                depth += 1;
                if depth > limits::DEPTH {
                    return false;
                }
                take(Event::Open(start.local_name().as_ref(), Tag(&start)))
            }
            Ok(Read::End(end)) => {
                depth = depth.saturating_sub(1);
                take(Event::Close(end.local_name().as_ref()))
            }
            Ok(Read::Text(text)) => take(Event::Words(text.xml10_content())),
            Ok(Read::CData(text)) => take(Event::Words(text.xml10_content())),
            Ok(Read::GeneralRef(entity)) => take(Event::Words(Cow::Owned(resolved(&entity)))),
            Ok(Read::Eof) => return depth == 0,
            Ok(_) => Room::Continue(()),
            Err(_) => return false,
        };
        if room.is_break() {
            return false;
        }
    }
}

/// The character that a reference stands for; nothing for one that is not known.
fn resolved(entity: &BytesRef<'_>) -> String {
    match entity.resolve_char_ref() {
        Ok(Some(character)) => character.into(),
        Ok(None) => resolve_predefined_entity(entity).map(str::to_owned).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Room, walk};

    fn seen(text: &str) -> (Vec<String>, bool) {
        let mut seen = Vec::new();
        let is_whole = walk(text, &mut |event| {
            seen.push(match event {
                Event::Open(name, tag) => format!("<{name} {}", tag.attribute("val").unwrap_or_default()),
                Event::Close(name) => format!("/{name}"),
                Event::Words(words) => words.into_owned(),
            });
            Room::Continue(())
        });
        (seen, is_whole)
    }

    #[test]
    fn names_lose_their_prefix_and_escapes_are_resolved() {
        let (events, is_whole) = seen("<w:a w:val='1 &amp; 2'>x&lt;&#233;&unknown;<![CDATA[<y>]]></w:a>");
        assert_eq!(events, ["<a 1 & 2", "x", "<", "é", "", "<y>", "/a"]);
        assert!(is_whole);
    }

    #[test]
    fn a_text_that_breaks_off_or_grows_is_not_whole() {
        assert!(!seen("<a><b>").1 && !seen("<a></b>").1);
        assert!(!seen(&"<a>".repeat(10_000)).1);
        let (events, _) = seen("<!DOCTYPE a [<!ENTITY x 'xxxx'>]><a>&x;</a>");
        assert_eq!(events, ["<a ", "", "/a"]);
    }
}
