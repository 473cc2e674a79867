//! Any bytes are read as text, a name, a cell and JSON, and none of them does harm as what it becomes.

use interchange::names::{is_invisible, safe_name};
use interchange::{csv, json, text};

pub fn read(input: &[u8]) {
    let decoded = text::decode(input);
    let words = decoded.text.as_ref();
    drop(json::parse(words));

    let name = safe_name(words);
    assert!(!name.is_empty() && !name.contains(['/', '\\', '\0']) && !name.starts_with('.'));
    assert!(!name.chars().any(is_invisible));

    let table = csv::table(["cell"], [[words.to_owned()]]);
    let cell = table.split_once("\r\n").or(table.split_once('\n')).expect("a row").1;
    assert!(!cell.strip_prefix('"').unwrap_or(cell).starts_with(['=', '+', '@']), "{cell:?} is a formula");
}

pub fn seeds() -> Vec<Vec<u8>> {
    let texts: [&[u8]; 6] = [
        "Grüße, 日本, 👩🏽‍🔬".as_bytes(),
        b"\xff\xfeh\0i\0",
        b"caf\xe9",
        b"=HYPERLINK(\"http://a.invalid\")",
        b"{\"a\":[1.5e3,null,true,\"\\u00e9\\n\"]}",
        "../con.txt\u{202e}gpj.exe".as_bytes(),
    ];
    texts.map(<[u8]>::to_vec).to_vec()
}
