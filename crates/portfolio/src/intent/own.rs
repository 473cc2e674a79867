//! Competencies of the learner's own: written, rewritten, put away and taken back.

use super::tags::distinct;
use super::{Context, Refusal, Wording, add, remove};
use crate::change::Change;
use crate::entity::EntityId;
use crate::item_id::ItemId;
use crate::model::{Own, OwnWords, Portfolio};

impl Portfolio {
    pub(super) fn write_own(&self, words: &OwnWords, context: &mut Context<'_>) -> Result<Vec<Change>, Refusal> {
        let words = checked(words)?;
        let entity = EntityId::own(&ItemId::uuid((context.fresh)(), 4));
        let tags = words.interests.iter().map(|tag| add(&entity, OwnWords::INTERESTS, tag.as_str()));
        let tags: Vec<Change> = tags.collect();
        let fields = Own::fields(&words, context.now);
        Ok([Change::Create { entity, fields }].into_iter().chain(tags).collect())
    }

    /// Only what reads differently is written.
    pub(super) fn rewrite_own(&self, competency: &ItemId, words: &OwnWords) -> Result<Vec<Change>, Refusal> {
        let Own { id, words: was, .. } = self.own_in_use(competency)?;
        let (words, before) = (checked(words)?, was.fields());
        let fields = words.fields().into_iter().filter(|(field, value)| before.get(field) != Some(value));
        let fields = fields.map(|(field, value)| Change::Set { entity: id.clone(), field, value });
        let gone = was.interests.difference(&words.interests).map(|tag| remove(id, OwnWords::INTERESTS, tag.as_str()));
        let new = words.interests.difference(&was.interests).map(|tag| add(id, OwnWords::INTERESTS, tag.as_str()));
        Ok(fields.chain(gone).chain(new).collect())
    }

    /// It goes off its pathways, too. Claims and evidence stay.
    pub(super) fn put_away_own(&self, competency: &ItemId) -> Result<Vec<Change>, Refusal> {
        let entity = self.own_in_use(competency)?.id.clone();
        let goals = self.goals_for(competency).map(|goal| Change::Trash { entity: goal.id.clone() });
        Ok(goals.chain([Change::Trash { entity }]).collect())
    }

    pub(super) fn take_back_own(&self, competency: &ItemId) -> Result<Vec<Change>, Refusal> {
        let entity = EntityId::own(competency);
        match self.own(competency) {
            Some(own) if !own.standing.is_live() => Ok(vec![Change::Restore { entity }]),
            Some(_) => Err(Refusal::NotInTrash { entity }),
            None => Err(Refusal::NotThere { entity }),
        }
    }

    fn own_in_use(&self, competency: &ItemId) -> Result<&Own, Refusal> {
        let entity = EntityId::own(competency);
        match self.own(competency) {
            Some(own) if own.standing.is_live() => Ok(own),
            Some(_) => Err(Refusal::InTrash { entity }),
            None => Err(Refusal::NotThere { entity }),
        }
    }
}

/// Words without the space around them, within their limits.
fn checked(words: &OwnWords) -> Result<OwnWords, Refusal> {
    let trimmed = |words: &str, wording: Wording| {
        let words = words.trim();
        wording.check(words).map(|()| words.to_owned())
    };
    let words = OwnWords {
        statement: trimmed(&words.statement, Wording::Statement)?,
        name: trimmed(&words.name, Wording::Title)?,
        subject: trimmed(&words.subject, Wording::Tag)?,
        interests: distinct(&words.interests)?.into_iter().map(str::to_owned).collect(),
        size: words.size,
        levels: {
            let [one, two, three, four] = &words.levels;
            let level = |words: &str| trimmed(words, Wording::Statement);
            [level(one)?, level(two)?, level(three)?, level(four)?]
        },
    };
    if words.statement.is_empty() { Err(Refusal::NoWords) } else { Ok(words) }
}
