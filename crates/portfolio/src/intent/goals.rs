//! Choosing, ordering and dating goals.

use chrono::NaiveDate;

use super::refusal::check_competency;
use super::{Context, NewGoal, Place, Refusal, add, remove, set};
use crate::change::Change;
use crate::entity::EntityId;
use crate::fields::Standing;
use crate::level::Level;
use crate::levels;
use crate::model::{DueMove, Goal, Portfolio};
use crate::order;

impl Portfolio {
    /// At the end of a pathway.
    pub(super) fn choose(
        &self,
        pathway: &EntityId,
        goal: &NewGoal,
        context: &Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        self.walked_pathway(pathway)?;
        let goals = self.goals_on(pathway);
        let last = goals.last().map_or("", |goal| goal.order.as_str());
        self.begin_goal(pathway, goal, order::after(last), context)
    }

    /// A goal that is new, or was dropped and starts anew.
    pub(super) fn begin_goal(
        &self,
        pathway: &EntityId,
        NewGoal { competency, aim, due }: &NewGoal,
        order: String,
        context: &Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        check_competency(competency, context.frameworks)?;
        check_aim(*aim)?;
        check_due(*due, context.today)?;
        let id = EntityId::goal(pathway, competency);
        let before = self.goal(&id);
        if before.is_some_and(|goal| goal.standing.is_live()) {
            return Err(Refusal::AlreadyChosen { goal: id });
        }
        let mut changes = Vec::new();
        if let Some(before) = before {
            changes.push(Change::Restore { entity: id.clone() });
            changes.extend(before.moves.iter().map(|moved| remove(&id, Goal::MOVES, moved.to_value())));
        }
        let goal = Goal {
            id: id.clone(),
            pathway: pathway.clone(),
            competency: competency.clone(),
            order,
            aim: *aim,
            due: *due,
            chosen: context.today,
            start: levels::held(self, competency).map_or(Level::ZERO, |held| held.level),
            moves: Vec::new(),
            standing: Standing::Live,
        };
        changes.push(Change::Create { entity: id.clone(), fields: goal.fields() });
        if due.is_some() {
            changes.push(add(&id, Goal::MOVES, DueMove { day: context.today, due: *due }.to_value()));
        }
        Ok(changes)
    }

    pub(super) fn drop_goal(&self, goal: &EntityId) -> Result<Vec<Change>, Refusal> {
        self.chosen(goal)?;
        Ok(vec![Change::Trash { entity: goal.clone() }])
    }

    pub(super) fn move_goal(&self, goal: &EntityId, to: &Place) -> Result<Vec<Change>, Refusal> {
        let goals = self.goals_on(&self.chosen(goal)?.pathway);
        let list: Vec<(&EntityId, &str)> = goals.iter().map(|goal| (&goal.id, goal.order.as_str())).collect();
        moved(&list, goal, to, Goal::ORDER)
    }

    pub(super) fn set_aim(&self, goal: &EntityId, aim: Level) -> Result<Vec<Change>, Refusal> {
        check_aim(aim)?;
        let before = self.chosen(goal)?.aim;
        Ok(if before == aim { Vec::new() } else { vec![set(goal, Goal::AIM, aim)] })
    }

    pub(super) fn set_due(
        &self,
        goal: &EntityId,
        due: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Vec<Change>, Refusal> {
        check_due(due, today)?;
        let before = self.chosen(goal)?;
        if before.due == due {
            return Ok(Vec::new());
        }
        // What was tried out earlier the same day leaves no mark.
        let today_before = before.moves.iter().filter(|moved| moved.day == today);
        let mut changes: Vec<_> = today_before.map(|moved| remove(goal, Goal::MOVES, moved.to_value())).collect();
        changes.push(set(goal, Goal::DUE, due));
        changes.push(add(goal, Goal::MOVES, DueMove { day: today, due }.to_value()));
        Ok(changes)
    }

    pub(super) fn set_dues(&self, dues: &[(EntityId, NaiveDate)], today: NaiveDate) -> Result<Vec<Change>, Refusal> {
        let changes = dues.iter().map(|(goal, due)| self.set_due(goal, Some(*due), today));
        Ok(changes.collect::<Result<Vec<_>, _>>()?.concat())
    }

    fn chosen(&self, goal: &EntityId) -> Result<&Goal, Refusal> {
        let live = self.goal(goal).filter(|goal| goal.standing.is_live());
        live.ok_or_else(|| Refusal::NotThere { entity: goal.clone() })
    }
}

fn check_aim(aim: Level) -> Result<(), Refusal> {
    if aim == Level::ZERO { Err(Refusal::AimIsZero) } else { Ok(()) }
}

pub(super) fn check_due(due: Option<NaiveDate>, today: NaiveDate) -> Result<(), Refusal> {
    match due {
        Some(due) if due < today => Err(Refusal::DueInThePast { due, today }),
        _ => Ok(()),
    }
}

/// The changes that put `what` beside another thing of a list that is given in order with its keys. Usually one; where
/// two neighbours have no room between their keys (two devices made the same one), the whole list gets new keys.
pub(super) fn moved(
    list: &[(&EntityId, &str)],
    what: &EntityId,
    to: &Place,
    field: &str,
) -> Result<Vec<Change>, Refusal> {
    let (Place::Before(beside) | Place::After(beside)) = to;
    let others: Vec<_> = list.iter().filter(|(id, _)| *id != what).collect();
    let found = others.iter().position(|(id, _)| *id == beside);
    let found = found.ok_or_else(|| Refusal::NotInTheList { beside: beside.clone() })?;
    let place = if matches!(to, Place::Before(_)) { found } else { found + 1 };
    if list.get(place).is_some_and(|(id, _)| *id == what) {
        return Ok(Vec::new());
    }
    let low = place.checked_sub(1).and_then(|before| others.get(before)).map_or("", |(_, key)| key);
    let high = others.get(place).map(|(_, key)| *key);
    if let Some(key) = order::between(low, high) {
        return Ok(vec![set(what, field, key)]);
    }
    let mut ids: Vec<&EntityId> = others.iter().map(|(id, _)| *id).collect();
    ids.insert(place, what);
    Ok(ids.into_iter().zip(order::spaced(list.len())).map(|(id, key)| set(id, field, key)).collect())
}
