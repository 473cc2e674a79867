//! What the properties of a document tell, and what is left of them without that.

use crate::privacy::{Findings, Private};
use crate::xml;

/// Elements by what they tell, with the prefixes that all programs give them.
const TELLS: [(Private, &[&str]); 4] = [
    (
        Private::Author,
        &["dc:creator", "cp:lastModifiedBy", "meta:initial-creator", "meta:printed-by", "Company", "Manager"],
    ),
    (Private::Software, &["Application", "meta:generator"]),
    (
        Private::Comment,
        &[
            "dc:title",
            "dc:subject",
            "dc:description",
            "cp:keywords",
            "cp:category",
            "meta:keyword",
            "meta:user-defined",
            "vt:lpwstr",
        ],
    ),
    (
        Private::Other,
        &[
            "dcterms:created",
            "dcterms:modified",
            "cp:lastPrinted",
            "meta:creation-date",
            "dc:date",
            "meta:print-date",
            "Template",
            "TotalTime",
            "meta:editing-duration",
        ],
    ),
];

/// Adds what a file of properties tells.
pub(super) fn note(text: &str, found: &mut Findings) {
    for (what, elements) in TELLS {
        for element in elements {
            xml::words(text, element).for_each(|words| found.say(what, &words));
        }
    }
}

/// How many pages the document had when it was last saved.
pub(super) fn pages(text: &str) -> Option<u64> {
    let number = |words: String| words.parse::<u64>().ok().filter(|pages| (1..1_000_000).contains(pages));
    let counted = || xml::attribute(xml::tag(text, "meta:document-statistic")?, "meta:page-count").map(str::to_owned);
    xml::words(text, "Pages").find_map(number).or_else(|| number(counted()?))
}

/// The file of properties named `name` without what it tells, once with the number of pages and once without.
pub(super) fn without_facts(name: &str, pages: Option<u64>) -> Vec<String> {
    let open = "http://schemas.openxmlformats.org";
    let empty = match name {
        "docProps/core.xml" => {
            format!(r#"<cp:coreProperties xmlns:cp="{open}/package/2006/metadata/core-properties"/>"#)
        }
        "docProps/custom.xml" => format!(r#"<Properties xmlns="{open}/officeDocument/2006/custom-properties"/>"#),
        "docProps/app.xml" => format!(r#"<Properties xmlns="{open}/officeDocument/2006/extended-properties"/>"#),
        _ => r#"<o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" o:version="1.2"/>"#
            .to_owned(),
    };
    let with_pages = pages.and_then(|pages| match name {
        "docProps/app.xml" => Some(format!("{}><Pages>{pages}</Pages></Properties>", empty.trim_end_matches("/>"))),
        "meta.xml" => Some(
            [
                r#"<o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
                r#"xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" o:version="1.2"><o:meta>"#,
                &format!(r#"<meta:document-statistic meta:page-count="{pages}"/></o:meta></o:document-meta>"#),
            ]
            .concat(),
        ),
        _ => None,
    });
    with_pages.into_iter().chain([empty]).collect()
}
