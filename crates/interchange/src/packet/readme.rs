//! `README.txt` of a packet, in English and Spanish.

use portfolio::date::format_instant;
use portfolio::model::{Event, MadeWith};
use portfolio::submission::{Manifest, Part};

use super::Packet;
use crate::names::one_line;
use crate::readable::named;

/// The words of one language.
struct Tongue {
    title: &'static str,
    by: &'static str,
    handed_in: &'static str,
    work_of: &'static str,
    made: &'static str,
    keep_until: &'static str,
    changed: &'static str,
    claims: &'static str,
    level: &'static str,
    shows: &'static str,
    alone: &'static str,
    with: &'static str,
    help: &'static str,
    ai: &'static str,
    no_ai: &'static str,
    what_is_what: &'static str,
    check: &'static str,
}

const ENGLISH: Tongue = Tongue {
    title: "A PIECE OF WORK",
    by: "By",
    handed_in: "Handed in",
    work_of: "Day of the work",
    made: "How it was made",
    keep_until: "Please delete it after",
    changed: "What changed since it was handed in before",
    claims: "What it is said to show (levels go from 0 to 4)",
    level: "level",
    shows: "What it holds, in order",
    alone: "alone",
    with: "with",
    help: "help",
    ai: "with AI",
    no_ai: "without AI",
    what_is_what: "text.md, reflection.md  The words, and what the learner thinks of it.\n\
                   files/                  The files. The numbers give the order.\n\
                   manifest.json           All of it again, exactly as it was handed in.\n\
                   files.json              Which file is which, and which are missing.\n\
                   manifest-sha256.txt     Shows whether a file was changed. To check all of them,\n\
                   \x20                       type in this folder:  sha256sum -c manifest-sha256.txt",
    check: "This is what was handed in if the SHA-256 of manifest.json is",
};

const SPANISH: Tongue = Tongue {
    title: "UN TRABAJO",
    by: "De",
    handed_in: "Entregado",
    work_of: "Día del trabajo",
    made: "Cómo se hizo",
    keep_until: "Por favor, bórralo después del",
    changed: "Qué cambió desde que se entregó antes",
    claims: "Lo que dice mostrar (los niveles van de 0 a 4)",
    level: "nivel",
    shows: "Lo que contiene, en orden",
    alone: "sin compañía",
    with: "con",
    help: "ayuda",
    ai: "con IA",
    no_ai: "sin IA",
    what_is_what: "text.md, reflection.md  Las palabras, y lo que piensa quien lo hizo.\n\
                   files/                  Los archivos. Los números dan el orden.\n\
                   manifest.json           Todo otra vez, exactamente como se entregó.\n\
                   files.json              Qué archivo es cuál, y cuáles faltan.\n\
                   manifest-sha256.txt     Muestra si un archivo se cambió. Para revisarlos todos,\n\
                   \x20                       escribe en esta carpeta:  sha256sum -c manifest-sha256.txt",
    check: "Esto es lo que se entregó si el SHA-256 de manifest.json es",
};

pub(super) fn words(packet: &Packet<'_>, manifest: &Manifest, paths: &[Option<String>]) -> String {
    [ENGLISH, SPANISH].map(|tongue| told(&tongue, packet, manifest, paths)).join("\n\n\n")
}

fn told(tongue: &Tongue, packet: &Packet<'_>, manifest: &Manifest, paths: &[Option<String>]) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let facts = [
        (tongue.by, one_line(packet.learner)),
        (tongue.handed_in, format_instant(manifest.at)),
        (tongue.work_of, day(manifest.date)),
        (tongue.made, made(tongue, &manifest.made)),
        (tongue.keep_until, day(manifest.keep_until)),
        (tongue.changed, one_line(&manifest.changed)),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    let mut lines = vec![tongue.title.to_owned(), one_line(&manifest.title), String::new()];
    lines.extend(facts.map(|(name, words)| format!("{name}: {words}")));
    let claims = manifest.claims.iter().map(|claim| {
        let name = one_line(&named(&claim.competency, packet.frameworks));
        format!("  {name}: {} {}", tongue.level, claim.level)
    });
    section(&mut lines, tongue.claims, claims);
    let parts = manifest.artifacts.iter().zip(paths).enumerate();
    section(&mut lines, tongue.shows, parts.map(|(place, (part, path))| shown(place + 1, part, path.as_deref())));
    lines.extend([String::new(), tongue.what_is_what.to_owned(), String::new()]);
    lines.extend([format!("{}:", tongue.check), packet.submission.hash.clone()]);
    lines.join("\n")
}

fn section(lines: &mut Vec<String>, heading: &str, entries: impl Iterator<Item = String>) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        lines.extend([String::new(), format!("{heading}:")]);
        lines.extend(entries);
    }
}

fn made(tongue: &Tongue, made: &MadeWith) -> String {
    let named = |name: &str, words: &str| (!words.is_empty()).then(|| format!("{name} {}", one_line(words)));
    let ai = match made.ai {
        Some(true) if made.ai_how.is_empty() => Some(tongue.ai.to_owned()),
        Some(true) => Some(format!("{} ({})", tongue.ai, one_line(&made.ai_how))),
        Some(false) => Some(tongue.no_ai.to_owned()),
        None => None,
    };
    let alone = (made.alone == Some(true)).then(|| tongue.alone.to_owned());
    let help = (!made.help.is_empty()).then(|| format!("{}: {}", tongue.help, one_line(&made.help)));
    [alone, named(tongue.with, &made.with), help, ai].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn shown(number: usize, part: &Part, path: Option<&str>) -> String {
    let what = match (path, &part.link, &part.event) {
        (Some(path), _, _) => path.to_owned(),
        (None, Some(link), _) => joined(" ", [link.title.as_str(), &link.url]),
        (None, None, Some(event)) => done(event),
        (None, None, None) => String::new(),
    };
    format!("  {number}. {}", joined(" – ", [what.as_str(), &part.caption, &part.alt]))
}

fn done(event: &Event) -> String {
    let day = event.day.map(|day| day.to_string()).unwrap_or_default();
    joined(", ", [event.what.as_str(), &day, &event.place, &event.seen])
}

fn joined<const N: usize>(between: &str, words: [&str; N]) -> String {
    words.into_iter().filter(|words| !words.is_empty()).map(one_line).collect::<Vec<_>>().join(between)
}
