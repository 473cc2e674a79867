//! Pictures in a text: `![what is on it](photo.png)` names a file of the same piece. The same line shows the picture in any other
//! program, too, when the file lies beside the text.

pub use crate::blocks::pictures as inserted;

/// A name that is not among `taken`: `image.png`, then `image-2.png`.
pub fn free_name(name: &str, taken: &[String]) -> String {
    let (stem, ending) =
        name.rfind('.').filter(|dot| *dot > 0).and_then(|dot| name.split_at_checked(dot)).unwrap_or((name, ""));
    let others = (2..).map(|number: u32| format!("{stem}-{number}{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(others);
    names.find(|name| !taken.contains(name)).unwrap_or_else(|| name.to_owned())
}

/// How a text names the picture in the file `name`, with words for who does not see it.
pub fn reference(name: &str, words: &str) -> String {
    format!("![{words}]({})", destination(name))
}

/// Whether `address`, as a text has it, is the file `name`.
pub fn names(address: &str, name: &str) -> bool {
    address == name || decoded(address) == name.as_bytes()
}

/// A name as the format takes it: as it is where it can be, else between angle brackets.
fn destination(name: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    if !name.is_empty() && name.chars().all(is_plain) {
        return name.to_owned();
    }
    let is_encoded = name.contains(char::is_control);
    let letters = name.chars().map(|letter| match letter {
        // No line ends within an address.
        control if control.is_control() => percent(control),
        '%' if is_encoded => percent('%'),
        '<' | '>' | '\\' | '&' => format!("\\{letter}"),
        letter => letter.to_string(),
    });
    format!("<{}>", letters.collect::<String>())
}

fn percent(letter: char) -> String {
    let mut bytes = [0; 4];
    letter.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The bytes that percent signs stand for; what stands for none is itself.
fn decoded(address: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match byte.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}
