//! The tables: one row a piece, a goal, a thing set out for a week, a time spent. The trash is not in them.

use chrono::NaiveDate;
use portfolio::model::{Claim, Content, Event, Evidence, Outcome};

use super::paths::Paths;
use super::{Contents, named, weeks};
use crate::csv;

/// Between several things in one cell.
const AND: &str = "; ";

pub(super) fn evidence(contents: &Contents<'_>, paths: &Paths) -> String {
    let headings = [
        "date",
        "title",
        "text",
        "reflection",
        "competencies and levels",
        "files",
        "links",
        "things done",
        "tags",
        "made alone",
        "made with",
        "help",
        "AI had a part",
        "what the AI did",
        "shows people",
        "keep until",
        "handed in",
        "folder",
    ];
    let portfolio = contents.portfolio;
    let live = paths.pieces().filter_map(|id| portfolio.piece(id)).filter(|piece| piece.standing.is_live());
    let row = |piece: &Evidence| {
        let artifacts = portfolio.artifacts_of(&piece.id);
        let shown = |tell: &dyn Fn(&Content) -> Option<String>| {
            joined(artifacts.iter().filter_map(|artifact| tell(artifact.content.as_ref()?)))
        };
        let claims = portfolio.claims_of(&piece.id);
        let claimed = |claim: &&Claim| format!("{}: {}", named(&claim.competency, contents.frameworks), claim.level);
        let mut submissions = portfolio.submissions_of(&piece.id);
        submissions.retain(|submission| submission.withdrawn.is_none());
        let day = |day: NaiveDate| day.to_string();
        [
            piece.day().map(day).unwrap_or_default(),
            piece.title.clone(),
            piece.text.clone(),
            piece.reflection.clone(),
            joined(claims.iter().map(claimed)),
            shown(&|content| match content {
                Content::File(file) => Some(paths.path(file).to_owned()),
                _ => None,
            }),
            shown(&|content| match content {
                Content::Link(link) => Some(link.url.clone()),
                _ => None,
            }),
            shown(&|content| match content {
                Content::Event(event) => Some(told(event)),
                _ => None,
            }),
            joined(piece.tags.iter().cloned()),
            yes_or_no(piece.made.alone),
            piece.made.with.clone(),
            piece.made.help.clone(),
            yes_or_no(piece.made.ai),
            piece.made.ai_how.clone(),
            yes_or_no(piece.people),
            piece.keep_until.map(day).unwrap_or_default(),
            joined(submissions.iter().rev().map(|submission| submission.at.date_naive().to_string())),
            paths.folder(&piece.id).to_owned(),
        ]
    };
    csv::table(headings, live.map(row))
}

pub(super) fn goals(contents: &Contents<'_>) -> String {
    let headings = ["pathway", "place", "code", "competency", "aim", "due", "chosen", "level when chosen"];
    let portfolio = contents.portfolio;
    let rows = portfolio.pathways().into_iter().flat_map(|pathway| {
        portfolio.goals_on(&pathway.id).into_iter().enumerate().map(|(index, goal)| {
            let item = contents.frameworks.known(&goal.competency);
            [
                pathway.name.clone(),
                (index + 1).to_string(),
                item.and_then(|item| item.code.clone()).unwrap_or_default(),
                contents.frameworks.name(&goal.competency),
                goal.aim.to_string(),
                goal.due.map(|day| day.to_string()).unwrap_or_default(),
                goal.chosen.to_string(),
                goal.start.to_string(),
            ]
        })
    });
    csv::table(headings, rows)
}

pub(super) fn weeks(contents: &Contents<'_>) -> String {
    let headings = ["week from", "set out to do", "competency", "how it went", "look back"];
    let portfolio = contents.portfolio;
    let of_week = |monday: NaiveDate| {
        let set_out = portfolio.commitments_of(monday).into_iter().map(move |commitment| {
            let outcome = match commitment.outcome {
                Some(Outcome::Done) => "done",
                Some(Outcome::Partly) => "partly done",
                Some(Outcome::NotDone) => "not done",
                None => "",
            };
            let competency = commitment.competency.as_ref().map(|id| named(id, contents.frameworks));
            [
                monday.to_string(),
                commitment.what.clone(),
                competency.unwrap_or_default(),
                outcome.to_owned(),
                String::new(),
            ]
        });
        let words = portfolio.looked_back(monday);
        let looked_back = (!words.is_empty())
            .then(|| [monday.to_string(), String::new(), String::new(), String::new(), words.to_owned()]);
        set_out.chain(looked_back)
    };
    csv::table(headings, portfolio.weeks().into_iter().flat_map(of_week))
}

pub(super) fn time(contents: &Contents<'_>) -> String {
    let rows = weeks::by_day(contents.portfolio)
        .into_iter()
        .map(|spent| [spent.day.to_string(), spent.minutes.to_string(), named(&spent.competency, contents.frameworks)]);
    csv::table(["day", "minutes", "competency"], rows)
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(AND)
}

/// Nothing where nothing was said.
fn yes_or_no(said: Option<bool>) -> String {
    said.map_or("", |said| if said { "yes" } else { "no" }).to_owned()
}

/// What was done, when, where and before whom, in one line.
fn told(event: &Event) -> String {
    let day = event.day.map(|day| day.to_string()).unwrap_or_default();
    let words = [event.what.as_str(), &day, &event.place, &event.seen];
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}
