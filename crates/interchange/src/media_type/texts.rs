//! Formats that are text. What could run in a browser (HTML, SVG, XML) is told by its words, the rest by its name.

use super::{Kind, Type, row};
use crate::text;

static HTML: Type = row("text/html", Kind::Code, &["html", "htm", "xhtml", "shtml"]);
static SVG: Type = row("image/svg+xml", Kind::Image, &["svg"]);
static XML: Type = row(
    "application/xml",
    Kind::Code,
    &["xml", "xsl", "xsd", "rss", "atom", "gpx", "kml", "dae", "musicxml", "fodt", "plist", "xhtml", "svg"],
);
static PLAIN: Type = row("text/plain", Kind::Text, &["txt", "text", "log", "srt", "vtt", "readme"]);

/// Text whose name says what it is.
static NAMED: &[Type] = &[
    row("text/markdown", Kind::Text, &["md", "markdown"]),
    row("text/csv", Kind::Text, &["csv"]),
    row("text/tab-separated-values", Kind::Text, &["tsv", "tab"]),
    row("application/json", Kind::Code, &["json", "geojson", "jsonl", "webmanifest"]),
    row("application/x-ipynb+json", Kind::Code, &["ipynb"]),
    row("text/css", Kind::Code, &["css", "scss", "less"]),
    row("text/javascript", Kind::Code, &["js", "mjs", "cjs", "jsx"]),
    row("text/x-typescript", Kind::Code, &["ts", "tsx"]),
    row("text/x-python", Kind::Code, &["py", "pyw"]),
    row("text/x-c", Kind::Code, &["c", "h", "cc", "cpp", "cxx", "hpp", "ino"]),
    row("text/x-java", Kind::Code, &["java", "kt", "pde"]),
    row("text/x-rust", Kind::Code, &["rs"]),
    row("application/x-sh", Kind::Code, &["sh", "bash", "zsh", "bat", "cmd", "ps1"]),
    row("application/yaml", Kind::Code, &["yaml", "yml"]),
    row("application/toml", Kind::Code, &["toml", "ini", "cfg", "conf"]),
    row("application/sql", Kind::Code, &["sql"]),
    row("application/x-tex", Kind::Code, &["tex", "bib", "latex"]),
    row(
        "text/x-source",
        Kind::Code,
        &["go", "rb", "php", "swift", "lua", "r", "pl", "cs", "hs", "scala", "dart", "asm", "lisp", "jl"],
    ),
    row("text/calendar", Kind::Text, &["ics"]),
    row("text/vcard", Kind::Text, &["vcf"]),
    row("model/stl", Kind::Other, &["stl"]),
    row("model/obj", Kind::Other, &["obj"]),
    row("model/gltf+json", Kind::Other, &["gltf"]),
];

pub(super) fn find(bytes: &[u8], ending: &str) -> Option<&'static Type> {
    if !text::is_text(bytes) {
        return None;
    }
    let words = text::decode_start(bytes).text;
    let named = NAMED.iter().find(|row| row.endings.contains(&ending));
    Some(match root_element(&words).as_deref() {
        Some("svg") => &SVG,
        // Markdown and programs may start with a tag; their name is believed, since none of them is ever rendered as HTML.
        Some(element) if is_html(element) => named.unwrap_or(&HTML),
        Some(_) if words.trim_start().starts_with("<?xml") || XML.endings.contains(&ending) => &XML,
        _ if HTML.endings.contains(&ending) => &HTML,
        _ => named.unwrap_or(&PLAIN),
    })
}

/// The name of the first element after any white space, declarations, comments and instructions; `!doctype html`
/// counts as `html`.
fn root_element(words: &str) -> Option<String> {
    let mut rest = words.trim_start_matches('\u{feff}').trim_start();
    loop {
        let inside = rest.strip_prefix('<')?;
        let end = match inside {
            comment if comment.starts_with("!--") => "-->",
            instruction if instruction.starts_with('?') => "?>",
            declaration if declaration.starts_with('!') => {
                let words: String = declaration.chars().take(13).collect::<String>().to_lowercase();
                if words == "!doctype html" {
                    return Some("html".to_owned());
                }
                ">"
            }
            element => {
                let name =
                    element.chars().take_while(|letter| letter.is_alphanumeric() || *letter == ':').collect::<String>();
                let local = name.rsplit(':').next().unwrap_or_default().to_lowercase();
                return (!local.is_empty()).then_some(local);
            }
        };
        rest = inside.split_once(end).map(|(_, after)| after.trim_start())?;
    }
}

/// The elements with which the MIME Sniffing Standard recognises HTML, and the common ones besides.
fn is_html(element: &str) -> bool {
    const ELEMENTS: &[&str] = &[
        "html", "head", "body", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "br",
        "p", "img", "form", "meta", "link", "base", "object", "embed", "frameset", "video", "audio", "input", "button",
        "span", "template",
    ];
    ELEMENTS.contains(&element)
}

/// Every row of these tables.
pub(super) fn rows() -> impl Iterator<Item = &'static Type> {
    [&HTML, &SVG, &XML, &PLAIN].into_iter().chain(NAMED)
}
