//! Any text is read as captions: each cue lasts a while, and they stand in the order of time.

use media::captions;

pub fn read(input: &[u8]) {
    let Some(cues) = captions::read(&String::from_utf8_lossy(input)) else { return };
    assert!(!cues.is_empty() && cues.is_sorted_by_key(|cue| cue.from));
    for cue in cues {
        assert!(cue.from < cue.to && !cue.words.trim().is_empty());
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let texts = [
        "WEBVTT\n\n1\n00:01.000 --> 00:02.500 line:0\n<v Ana>Look, <i>two</i> leaves &amp; a bud",
        "WEBVTT - beans\r\n\r\nNOTE x\r\n\r\n01:00:00.000 --> 01:00:01.000\r\n&lt;b&gt;",
    ];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}
