//! A learner at two devices.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use ledger::{Ledger, LedgerError, Outcome, Place};
use portfolio::framework::{ChildLink, FrameworkSource, ItemSource};
use portfolio::intent::{NewArtifact, NewEvidence, NewFramework};
use portfolio::model::{Content, Link, Origin, StoredFile};
use portfolio::{Context, Framework, Frameworks, Intent, ItemId, Level};
use replica::segment::{self, Header, Segment};
use replica::{DeviceId, Hash, Op, RootId, WriterId};

pub const ROOT: RootId = RootId([1; 16]);

/// A device, its ledger, and what it has stored.
pub struct Device {
    pub ledger: Ledger,
    pub id: DeviceId,
    /// Rows that no segment holds.
    pub tail: Vec<Op>,
    pub segments: Vec<Segment>,
    pub now: DateTime<Utc>,
    ids: u128,
    frameworks: Frameworks,
}

pub fn competency(name: &str) -> ItemId {
    ItemId::new(name).unwrap()
}

pub fn level(text: &str) -> Level {
    text.parse().unwrap()
}

impl Device {
    pub fn new(number: u8) -> Self {
        let (id, writer) = (DeviceId([number; 10]), WriterId(number.into()));
        let mut ledger = Ledger::new(writer);
        ledger.note_writers(id, &[writer]);
        let items = ["m1", "m2", "m3"];
        let source = FrameworkSource {
            id: "f".repeat(64),
            items: items.map(|id| ItemSource::new(competency(id), "I can do it")).into(),
            children: items.map(|id| ChildLink { parent: None, child: competency(id), sequence: None }).into(),
            ..FrameworkSource::default()
        };
        Self {
            ledger,
            id,
            tail: vec![],
            segments: vec![],
            now: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
            ids: u128::from(number) << 64,
            frameworks: Frameworks::new(vec![Arc::new(Framework::build(source, None))]),
        }
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    pub fn try_act(&mut self, intent: Intent) -> Result<Outcome, LedgerError> {
        self.now += TimeDelta::seconds(10);
        let (now, today) = (self.now, self.today());
        let mut fresh = || {
            self.ids += 1;
            self.ids
        };
        let mut context = Context { now, today, fresh: &mut fresh, frameworks: &self.frameworks };
        let outcome = self.ledger.perform(intent, &mut context)?;
        self.store(&outcome);
        Ok(outcome)
    }

    pub fn act(&mut self, intent: Intent) -> Outcome {
        self.try_act(intent).unwrap()
    }

    pub fn undo(&mut self, outcome: Outcome) -> Outcome {
        let outcome = self.ledger.undo(outcome.undo, self.now).unwrap();
        self.store(&outcome);
        outcome
    }

    pub fn store(&mut self, outcome: &Outcome) {
        self.tail.retain(|op| Some(op.id) != outcome.replaced);
        self.tail.extend(outcome.ops.iter().cloned());
    }

    /// Freezes the tail.
    pub fn freeze(&mut self) {
        let (written, last) = (self.segments.len() as u32, self.segments.last().map(|segment| segment.hash));
        let place = Place { root: ROOT, device: self.id, written, last };
        let mut freezer = self.ledger.freeze(std::mem::take(&mut self.tail), place);
        while let Some(lines) = freezer.draft().unwrap() {
            self.segments.extend(freezer.accept(segment::compress(&lines).unwrap()).unwrap());
        }
    }

    /// Takes every segment of another device, as from a backend.
    pub fn pull(&mut self, other: &Self) {
        for segment in &other.segments {
            segment.name.verify(&segment.gzip).unwrap();
            let (header, ops) = read(segment);
            self.ledger.admit(&header, &[ROOT], other.id, &segment.name).unwrap();
            self.ledger.merge_segment(&header, ops);
        }
    }

    pub fn fingerprint(&self) -> Hash {
        Hash(replica::fingerprint(self.ledger.state()))
    }
}

pub fn read(segment: &Segment) -> (Header, Vec<Op>) {
    segment::parse(&segment::inflate(&segment.gzip).unwrap()).unwrap()
}

pub fn exchange(one: &mut Device, other: &mut Device) {
    one.freeze();
    other.freeze();
    one.pull(other);
    other.pull(one);
}

fn file(name: &str) -> StoredFile {
    let hash = "5".repeat(64);
    StoredFile { name: name.into(), media_type: "image/png".into(), size: 9, hash: hash.clone(), chunks: vec![hash] }
}

pub fn framework() -> Intent {
    Intent::AdoptFramework(NewFramework {
        package: "f".repeat(64),
        title: "Ours".into(),
        file: file("ours.json"),
        depth: None,
        proficient: Vec::new(),
        origin: Origin::Bundled,
        replaces: Vec::new(),
    })
}

pub fn picture() -> NewArtifact {
    NewArtifact {
        caption: "A picture".into(),
        alt: "My bridge".into(),
        ..NewArtifact::of(Content::File(file("a.png")))
    }
}

pub fn link() -> NewArtifact {
    let link = Link { url: "https://example.org/".into(), title: "Read this".into() };
    NewArtifact::of(Content::Link(link))
}

pub fn piece(title: &str, date: NaiveDate) -> Intent {
    Intent::AddEvidence(NewEvidence {
        title: title.into(),
        text: "I built a bridge.\n\n*It held.*".into(),
        reflection: "Next time with ñ and 🪨".into(),
        claims: vec![(competency("m1"), level("2.5"))],
        artifacts: vec![picture(), link()],
        tags: ["wood".to_owned()].into(),
        ..NewEvidence::on(date)
    })
}
