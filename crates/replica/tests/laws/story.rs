//! Stories: three devices of one learner that work apart, hear from each other now and then, and undo, trash and purge.

use std::collections::BTreeMap;
use std::fmt;

use proptest::prelude::*;
use replica::{Edit, Kind, Op, PART_OF, Stamper, State, Value, WriterId};

const DEVICES: usize = 3;
const WHOLES: [&str; 3] = ["evidence:a", "evidence:b", "goal:first:water"];
const PARTS: [(&str, &str); 3] =
    [("artifact:1", "evidence:a"), ("artifact:2", "evidence:a"), ("artifact:3", "evidence:b")];
const FIELDS: [&str; 2] = ["title", "text"];

/// What a device does next.
#[derive(Clone, Copy, Debug)]
enum Act {
    Create {
        whole: usize,
        word: u8,
    },
    CreatePart {
        part: usize,
        word: u8,
    },
    Write {
        entity: usize,
        field: usize,
        word: u8,
    },
    /// Goes on writing where it last wrote, which may replace the last op.
    Type {
        word: u8,
    },
    Add {
        whole: usize,
        word: u8,
    },
    Remove {
        whole: usize,
        word: u8,
    },
    Trash {
        entity: usize,
    },
    Restore {
        entity: usize,
    },
    Purge {
        whole: usize,
    },
    /// A kind of op that a newer app knows.
    Sing {
        entity: usize,
        word: u8,
    },
    Undo,
    Hear {
        from: usize,
    },
}

/// What happened, from every side that a law looks at.
#[derive(Clone)]
pub struct Story {
    /// The set of ops: what the devices' logs hold in the end.
    pub ops: Vec<Op>,
    /// What each device folded, in the order it did, with the ops that its typing replaced.
    pub lives: Vec<Vec<Op>>,
    /// One act that was undone at once, if the story has one.
    pub undone: Option<Undone>,
    /// Where a law's own choices come from.
    pub seed: u64,
}

/// The ops of one device before an act, and after the act and its undoing.
#[derive(Clone)]
pub struct Undone {
    pub before: Vec<Op>,
    pub after: Vec<Op>,
}

/// As lines of JSON, which a person can follow.
impl fmt::Debug for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut show = |what: &str, ops: &[Op]| {
            writeln!(f, "\n{what}:")?;
            ops.iter().try_for_each(|op| writeln!(f, "  {}", op.to_json().unwrap()))
        };
        show("ops", &self.ops)?;
        self.lives.iter().try_for_each(|life| show("life", life))?;
        if let Some(Undone { before, after }) = &self.undone {
            show("before the act", before)?;
            show("after its undoing", after)?;
        }
        writeln!(f, "seed: {}", self.seed)
    }
}

/// Stories of up to 40 acts.
pub fn stories() -> impl Strategy<Value = Story> {
    (prop::collection::vec((0..DEVICES, acts()), 1..40), any::<prop::sample::Index>(), any::<u64>())
        .prop_map(|(acts, undone, seed)| tell(acts, undone, seed))
}

fn acts() -> impl Strategy<Value = Act> {
    let entity = 0..WHOLES.len() + PARTS.len();
    let word = 0..4_u8;
    prop_oneof![
        3 => (0..WHOLES.len(), word.clone()).prop_map(|(whole, word)| Act::Create { whole, word }),
        3 => (0..PARTS.len(), word.clone()).prop_map(|(part, word)| Act::CreatePart { part, word }),
        4 => (entity.clone(), 0..FIELDS.len(), word.clone())
            .prop_map(|(entity, field, word)| Act::Write { entity, field, word }),
        4 => word.clone().prop_map(|word| Act::Type { word }),
        2 => (0..WHOLES.len(), word.clone()).prop_map(|(whole, word)| Act::Add { whole, word }),
        2 => (0..WHOLES.len(), word.clone()).prop_map(|(whole, word)| Act::Remove { whole, word }),
        4 => entity.clone().prop_map(|entity| Act::Trash { entity }),
        2 => entity.clone().prop_map(|entity| Act::Restore { entity }),
        1 => (0..WHOLES.len()).prop_map(|whole| Act::Purge { whole }),
        1 => (entity, word).prop_map(|(entity, word)| Act::Sing { entity, word }),
        2 => Just(Act::Undo),
        5 => (0..DEVICES).prop_map(|from| Act::Hear { from }),
    ]
}

struct Device {
    state: State,
    stamper: Stamper,
    /// What it would put into segments.
    log: Vec<Op>,
    life: Vec<Op>,
    undo: Vec<Edit>,
    /// The op that typing may still replace, and where it was.
    typing: Option<Op>,
}

impl Device {
    fn new(number: usize) -> Self {
        let stamper = Stamper::new(WriterId(number as u64 + 1));
        Self { state: State::default(), stamper, log: vec![], life: vec![], undo: vec![], typing: None }
    }

    fn fold(&mut self, op: Op) {
        self.state.apply(&op);
        self.life.push(op.clone());
        self.log.push(op);
    }

