//! That the sample is believable, and comes back through the ordinary import as it was.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;

use interchange::archive::{Import, Item};
use interchange::media_type;
use interchange::zip::Limits;
use portfolio::model::{Content, Pathway, Stage, Submission};
use portfolio::submission::{Comparison, Manifest};
use replica::segment::{inflate, parse};
use replica::{Hash, State, fingerprint};

use super::story::Artifact;
use super::{Size, make, small, ten_years};

/// The ZIP that learners fetch, in bytes.
const MOST_BYTES: usize = 1_500_000;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Frozen: a change of the words, of a drawing, or of how ops are written changes it, and nothing else may.
#[test]
fn the_same_words_give_the_same_portfolio() {
    let made = make(root(), Size::Small).unwrap();
    assert_eq!(made.fingerprint, "271144a6b531c737fbed4570b70f7bdad2a38977c33356b64d2fc1aee65f41ef");
    assert_eq!(made.zip, make(root(), Size::Small).unwrap().zip);
}

#[test]
fn it_opens_through_the_ordinary_import() {
    let made = make(root(), Size::Small).unwrap();
    assert!(made.zip.len() <= MOST_BYTES, "{} bytes", made.zip.len());
    let mut import = Import::open(Cursor::new(made.zip), &Limits::default()).unwrap();
    let mut state = State::default();
    let mut files = 0;
    for (at, item) in import.items().to_vec().into_iter().enumerate() {
        match item {
            Item::Segment { .. } => {
                let gzip = import.segment(at).unwrap().unwrap();
                let (_, ops) = parse(&inflate(&gzip).unwrap()).unwrap();
                ops.iter().for_each(|op| state.apply(op));
            }
            Item::File { .. } => {
                assert!(import.file(at, &mut |_| Ok(())).unwrap().is_some());
                files += 1;
            }
        }
    }
    import.check_rest(&mut |_| Ok(())).unwrap();
    assert_eq!(import.bad(), []);
    assert_eq!(files, made.files);
    assert_eq!(Hash(fingerprint(&state)).to_string(), made.fingerprint);
}

#[test]
fn every_piece_is_whole() {
    let (story, performed) = small(root()).unwrap();
    let portfolio = performed.ledger.portfolio();
    let pieces: Vec<_> = portfolio.pieces().collect();
    assert!(pieces.len() >= 40);
    for piece in pieces {
        let title = &piece.title;
        assert!(!title.is_empty() && !piece.text.is_empty() && !piece.reflection.is_empty(), "{title}");
        assert!(!portfolio.claims_of(&piece.id).is_empty(), "{title} claims nothing");
        let day = piece.date.unwrap();
        assert!((story.learner.begins..=story.learner.today).contains(&day), "{title} is from {day}");
        for artifact in portfolio.artifacts_of(&piece.id) {
            if let Some(Content::File(file)) = &artifact.content {
                let picture = file.media_type.starts_with("image/");
                assert!(!picture || !artifact.alt.is_empty(), "{} has no words instead of it", file.name);
                let bytes = &performed.files[&file.hash];
                assert_eq!(media_type::sniff(bytes, &file.name).mime, file.media_type);
            }
        }
    }
}

#[test]
fn the_years_are_full_and_the_media_are_of_many_kinds() {
    let (story, performed) = small(root()).unwrap();
    let days: Vec<_> = story.pieces.iter().map(|piece| piece.about.date).collect();
    assert_eq!(days.last(), Some(&story.learner.today), "the last day is the sample's today");
    let span = *days.last().unwrap() - *days.first().unwrap();
    assert!(span.num_days() > 3 * 360, "{span}");
    let artifacts = story.pieces.iter().flat_map(|piece| &piece.about.artifacts);
    let endings: BTreeSet<&str> = artifacts
        .filter_map(|artifact| match artifact {
            Artifact::File { file, .. } => file.rsplit('.').next(),
            Artifact::Link { .. } => Some("link"),
            Artifact::Event { .. } => Some("event"),
        })
        .collect();
    assert_eq!(endings, BTreeSet::from(["csv", "event", "link", "pdf", "png", "py", "svg", "wav"]));
    let portfolio = performed.ledger.portfolio();
    let planned = story.learner.pathways.iter().flat_map(|pathway| &pathway.goals);
    let expected: Vec<_> = planned.map(|goal| crate::framework::competency_identifier(&goal.key)).collect();
    let found: Vec<_> = portfolio.goals().iter().map(|goal| goal.competency.to_string()).collect();
    assert_eq!(found, expected, "the pathways are in the learner's order");
}

