//! Commitments of a week and looking back on it, time spent, and a plan to catch up.

use chrono::NaiveDate;

use super::{Context, Refusal, Wording, said, set, written};
use crate::calendar::monday_of;
use crate::change::{Change, FieldValue};
use crate::date::format_instant;
use crate::entity::{EntityId, Kind};
use crate::intent::refusal::check_competency;
use crate::item_id::ItemId;
use crate::model::{CatchUp, Commitment, Outcome, Portfolio, Spent};

impl Portfolio {
    pub(super) fn commit(
        &self,
        week: NaiveDate,
        what: &str,
        competency: Option<&ItemId>,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        let what = needed(what, Wording::What)?;
        if let Some(competency) = competency {
            check_competency(competency, context.frameworks)?;
        }
        let fields = [
            (Commitment::WEEK, monday_of(week).into()),
            (Commitment::WHAT, what.into()),
            (Commitment::COMPETENCY, competency.into()),
            (Commitment::ADDED, format_instant(context.now).into()),
        ];
        Ok(vec![create(Kind::Commitment, fields, context)])
    }

    pub(super) fn say_outcome(&self, id: &EntityId, outcome: Option<Outcome>) -> Result<Vec<Change>, Refusal> {
        let before = self.commitment(id).filter(|commitment| commitment.standing.is_live());
        let before = before.ok_or_else(|| Refusal::NotThere { entity: id.clone() })?.outcome;
        let change = || set(id, Commitment::OUTCOME, outcome.map(Outcome::word));
        Ok(if before == outcome { Vec::new() } else { vec![change()] })
    }

    pub(super) fn drop_commitment(&self, id: &EntityId) -> Result<Vec<Change>, Refusal> {
        gone(id, self.commitment(id).is_some_and(|commitment| commitment.standing.is_live()))
    }

    pub(super) fn look_back(&self, week: NaiveDate, words: String) -> Result<Vec<Change>, Refusal> {
        let was = self.looked_back(week);
        written(&EntityId::week(monday_of(week)), Commitment::LOOK_BACK, Wording::Reflection, was, words)
    }

    pub(super) fn spend(
        &self,
        competency: &ItemId,
        day: NaiveDate,
        minutes: u32,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        check_competency(competency, context.frameworks)?;
        if day > context.today {
            return Err(Refusal::WorkInTheFuture { date: day, today: context.today });
        }
        if !(1..=Spent::MOST).contains(&minutes) {
            return Err(Refusal::NoTimeOfADay { minutes });
        }
        let fields = [
            (Spent::COMPETENCY, competency.into()),
            (Spent::DAY, day.into()),
            (Spent::MINUTES, u64::from(minutes).into()),
        ];
        Ok(vec![create(Kind::Spent, fields, context)])
    }

    pub(super) fn drop_spent(&self, id: &EntityId) -> Result<Vec<Change>, Refusal> {
        gone(id, self.spent().any(|spent| spent.id == *id))
    }

    pub(super) fn plan_catch_up(
        &self,
        helps: &str,
        who: &str,
        until: Option<NaiveDate>,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        let helps = needed(helps, Wording::Help)?;
        let who = who.trim();
        Wording::With.check(who)?;
        super::goals::check_due(until, context.today)?;
        if let Some(plan) = self.catch_up() {
            // Written again, it is the same plan.
            let mut changes = said(&plan.id, CatchUp::HELPS, &plan.helps, helps.to_owned());
            changes.extend(said(&plan.id, CatchUp::WHO, &plan.who, who.to_owned()));
            changes.extend(said(&plan.id, CatchUp::UNTIL, &plan.until, until));
            return Ok(changes);
        }
        let fields = [
            (CatchUp::HELPS, helps.into()),
            (CatchUp::WHO, who.into()),
            (CatchUp::UNTIL, until.into()),
            (CatchUp::WRITTEN, context.today.into()),
        ];
        Ok(vec![create(Kind::Plan, fields, context)])
    }

    pub(super) fn end_catch_up(&self, id: &EntityId) -> Result<Vec<Change>, Refusal> {
        gone(id, self.catch_up().is_some_and(|plan| plan.id == *id))
    }
}

/// Words without the space around them, of which there have to be some.
fn needed(words: &str, wording: Wording) -> Result<&str, Refusal> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Refusal::NoWords);
    }
    wording.check(words)?;
    Ok(words)
}

fn create<const N: usize>(kind: Kind, fields: [(&str, FieldValue); N], context: &mut Context<'_>) -> Change {
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Change::Create { entity: EntityId::random(kind, (context.fresh)()), fields }
}

fn gone(id: &EntityId, is_there: bool) -> Result<Vec<Change>, Refusal> {
    if is_there {
        Ok(vec![Change::Trash { entity: id.clone() }])
    } else {
        Err(Refusal::NotThere { entity: id.clone() })
    }
}