    fn perform(&mut self, edit: Edit) {
        let undo = self.state.inverse(&edit);
        if let Ok(op) = self.state.stamp(&mut self.stamper, edit) {
            self.typing = (op.kind == Kind::Set).then(|| op.clone());
            self.fold(op);
            self.undo = undo;
        }
    }

    fn type_on(&mut self, word: Value) {
        let Some(last) = self.typing.take() else { return };
        let edit = Edit::Set { entity: last.entity.clone(), field: last.field.clone(), value: word };
        let Ok(op) = self.state.stamp(&mut self.stamper, edit) else { return };
        let op = op.replacing(&last).unwrap();
        self.log.retain(|kept| kept.id != last.id);
        self.typing = Some(op.clone());
        self.fold(op);
    }

    fn sing(&mut self, entity: String, value: Value) {
        let edit = Edit::Set { entity, field: "verse".into(), value };
        if let Ok(op) = self.state.stamp(&mut self.stamper, edit) {
            self.fold(Op { kind: Kind::Other("sing".into()), ..op });
            (self.undo, self.typing) = (vec![], None);
        }
    }

    fn undo(&mut self) {
        self.typing = None;
        for edit in std::mem::take(&mut self.undo) {
            self.stamper.begin(&self.state);
            // It may have been purged meanwhile.
            if let Ok(op) = self.state.stamp(&mut self.stamper, edit) {
                self.fold(op);
            }
        }
    }

    fn hear(&mut self, log: &[Op]) {
        let known: Vec<_> = self.log.iter().map(|op| op.id).collect();
        log.iter().filter(|op| !known.contains(&op.id)).for_each(|op| self.fold(op.clone()));
    }
}

fn tell(acts: Vec<(usize, Act)>, undone_at: prop::sample::Index, seed: u64) -> Story {
    let mut devices: Vec<_> = (0..DEVICES).map(Device::new).collect();
    let undone_at = undone_at.index(acts.len());
    let mut undone = None;
    for (place, (device, act)) in acts.into_iter().enumerate() {
        let before = devices[device].log.clone();
        let is_reversible = !matches!(act, Act::Hear { .. } | Act::Type { .. } | Act::Undo | Act::Purge { .. });
        play(&mut devices, device, act);
        if place == undone_at && is_reversible && devices[device].log.len() > before.len() {
            devices[device].undo();
            undone = Some(Undone { before, after: devices[device].log.clone() });
        }
    }
    let mut ops: BTreeMap<_, _> = BTreeMap::new();
    ops.extend(devices.iter().flat_map(|device| &device.log).map(|op| (op.id, op.clone())));
    let ops: Vec<_> = ops.into_values().collect();
    devices.iter_mut().for_each(|device| device.hear(&ops));
    Story { ops, lives: devices.into_iter().map(|device| device.life).collect(), undone, seed }
}

fn play(devices: &mut [Device], device: usize, act: Act) {
    if let Act::Hear { from } = act {
        let log = devices[from].log.clone();
        // What somebody else has read is frozen.
        devices[from].typing = None;
        devices[device].hear(&log);
        return;
    }
    let device = &mut devices[device];
    device.stamper.begin(&device.state);
    match act {
        Act::Create { whole, word } => {
            let fields = FIELDS.map(|field| (field.to_owned(), value(word))).into();
            device.perform(Edit::Create { entity: WHOLES[whole].into(), fields });
        }
        Act::CreatePart { part, word } => {
            let (entity, whole) = PARTS[part];
            let fields = [(PART_OF.into(), whole.into()), ("title".into(), value(word))].into();
            device.perform(Edit::Create { entity: entity.into(), fields });
        }
        Act::Write { entity, field, word } => {
            device.perform(Edit::Set { entity: any_entity(entity), field: FIELDS[field].into(), value: value(word) });
        }
        Act::Type { word } => device.type_on(value(word)),
        Act::Add { whole, word } => {
            device.perform(Edit::Add { entity: WHOLES[whole].into(), field: "tags".into(), value: value(word) });
        }
        Act::Remove { whole, word } => {
            device.perform(Edit::Remove { entity: WHOLES[whole].into(), field: "tags".into(), value: value(word) });
        }
        Act::Trash { entity } => device.perform(Edit::Trash { entity: any_entity(entity) }),
        Act::Restore { entity } => device.perform(Edit::Restore { entity: any_entity(entity) }),
        Act::Purge { whole } => device.perform(Edit::Purge { entities: vec![WHOLES[whole].into()] }),
        Act::Sing { entity, word } => device.sing(any_entity(entity), value(word)),
        Act::Undo => device.undo(),
        Act::Hear { .. } => {}
    }
}

fn any_entity(number: usize) -> String {
    let parts = PARTS.iter().map(|(part, _)| part);
    WHOLES.iter().chain(parts).nth(number).map(|id| (*id).to_owned()).unwrap()
}

fn value(word: u8) -> Value {
    Value::Text(format!("word {word}"))
}