/// Whoever looks around meets each state of a piece, and what people say of how they made it.
#[test]
fn every_stage_of_a_piece_is_there() {
    let (_, performed) = small(root()).unwrap();
    let portfolio = performed.ledger.portfolio();
    let pieces: Vec<_> = portfolio.pieces().collect();
    let in_stage =
        |wanted: fn(Stage<'_>) -> bool| pieces.iter().filter(|piece| wanted(portfolio.stage(&piece.id))).count();
    assert!(in_stage(|stage| matches!(stage, Stage::Draft)) > 30);
    assert!(in_stage(|stage| matches!(stage, Stage::Submitted(_))) >= 2);
    assert_eq!(in_stage(|stage| matches!(stage, Stage::Withdrawn(_))), 1);
    let manifest = |submission: &Submission| {
        let bytes = &performed.files[&portfolio.frozen(&submission.id).unwrap().manifest.hash];
        assert_eq!(Hash::of(bytes).to_string(), submission.hash);
        Manifest::read(bytes).unwrap()
    };
    let again: Vec<_> = portfolio.submissions().filter(|submission| submission.before.is_some()).collect();
    assert!(!again.is_empty());
    for submission in again {
        let before = portfolio.submission(submission.before.as_ref().unwrap()).unwrap();
        let (was, is) = (manifest(before), manifest(submission));
        assert!(Comparison::between(&was, &is).text.is_some() && !submission.changed.is_empty());
    }
    for (what, count) in [
        ("tags", pieces.iter().filter(|piece| !piece.tags.is_empty()).count()),
        ("made with", pieces.iter().filter(|piece| !piece.made.is_empty()).count()),
        ("people", pieces.iter().filter(|piece| piece.people == Some(true)).count()),
        ("until when", pieces.iter().filter(|piece| piece.keep_until.is_some()).count()),
        ("an AI", pieces.iter().filter(|piece| piece.made.ai == Some(true)).count()),
        ("a copy", pieces.iter().filter(|piece| piece.copied.is_some()).count()),
    ] {
        assert!(count > 0, "{what}");
    }
}

/// What stands on the first is due and not reached, what stands on the second is reached and not due.
#[test]
fn behind_on_one_pathway_and_ahead_on_another() {
    let (story, performed) = small(root()).unwrap();
    let portfolio = performed.ledger.portfolio();
    let [first, second] = portfolio.pathways().try_into().unwrap();
    assert!([first, second].iter().all(|pathway| !pathway.name.is_empty() && !pathway.purpose.is_empty()));
    assert!(first.from.is_empty() && !second.from.is_empty(), "one was proposed");
    let today = story.learner.today;
    let late_and_early = |pathway: &Pathway| {
        let goals = portfolio.goals_on(&pathway.id).into_iter();
        let reached = |competency| portfolio::levels::held(portfolio, competency).map(|held| held.level);
        let dated = goals.filter_map(|goal| Some((goal.due?, reached(&goal.competency) >= Some(goal.aim))));
        let dated: Vec<_> = dated.collect();
        let late = dated.iter().filter(|(due, is_reached)| *due < today && !is_reached).count();
        (late, dated.iter().filter(|(due, is_reached)| *due > today && *is_reached).count())
    };
    assert!(matches!(late_and_early(first), (3.., 0)));
    assert!(matches!(late_and_early(second), (0, 3..)));
}

#[test]
fn ten_years_have_a_thousand_competencies_and_five_ops_a_piece() {
    let (story, performed) = ten_years(root(), 200).unwrap();
    assert_eq!(performed.ledger.portfolio().pieces().count(), 200);
    let days: Vec<_> = story.pieces.iter().map(|piece| piece.about.date).collect();
    assert!((*days.last().unwrap() - *days.first().unwrap()).num_days() > 3_600);
    let frameworks: Vec<_> = performed.frameworks.iter().collect();
    assert_eq!(frameworks[0].competencies().count(), 1_000);
    let start = ten_years(root(), 0).unwrap().1.ops.len();
    let per_piece = (performed.ops.len() - start) / 200;
    assert!((4..=6).contains(&per_piece), "{per_piece}");
}

#[test]
fn weeks_are_set_out_looked_back_on_and_behind_in_one_thing() {
    let (story, performed) = small(root()).unwrap();
    let (portfolio, today) = (performed.ledger.portfolio(), story.learner.today);
    assert!(portfolio.calendar().term_on(today).is_some());
    assert!(portfolio.weeks().len() >= 4);
    let this_week = portfolio.commitments_of(today);
    assert!(this_week.iter().any(|commitment| commitment.outcome.is_some()));
    assert!(this_week.iter().any(|commitment| commitment.outcome.is_none()));
    assert!(portfolio.spent().next().is_some());
    assert!(portfolio.catch_up().is_some_and(|plan| plan.until.is_some_and(|until| until > today)));
}
