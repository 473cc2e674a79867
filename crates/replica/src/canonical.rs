//! The state as text that every reader spells alike, and its hash. `docs/format.md` states it for strangers.

use sha2::{Digest, Sha256};

use crate::id::OpId;
use crate::op::Op;
use crate::state::State;
use crate::state::dump::{Piece, Slot};
use crate::value::Value;

/// The first line, so that another canonical form can never be taken for this one.
const HEADING: &str = "cairn1 state\n";

/// The SHA-256 of the canonical text of a state: equal for two replicas exactly when they mean the same.
pub fn fingerprint(state: &State) -> [u8; 32] {
    let mut hash = Sha256::new();
    for_each_line(state, &mut |line| hash.update(line));
    hash.finalize().into()
}

/// The canonical text itself, for readers that compare and people who look for a difference.
pub fn canonical(state: &State) -> Vec<u8> {
    let mut text = Vec::new();
    for_each_line(state, &mut |line| text.extend_from_slice(line));
    text
}

/// One line at a time: ten years of work are 17 MB of text, which nobody needs at once.
fn for_each_line(state: &State, visit: &mut dyn FnMut(&[u8])) {
    visit(HEADING.as_bytes());
    let mut line = Vec::new();
    state.for_each_piece(&mut |piece| {
        line.clear();
        write_piece(&mut line, &piece);
        line.push(b'\n');
        visit(&line);
    });
}

fn write_piece(out: &mut Vec<u8>, piece: &Piece<'_>) {
    match piece {
        Piece::Purged { entity } => write_list(out, &[&"purged", entity]),
        Piece::Field(slot) => write_slot(out, "field", slot),
        Piece::Set(slot) => write_slot(out, "set", slot),
        Piece::Trash { entity, trash } => {
            let heads: Vec<_> = trash.heads.iter().map(|head| (head.id, &head.value)).collect();
            write_list(out, &[&"trash", entity, &heads, &&*trash.dead]);
        }
        Piece::Unknown(Op { id, kind, entity, field, value, supersedes }) => {
            write_list(out, &[&"op", id, &kind.as_str(), entity, field, value, supersedes]);
        }
    }
}

fn write_slot(out: &mut Vec<u8>, word: &str, Slot { entity, field, register }: &Slot<'_>) {
    let heads: Vec<_> = register.heads.iter().map(|head| (head.id, &head.value)).collect();
    write_list(out, &[&word, entity, field, &heads, &&*register.dead]);
}

fn write_list(out: &mut Vec<u8>, items: &[&dyn Write]) {
    out.push(b'[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        item.write(out);
    }
    out.push(b']');
}

/// JSON in its one spelling: no blanks, keys ascending by code point, only what must be escaped escaped.
trait Write {
    fn write(&self, out: &mut Vec<u8>);
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, out: &mut Vec<u8>) {
        (**self).write(out);
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, out: &mut Vec<u8>) {
        let items: Vec<_> = self.iter().map(|item| item as &dyn Write).collect();
        write_list(out, &items);
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_slice().write(out);
    }
}

impl<T: Write> Write for (OpId, T) {
    fn write(&self, out: &mut Vec<u8>) {
        write_list(out, &[&self.0, &self.1]);
    }
}

impl Write for OpId {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        out.extend_from_slice(self.to_string().as_bytes());
        out.push(b'"');
    }
}

impl Write for String {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_str().write(out);
    }
}

impl Write for str {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        let mut rest = self.as_bytes();
        // Words have few letters to escape: copy what lies between them at once.
        while let Some(place) = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\')) {
            let (plain, tail) = rest.split_at(place);
            out.extend_from_slice(plain);
            if let Some((byte, tail)) = tail.split_first() {
                escape(*byte, out);
                rest = tail;
            }
        }
        out.extend_from_slice(rest);
        out.push(b'"');
    }
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => return out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
    };
    out.extend_from_slice(&[b'\\', short]);
}

impl Write for Value {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(bool) => out.extend_from_slice(if *bool { b"true" } else { b"false" }),
            Self::Int(int) => out.extend_from_slice(int.to_string().as_bytes()),
            Self::Text(text) => text.write(out),
            Self::List(list) => list.write(out),
            Self::Map(map) => {
                out.push(b'{');
                for (place, (name, value)) in map.iter().enumerate() {
                    if place > 0 {
                        out.push(b',');
                    }
                    name.write(out);
                    out.push(b':');
                    value.write(out);
                }
                out.push(b'}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::WriterId;
    use crate::op::Kind;

    fn id(lamport: u64) -> OpId {
        OpId { lamport, writer: WriterId(10), index: 0 }
    }

    fn op(lamport: u64, kind: Kind, entity: &str, field: &str, value: impl Into<Value>, supersedes: &[OpId]) -> Op {
        let (entity, field) = (entity.to_owned(), field.to_owned());
        Op { id: id(lamport), kind, entity, field, value: value.into(), supersedes: supersedes.to_vec() }
    }

    #[test]
    fn the_text_is_as_documented() {
        let mut state = State::default();
        for op in [
            op(1, Kind::Set, "evidence:b", "title", "A \"bridge\"\n\u{1}é", &[]),
            op(2, Kind::Set, "evidence:b", "title", "Other", &[]),
            op(3, Kind::Add, "learner", "interests", "water", &[]),
            op(4, Kind::Remove, "learner", "interests", "water", &[id(3)]),
            op(5, Kind::Trash, "evidence:b", "", Value::Null, &[id(2), id(1)]),
            op(6, Kind::Purge, "", "", Value::List(vec!["evidence:a".into()]), &[]),
            op(
                7,
                Kind::Other("sing".into()),
                "song:a",
                "verse",
                Value::Map([("n".into(), Value::Int(-1))].into()),
                &[id(9)],
            ),
        ] {
            state.apply(&op);
        }
        let text = String::from_utf8(canonical(&state)).unwrap();
        let expected = r#"cairn1 state
["purged","evidence:a"]
["field","evidence:b","title",[["1.000000000000000a.0","A \"bridge\"\n\u0001é"],["2.000000000000000a.0","Other"]],[]]
["trash","evidence:b",[["5.000000000000000a.0",["1.000000000000000a.0","2.000000000000000a.0"]]],["1.000000000000000a.0","2.000000000000000a.0"]]
["set","learner","interests",[],["3.000000000000000a.0"]]
["op","7.000000000000000a.0","sing","song:a","verse",{"n":-1},["9.000000000000000a.0"]]
"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn nothing_is_not_told_from_having_been_asked_for() {
        let mut state = State::default();
        state.apply(&op(1, Kind::Remove, "learner", "interests", "water", &[]));
        state.apply(&op(2, Kind::Restore, "learner", "", Value::Null, &[]));
        assert_eq!(fingerprint(&state), fingerprint(&State::default()));
    }
}
