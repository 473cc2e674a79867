//! Which act is carried out by what.

use super::{Context, Intent, Refusal};
use crate::change::Change;
use crate::model::Portfolio;

impl Portfolio {
    /// The changes that carry out an act, in order; none if there is nothing to change.
    ///
    /// # Errors
    /// Why it cannot be done, with the values a sentence about it needs.
    pub fn plan(&self, intent: Intent, context: &mut Context<'_>) -> Result<Vec<Change>, Refusal> {
        match intent {
            Intent::SetName { name } => self.set_name(&name),
            Intent::SetInterests { interests } => self.set_interests(&interests),
            Intent::AddInterest { interest } => self.add_interest(&interest),
            Intent::RemoveInterest { interest } => Ok(self.remove_interest(&interest)),
            Intent::AdoptFramework(framework) => self.adopt(framework, context.today),
            Intent::SetProficient { framework, scale, step } => {
                self.set_proficient(&framework, scale, step, context.frameworks)
            }
            Intent::SetRecheck { framework, days } => self.set_recheck(&framework, days),
            Intent::LeaveFramework { framework } => self.leave(&framework),
            Intent::MoveAlong { moves } => self.move_along(&moves, context),
            Intent::WriteOwn { words } => self.write_own(&words, context),
            Intent::RewriteOwn { competency, words } => self.rewrite_own(&competency, &words),
            Intent::PutAwayOwn { competency } => self.put_away_own(&competency),
            Intent::TakeBackOwn { competency } => self.take_back_own(&competency),
            Intent::SetSchoolDays { weekdays } => self.set_school_days(weekdays),
            Intent::AddPeriods { periods } => self.add_periods(periods),
            Intent::RemovePeriod { kind, period } => Ok(self.remove_period(kind, &period)),
            Intent::AddPathway(new) => self.add_pathway(&new, context),
            Intent::DescribePathway { pathway, name, purpose } => self.describe_pathway(&pathway, &name, &purpose),
            Intent::MovePathway { pathway, to } => self.move_pathway(&pathway, &to),
            Intent::PutAwayPathway { pathway } => self.put_away_pathway(&pathway),
            Intent::TakeUpPathway { pathway } => self.take_up_pathway(&pathway),
            Intent::ChooseGoal { pathway, goal } => self.choose(&pathway, &goal, context),
            Intent::DropGoal { goal } => self.drop_goal(&goal),
            Intent::MoveGoal { goal, to } => self.move_goal(&goal, &to),
            Intent::SetAim { goal, aim } => self.set_aim(&goal, aim),
            Intent::SetDue { goal, due } => self.set_due(&goal, due, context.today),
            Intent::SetDues { dues } => self.set_dues(&dues, context.today),
            Intent::Commit { week, what, competency } => self.commit(week, &what, competency.as_ref(), context),
            Intent::SayOutcome { commitment, outcome } => self.say_outcome(&commitment, outcome),
            Intent::DropCommitment { commitment } => self.drop_commitment(&commitment),
            Intent::LookBack { week, words } => self.look_back(week, words),
            Intent::SpendTime { competency, day, minutes } => self.spend(&competency, day, minutes, context),
            Intent::DropSpent { spent } => self.drop_spent(&spent),
            Intent::PlanCatchUp { helps, who, until } => self.plan_catch_up(&helps, &who, until, context),
            Intent::EndCatchUp { plan } => self.end_catch_up(&plan),
            Intent::AddEvidence(new) => self.add_evidence(new, context),
            Intent::EditEvidence { piece, edit } => self.edit_evidence(&piece, edit, context.today),
            Intent::AddTag { piece, tag } => self.add_tag(&piece, &tag),
            Intent::RemoveTag { piece, tag } => self.remove_tag(&piece, &tag),
            Intent::CopyPiece { piece, title } => self.copy_piece(&piece, title, context),
            Intent::AddArtifact { piece, artifact } => self.add_artifact(&piece, artifact, context),
            Intent::EditArtifact { artifact, edit } => self.edit_artifact(&artifact, edit, context.today),
            Intent::ReplaceFile { artifact, by, forget } => self.replace_file(&artifact, by, forget, context),
            Intent::SetPreview { artifact, preview } => self.set_preview(&artifact, &preview),
            Intent::MoveArtifact { artifact, to } => self.move_artifact(&artifact, &to),
            Intent::RemoveArtifact { artifact } => self.remove_artifact(&artifact),
            Intent::ClaimLevel { piece, competency, level } => {
                self.claim_level(&piece, &competency, level, context.frameworks)
            }
            Intent::Unclaim { claim } => self.unclaim(&claim),
            Intent::SetRule { of, rule } => self.set_rule(of, rule, context.frameworks),
            Intent::SetTogether { of, rule } => self.set_together(of, rule, context.frameworks),
            Intent::Require { heading, child, so } => self.require(&heading, &child, so, context.frameworks),
            Intent::SayLevel { competency, level } => self.say_level(&competency, level, context),
            Intent::MoveOn { competency } => self.move_on(&competency, context),
            Intent::GoDeeper { competency } => self.go_deeper(&competency, context),
            Intent::AddResource { competency, link } => self.add_resource(&competency, &link, context.frameworks),
            Intent::RemoveResource { competency, url } => self.remove_resource(&competency, &url),
            Intent::MarkResource { competency, what, mark, so } => self.mark_resource(&competency, &what, mark, so),
            Intent::AddNeeds { needs } => self.add_needs(&needs, context),
            Intent::RemoveNeed { need } => self.remove_need(&need),
            Intent::PlaceSelf { furthest } => self.place_self(&furthest, context),
            Intent::Submit { sealed, file } => self.submit(&sealed, file, context),
            Intent::Withdraw { submission } => self.withdraw(&submission, context.now),
            Intent::Trash { piece } => self.trash(&piece),
            Intent::Restore { piece } => self.restore(&piece),
            Intent::Purge { pieces } => self.purge(pieces, context),
        }
    }
}
