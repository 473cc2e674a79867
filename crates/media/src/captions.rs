//! Captions (W3C, [WebVTT](https://www.w3.org/TR/webvtt1/)): which words are said when.
//!
//! Read strictly, and down to plain words: where a cue would stand and how it would look is left out, and so is what is no cue.

/// More cues than a film of a school day has.
const MOST_CUES: usize = 10_000;
/// More characters than anybody reads at once.
const MOST_WORDS: usize = 2_000;

/// Words that are said for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When they begin, in milliseconds from the start.
    pub from: u64,
    /// When they end, in milliseconds from the start, and later than they begin.
    pub to: u64,
    /// The words, with the name of who says them before them, if it is given. They hold no markup.
    pub words: String,
}

/// The cues of a file of captions, the first first. Nothing of what is no such file, or holds none.
#[must_use]
pub fn read(text: &str) -> Option<Vec<Cue>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let after = text.strip_prefix("WEBVTT")?;
    if !after.is_empty() && !after.starts_with([' ', '\t', '\n']) {
        return None;
    }
    let blocks = text.split("\n\n").skip(1).map(|block| block.trim_matches('\n'));
    let mut cues: Vec<Cue> = blocks.filter_map(cue).take(MOST_CUES).collect();
    cues.sort_by_key(|cue| cue.from);
    (!cues.is_empty()).then_some(cues)
}

/// A block that has a line of times, and nothing but a name before it.
fn cue(block: &str) -> Option<Cue> {
    const ARROW: &str = "-->";
    let mut lines = block.lines();
    let first = lines.next()?;
    let times = if first.contains(ARROW) { first } else { lines.next()? };
    let (from, rest) = times.split_once(ARROW)?;
    let (from, to) = (instant(from.trim())?, instant(rest.split_whitespace().next()?)?);
    let words = plain(&lines.collect::<Vec<_>>().join("\n"));
    (from < to && !words.is_empty()).then_some(Cue { from, to, words })
}

/// `1:02:03.450` or `02:03.450` in milliseconds.
fn instant(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once('.')?;
    let (rest, seconds) = clock.rsplit_once(':')?;
    let (hours, minutes) = rest.split_once(':').unwrap_or(("0", rest));
    let (hours, minutes, seconds) = (digits(hours, 1..=4)?, digits(minutes, 2..=2)?, digits(seconds, 2..=2)?);
    let thousandths = digits(thousandths, 3..=3)?;
    (minutes < 60 && seconds < 60).then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

/// A number with as many digits as `count` says, and nothing else.
fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<u64> {
    let is_number = count.contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// What a cue says, without its tags: of a voice, `<v Ana>`, the name stays.
fn plain(marked: &str) -> String {
    let mut words = String::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, mark) = rest.split_at(at);
        words.push_str(before);
        let (said, after) = if mark.starts_with('<') { tag(mark) } else { reference(mark) };
        words.push_str(&said);
        rest = after;
    }
    words.push_str(rest);
    words.trim().chars().take(MOST_WORDS).collect()
}

/// What a tag stands for, and what comes after it. One that does not end hides all that follows, as in a browser.
fn tag(mark: &str) -> (String, &str) {
    let inside = mark.trim_start_matches('<');
    let (tag, after) = inside.split_once('>').unwrap_or((inside, ""));
    let voice = tag.strip_prefix('v').and_then(|rest| rest.split_once([' ', '\t']));
    // Classes stand between the letter and the name: `<v.loud Ana>`.
    let name = voice.filter(|(classes, _)| classes.is_empty() || classes.starts_with('.')).map(|(_, name)| name.trim());
    (name.filter(|name| !name.is_empty()).map(|name| format!("{name}: ")).unwrap_or_default(), after)
}

/// The character that a reference such as `&lt;` means, and what comes after it; what means none is itself.
fn reference(mark: &str) -> (String, &str) {
    const MEANT: [(&str, &str); 6] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&lrm;", "\u{200e}"),
        ("&rlm;", "\u{200f}"),
    ];
    let meant = MEANT.iter().find_map(|(name, meant)| Some((*meant, mark.strip_prefix(name)?)));
    let (meant, after) = meant.unwrap_or(("&", mark.trim_start_matches('&')));
    (meant.to_owned(), after)
}

#[cfg(test)]
mod tests {
    use super::{Cue, read};

    fn cue(from: u64, to: u64, words: &str) -> Cue {
        Cue { from, to, words: words.to_owned() }
    }

    #[test]
    fn cues_are_read_in_the_order_of_time_and_without_their_looks() {
        let text = "\u{feff}WEBVTT - beans\r\nKind: captions\r\n\r\nNOTE by Ana\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n\
            second\r\n01:02:03.004 --> 01:02:05.000 align:start line:10%\r\n<v.loud Ana>Look!</v>\r\n<i>Two</i> leaves\r\n\r\n\r\n\
            00:01.000 --> 00:02.500\r\nfish &amp; chips &lt; &unknown;";
        let expected =
            [cue(1_000, 2_500, "fish & chips < &unknown;"), cue(3_723_004, 3_725_000, "Ana: Look!\nTwo leaves")];
        assert_eq!(read(text).expect("captions"), expected);
    }

    #[test]
    fn what_is_no_file_of_captions_is_none() {
        for text in [
            "",
            "WEBVTTX\n\n00:01.000 --> 00:02.000\nx",
            "1\n00:00:01,000 --> 00:00:02,000\nsubrip",
            "WEBVTT\n\nno times",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_cue_with_wrong_times_or_no_words_is_left_out() {
        let wrong = ["00:02.000 --> 00:01.000\nbackwards", "00:61.000 --> 02:00.000\nx", "0:01.000 --> 00:02.000\nx"];
        let empty = ["00:01.000 --> 00:02.000\n<i></i>", "00:01.000 --> 00:02.000", "00:01.00 --> 00:02.000\nx"];
        for block in wrong.into_iter().chain(empty) {
            let text = format!("WEBVTT\n\n{block}\n\n00:05.000 --> 00:06.000\nkept");
            assert_eq!(read(&text).expect("captions"), [cue(5_000, 6_000, "kept")], "{block:?}");
        }
    }

    #[test]
    fn markup_never_stays_markup() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<img src=x onerror=alert(1)>hi<script>x</script> a<b";
        assert_eq!(read(text).expect("captions"), [cue(1_000, 2_000, "hix a")]);
    }
}
