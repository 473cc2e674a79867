//! How the weeks go: when there is school, what is set out and looked back on, time that is logged, and a plan.

use anyhow::Result;
use portfolio::calendar::{Period, PeriodKind};
use portfolio::intent::Intent;

use super::super::story::{CatchUp, Days, SetOut, Story, Time, Week};
use super::{Stage, competency, first};

impl Stage<'_> {
    /// Tells when there is school.
    pub(super) fn tell_school(&mut self, story: &Story) -> Result<()> {
        let rhythm = &story.rhythm;
        for (kind, days) in [(PeriodKind::Term, &rhythm.terms), (PeriodKind::Break, &rhythm.breaks)] {
            let period = |Days { name, first, last }: &Days| Period { first: *first, last: *last, name: name.clone() };
            let periods: Vec<_> = days.iter().map(|days| (kind, period(days))).collect();
            if !periods.is_empty() {
                self.act(Intent::AddPeriods { periods })?;
            }
        }
        Ok(())
    }

    pub(super) fn set_out(&mut self, week: &Week) -> Result<()> {
        for SetOut { what, key, .. } in &week.set_out {
            let competency = key.as_deref().map(competency).transpose()?;
            let ops = self.act(Intent::Commit { week: week.monday, what: what.clone(), competency })?;
            self.set_out.entry(week.monday).or_default().push(first(&ops)?);
        }
        Ok(())
    }

    /// Says how each thing went, and what there is to say of the week.
    pub(super) fn look_back(&mut self, week: &Week) -> Result<()> {
        let set_out = self.set_out.remove(&week.monday).unwrap_or_default();
        for (commitment, SetOut { outcome, .. }) in set_out.into_iter().zip(&week.set_out) {
            self.act(Intent::SayOutcome { commitment, outcome: *outcome })?;
        }
        self.act(Intent::LookBack { week: week.monday, words: week.look_back.clone() }).map(drop)
    }

    pub(super) fn log(&mut self, Time { day, minutes, key }: &Time) -> Result<()> {
        self.act(Intent::SpendTime { competency: competency(key)?, day: *day, minutes: *minutes }).map(drop)
    }

    pub(super) fn plan(&mut self, CatchUp { helps, who, until, .. }: &CatchUp) -> Result<()> {
        self.act(Intent::PlanCatchUp { helps: helps.clone(), who: who.clone(), until: Some(*until) }).map(drop)
    }
}
