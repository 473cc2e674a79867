//! XMP (ISO 16684-1): facts as XML. Only the names of its properties are looked for, in whatever way they are written.

use crate::privacy::{Findings, Private};

/// Properties by what they tell, each with the prefix that its schema recommends.
const TELLS: [(Private, &[&str]); 6] = [
    (
        Private::Location,
        &[
            "exif:GPS",
            "photoshop:City",
            "photoshop:State",
            "photoshop:Country",
            "Iptc4xmpCore:Location",
            "LocationCreated",
            "LocationShown",
        ],
    ),
    (
        Private::Camera,
        &["tiff:Make", "tiff:Model", "aux:SerialNumber", "aux:Lens", "exifEX:", "exif:Exposure", "exif:FNumber"],
    ),
    (Private::Author, &["dc:creator", "dc:rights", "photoshop:AuthorsPosition", "xmpRights:", "dc:contributor"]),
    (Private::Software, &["xmp:CreatorTool", "xmpMM:History", "stEvt:softwareAgent", "crs:", "tiff:Software"]),
    (Private::Comment, &["dc:title", "dc:description", "dc:subject", "photoshop:Headline", "exif:UserComment"]),
    (Private::Thumbnail, &["xmp:Thumbnails", "xmpGImg:"]),
];

/// What a packet tells.
pub(crate) fn note(packet: &[u8], found: &mut Findings) {
    let text = String::from_utf8_lossy(packet);
    let mut here = Findings::default();
    for (what, properties) in TELLS {
        if properties.iter().any(|property| text.contains(property)) {
            here.add(what);
        }
    }
    found.join(here);
}
