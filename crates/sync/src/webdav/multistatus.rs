//! A folder's listing as WebDAV servers write it: `207 Multi-Status` (RFC 4918 section 13).
//!
//! Only local names count: every server has its own prefixes. No entity but the predefined ones is resolved and no document type is
//! read, so a hostile answer can be long (the transport limits that) but can neither grow nor name another file.

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesRef, Event},
};
use thiserror::Error;

use super::href::{Path, itself};
use crate::{backend::Entry, name::check_part};

/// Deeper than any server's listing; more is an attempt to exhaust us.
const DEEPEST: usize = 64;

/// Why a listing cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GarbledListing {
    /// It is not UTF-8.
    #[error("the listing is not UTF-8")]
    NotText,
    /// It is not well-formed XML.
    #[error("the listing is not well-formed XML")]
    NotXml,
    /// It is some other document, such as a web page.
    #[error("the answer is no WebDAV listing")]
    NotAListing,
    /// It ends in the middle.
    #[error("the listing ends in the middle")]
    Cut,
    /// Elements are nested deeper than in any listing.
    #[error("the listing is nested too deeply")]
    TooDeep,
}

/// One `response` element.
#[derive(Debug, Default)]
struct Response {
    href: String,
    status: String,
    found: Properties,
}

/// What the `propstat` elements of a response say.
#[derive(Debug, Default)]
struct Properties {
    status: String,
    length: String,
    is_folder: bool,
}

/// Reads the listing of the folder at path `folder` (from the server's root, as it was asked for).
pub(super) fn read(xml: &[u8], folder: &str) -> Result<Vec<Entry>, GarbledListing> {
    let xml = std::str::from_utf8(xml).map_err(|_| GarbledListing::NotText)?;
    let responses = responses(xml)?;
    let listed: Vec<Path> = responses.iter().map(|response| Path::read(&response.href, folder)).collect();
    let folder = itself(&Path::read(folder, folder), &listed);
    Ok(responses.iter().zip(&listed).filter_map(|(response, path)| response.entry(path.name_in(&folder)?)).collect())
}

impl Response {
    /// None for what is not there, has no size, or is no name of ours.
    fn entry(&self, name: &str) -> Option<Entry> {
        if check_part(name).is_err() || !says_found(&self.status) {
            return None;
        }
        let name = name.to_owned();
        if self.found.is_folder {
            return Some(Entry::Folder { name });
        }
        self.found.length.trim().parse().ok().map(|size| Entry::File { name, size })
    }

    /// Takes over what a finished `propstat` says, when it says it of properties that are there.
    fn take(&mut self, properties: Properties) {
        if says_found(&properties.status) {
            self.found.is_folder |= properties.is_folder;
            if !properties.length.is_empty() {
                self.found.length = properties.length;
            }
        }
    }
}

/// Whether a status line (`HTTP/1.1 200 OK`) says success; a missing one means it.
fn says_found(status: &str) -> bool {
    status.split_whitespace().nth(1).is_none_or(|code| code.starts_with('2'))
}

fn responses(xml: &str) -> Result<Vec<Response>, GarbledListing> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut listing = Listing::default();
    loop {
        match reader.read_event().map_err(|_| GarbledListing::NotXml)? {
            Event::Start(start) => listing.open(start.local_name().as_ref())?,
            Event::End(_) => listing.close(),
            Event::Text(text) => listing.text(&text.xml10_content()),
            Event::CData(text) => listing.text(&text.xml10_content()),
            Event::GeneralRef(entity) => listing.text(&resolved(&entity)?),
            Event::Eof => return listing.finish(),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// A character reference or one of the five predefined entities.
fn resolved(entity: &BytesRef<'_>) -> Result<String, GarbledListing> {
    match entity.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.into()),
        Ok(None) => resolve_predefined_entity(entity).map(str::to_owned).ok_or(GarbledListing::NotXml),
        Err(_) => Err(GarbledListing::NotXml),
    }
}

/// Where in a listing an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Listing,
    Response,
    Href,
    ResponseStatus,
    Propstat,
    Status,
    Prop,
    Length,
    Kind,
    Collection,
    Elsewhere,
}

impl Place {
    /// Where the element `name` stands when it opens inside `self`.
    fn inside(self, name: &str) -> Self {
        match (self, name) {
            (Self::Listing, "response") => Self::Response,
            (Self::Response, "href") => Self::Href,
            (Self::Response, "status") => Self::ResponseStatus,
            (Self::Response, "propstat") => Self::Propstat,
            (Self::Propstat, "status") => Self::Status,
            (Self::Propstat, "prop") => Self::Prop,
            (Self::Prop, "getcontentlength") => Self::Length,
            (Self::Prop, "resourcetype") => Self::Kind,
            (Self::Kind, "collection") => Self::Collection,
            _ => Self::Elsewhere,
        }
    }
}

/// The listing as far as it has been read.
#[derive(Default)]
struct Listing {
    /// The open elements, the outermost first.
    open: Vec<Place>,
    responses: Vec<Response>,
    response: Response,
    properties: Properties,
    whole: bool,
}

impl Listing {
    fn open(&mut self, name: &str) -> Result<(), GarbledListing> {
        let place = match self.open.last() {
            Some(parent) => parent.inside(name),
            None if name == "multistatus" && !self.whole => Place::Listing,
            None => return Err(GarbledListing::NotAListing),
        };
        if self.open.len() >= DEEPEST {
            return Err(GarbledListing::TooDeep);
        }
        self.properties.is_folder |= place == Place::Collection;
        self.open.push(place);
        Ok(())
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Place::Listing) => self.whole = true,
            Some(Place::Response) => self.responses.push(std::mem::take(&mut self.response)),
            Some(Place::Propstat) => self.response.take(std::mem::take(&mut self.properties)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.last() {
            Some(Place::Href) => self.response.href.push_str(text),
            Some(Place::ResponseStatus) => self.response.status.push_str(text),
            Some(Place::Status) => self.properties.status.push_str(text),
            Some(Place::Length) => self.properties.length.push_str(text),
            _ => {}
        }
    }

    fn finish(self) -> Result<Vec<Response>, GarbledListing> {
        match (self.whole, self.open.is_empty()) {
            (true, _) => Ok(self.responses),
            (false, true) => Err(GarbledListing::NotAListing),
            (false, false) => Err(GarbledListing::Cut),
        }
    }
}

#[cfg(test)]
mod tests;
