//! The mapping between types and fields, both ways, and the read model over it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;

use super::*;
use crate::change::FieldValue;
use crate::fields::Standing;
use crate::format::Format;
use crate::level::Level;
use crate::rules::{Rule, Together};
use crate::testing::stored;

fn item_id() -> impl Strategy<Value = ItemId> {
    "[a-z0-9.-]{1,36}".prop_map(|text| ItemId::new(&text).unwrap())
}

fn entity(kind: Kind) -> impl Strategy<Value = EntityId> {
    any::<u128>().prop_map(move |bits| EntityId::random(kind, bits))
}

fn level() -> impl Strategy<Value = Level> {
    (0..=8_u8).prop_map(|half_points| Level::from_half_points(half_points).unwrap())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (700_000..800_000_i32).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

fn standing() -> impl Strategy<Value = Standing> {
    prop::sample::select(vec![Standing::Live, Standing::Trashed, Standing::Recovered])
}

fn file() -> impl Strategy<Value = StoredFile> {
    (".{0,12}", "[a-z/]{0,12}", 0..1_u64 << 53, "[0-9a-f]{64}", prop::collection::vec("[0-9a-f]{64}", 0..4))
        .prop_map(|(name, media_type, size, hash, chunks)| StoredFile { name, media_type, size, hash, chunks })
}

fn content() -> impl Strategy<Value = Option<Content>> {
    let link = (".{0,12}", ".{0,12}").prop_map(|(url, title)| Content::Link(Link { url, title }));
    let event = (".{0,12}", ".{0,12}", prop::option::of(day()), ".{0,12}")
        .prop_map(|(what, place, day, seen)| Content::Event(Event { what, place, day, seen }));
    prop::option::of(prop_oneof![file().prop_map(Content::File), link, event])
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (0..4_000_000_000_i64).prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

fn made_with() -> impl Strategy<Value = MadeWith> {
    (any::<Option<bool>>(), ".{0,12}", ".{0,12}", any::<Option<bool>>(), ".{0,12}")
        .prop_map(|(alone, with, help, ai, ai_how)| MadeWith { alone, with, help, ai, ai_how })
}

fn preview() -> impl Strategy<Value = Preview> {
    let number = || prop::option::of(0..1_u64 << 53);
    let facts = (number(), number(), number(), number()).prop_map(|(width, height, ms, pages)| Facts {
        width,
        height,
        ms,
        pages,
    });
    let wave = prop::collection::vec(any::<u8>(), Wave::BARS).prop_map(|bars| Wave::new(bars.try_into().unwrap()));
    let files = || prop::option::of(file());
    (files(), prop::option::of(wave), facts, files()).prop_map(|(thumb, wave, facts, words)| Preview {
        thumb,
        wave,
        facts,
        words,
    })
}

fn shown() -> impl Strategy<Value = BTreeSet<Format>> {
    prop::collection::btree_set(prop::sample::select(Format::ALL.to_vec()), 0..4)
}

fn taken_out() -> impl Strategy<Value = BTreeSet<Private>> {
    prop::collection::btree_set(prop::sample::select(Private::ALL.to_vec()), 0..4)
}

proptest! {
    #[test]
    fn adoptions_come_back(
        (bits, title, file, depth) in (any::<u128>(), ".{0,12}", file(), prop::option::of(any::<u32>())),
        (adopted, bundled, standing) in (prop::option::of(day()), any::<bool>(), standing()),
        proficient in prop::collection::vec(prop::option::of(any::<u8>()), 0..4),
    ) {
        let origin = if bundled { Origin::Bundled } else { Origin::File };
        let id = EntityId::framework(&format!("{bits:064x}"));
        let rule = Some(Rule::ALL[bits as usize % Rule::ALL.len()]);
        let recheck = (bits % 3 != 0).then_some((bits % 1_000) as u32);
        let together = Some(Together::ALL[bits as usize % Together::ALL.len()]);
        let older = (bits % 2 == 0).then(|| EntityId::framework(&format!("{:064x}", !bits)));
        let replaces: BTreeSet<EntityId> = older.into_iter().collect();
        let adoption = Adoption { id: id.clone(), title, file, depth, proficient, adopted, origin, rule, together, recheck, replaces, standing };
        let mut fields = adoption.fields();
        fields.insert(Adoption::RULE.to_owned(), rule.map(|rule| rule.to_string()).into());
        fields.insert(Adoption::TOGETHER.to_owned(), together.map(|rule| rule.to_string()).into());
        fields.insert(Adoption::RECHECK.to_owned(), recheck.map(u64::from).into());
        let mut stored = stored(fields, standing);
        stored.sets.insert(Adoption::REPLACES.to_owned(), adoption.replaces.iter().map(Into::into).collect());
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&id, Some(&stored));
        prop_assert_eq!(portfolio.adoption(&id), Some(&adoption));
        prop_assert_eq!(portfolio.adoptions().len(), usize::from(standing != Standing::Trashed));
    }

    #[test]
    fn goals_come_back(
        (pathway, competency, order) in (prop_oneof![Just(EntityId::first_pathway()), entity(Kind::Pathway)], item_id(), "[0-9a-z]{0,8}"),
        (aim, start) in (level(), level()),
        (due, chosen, standing) in (prop::option::of(day()), day(), standing()),
        moves in prop::collection::btree_set((day(), prop::option::of(day())), 0..4),
    ) {
        let id = EntityId::goal(&pathway, &competency);
        let moves: Vec<_> = moves.into_iter().map(|(day, due)| DueMove { day, due }).collect();
        let goal = Goal { id: id.clone(), pathway, competency, order, aim, due, chosen, start, moves, standing };
        let mut entity = stored(goal.fields(), standing);
        entity.sets.insert(Goal::MOVES.to_owned(), goal.moves.iter().rev().map(|moved| moved.to_value()).collect());
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&id, Some(&entity));
        prop_assert_eq!(portfolio.goal(&id), Some(&goal));
    }

    #[test]
    fn pathways_come_back(
        id in entity(Kind::Pathway),
        (name, purpose, from, order) in (".{0,12}", ".{0,12}", ".{0,12}", "[0-9a-z]{0,8}"),
        (begun, standing) in (day(), standing()),
    ) {
        let pathway = Pathway { id: id.clone(), name, purpose, order, begun: Some(begun), from, standing };
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&id, Some(&stored(pathway.fields(), standing)));
        prop_assert_eq!(portfolio.pathway(&id), Some(&pathway));
        let is_walked = portfolio.pathways().contains(&&pathway);
        prop_assert_eq!((is_walked, portfolio.pathways_put_away().len()), (standing.is_live(), usize::from(!is_walked)));
    }

    #[test]
    fn evidence_comes_back(
        id in entity(Kind::Evidence),
        (title, text, reflection) in (".{0,12}", ".{0,40}", ".{0,12}"),
        (date, added, edited) in (prop::option::of(day()), prop::option::of(instant()), prop::option::of(instant())),
        (tags, made, people) in (prop::collection::btree_set(".{1,6}", 0..4), made_with(), any::<Option<bool>>()),
        (keep_until, copied) in (prop::option::of(day()), prop::option::of(entity(Kind::Evidence))),
        (shown, standing) in (prop::option::of(shown()), standing()),
    ) {
        let piece = Evidence {
            id: id.clone(), title, text, reflection, date, added, tags, shown, made, people, keep_until, copied, edited,
            standing,
        };
        let mut entity = stored(piece.fields(), standing);
        entity.sets.insert(Evidence::TAGS.to_owned(), piece.tags.iter().map(|tag| tag.as_str().into()).collect());
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&id, Some(&entity));
        prop_assert_eq!(portfolio.piece(&id), Some(&piece));
    }

    #[test]
    fn artifacts_come_back(
        (id, evidence) in (entity(Kind::Artifact), entity(Kind::Evidence)),
        (order, caption, alt) in ("[0-9a-z]{0,8}", ".{0,12}", ".{0,12}"),
        (content, source, preview) in (content(), prop::option::of(file()), preview()),
        (cleaned, standing) in (taken_out(), standing()),
    ) {
        let artifact = Artifact {
            id: id.clone(), evidence, order, caption, alt, content, source, preview, cleaned, standing,
        };
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&id, Some(&stored(artifact.fields(), standing)));
        prop_assert_eq!(portfolio.artifact(&id), Some(&artifact));
        let named: Vec<_> = portfolio.files().map(|(_, file)| file).collect();
        prop_assert_eq!(named, artifact.files().collect::<Vec<_>>());
    }

    #[test]
    fn claims_come_back(
        (competency, level, standing) in (item_id(), level(), standing()),
        piece in prop::option::of(entity(Kind::Evidence)),
        (date, placed) in (prop::option::of(day()), any::<bool>()),
    ) {
        let basis = if placed { Basis::Placed } else { Basis::Rests };
        let (id, grounds) = match piece {
            Some(piece) => (EntityId::claim(&piece, &competency), Grounds::Work(piece)),
            None => (EntityId::own_word(&competency), Grounds::OwnWord { date, basis }),
        };
        let claim = Claim { id: id.clone(), competency, level, grounds, standing };
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&id, Some(&stored(claim.fields(), standing)));
        prop_assert_eq!(portfolio.claim(&id), Some(&claim));
    }

    #[test]
    fn the_learner_comes_back(name in ".{0,12}", interests in prop::collection::btree_set("[a-z]{1,5}", 0..4)) {
        let mut entity = stored([(Learner::NAME.to_owned(), name.as_str().into())].into(), Standing::Live);
        let members = interests.iter().map(|tag| tag.as_str().into()).collect();
        entity.sets.insert(Learner::INTERESTS.to_owned(), members);
        let mut portfolio = Portfolio::default();
        portfolio.refresh(&EntityId::learner(), Some(&entity));
        prop_assert_eq!(portfolio.learner(), &Learner { name, interests });
    }
}

fn piece(bits: u128) -> Evidence {
    Evidence {
        id: EntityId::random(Kind::Evidence, bits),
        title: String::new(),
        text: String::new(),
        reflection: String::new(),
        date: None,
        added: None,
        tags: BTreeSet::new(),
        shown: None,
        made: MadeWith::default(),
        people: None,
        keep_until: None,
        copied: None,
        edited: None,
        standing: Standing::Live,
    }
}

fn artifact_of(piece: &Evidence, bits: u128, order: &str) -> Artifact {
    Artifact {
        id: EntityId::random(Kind::Artifact, bits),
        evidence: piece.id.clone(),
        order: order.into(),
        caption: String::new(),
        alt: String::new(),
        content: None,
        source: None,
        preview: Preview::default(),
        cleaned: BTreeSet::new(),
        standing: Standing::Live,
    }
}

fn claim_of(piece: &Evidence, competency: &ItemId) -> Claim {
    Claim {
        id: EntityId::claim(&piece.id, competency),
        competency: competency.clone(),
        level: Level::PROFICIENT,
        grounds: Grounds::Work(piece.id.clone()),
        standing: Standing::Live,
    }
}

#[test]
fn what_a_newer_app_wrote_reads_as_far_as_it_is_known() {
    let mut artifact = artifact_of(&piece(1), 1, "m");
    artifact.cleaned.insert(Private::Other);
    let id = artifact.id.clone();
    let mut fields = artifact.fields();
    fields.insert("sculpture".into(), FieldValue::Map(BTreeMap::new()));
    fields.insert(Artifact::CAPTION.into(), FieldValue::Int(3));
    fields.insert(Artifact::CLEANED.into(), FieldValue::List(vec!["heartbeat".into(), FieldValue::Null]));
    fields.insert(Artifact::EVENT.into(), FieldValue::Map([("place".to_owned(), "Here".into())].into()));
    fields.insert(Preview::WAVE.into(), "0g".repeat(Wave::BARS).into());
    fields.insert(Preview::FACTS.into(), FieldValue::Map([("pages".to_owned(), FieldValue::Int(-1))].into()));
    fields.insert(Artifact::FILE.into(), FieldValue::Map([("size".to_owned(), FieldValue::Int(-1))].into()));
    let mut portfolio = Portfolio::default();
    portfolio.refresh(&id, Some(&stored(fields, Standing::Live)));
    assert_eq!(portfolio.artifact(&id), Some(&artifact));

    let [elsewhere, pathway] = ["goal:second:a", "pathway:second"].map(|id| EntityId::parse(id).unwrap());
    let fields = [(Goal::CHOSEN.to_owned(), "2026-03-02".into())];
    portfolio.refresh(&elsewhere, Some(&stored(fields.into(), Standing::Live)));
    assert!(portfolio.goals().is_empty(), "its pathway has not arrived");
    portfolio.refresh(&pathway, Some(&stored([("name".to_owned(), "Music".into())].into(), Standing::Live)));
    assert_eq!((portfolio.goals().len(), portfolio.pathways().len()), (0, 1), "a pathway is begun on a day");
    portfolio.refresh(&pathway, Some(&stored([("begun".to_owned(), "2026-03-02".into())].into(), Standing::Live)));
    assert_eq!((portfolio.goals().len(), portfolio.pathways().len()), (1, 2));

    // Without its piece it is no artifact.
    artifact.order.clear();
    portfolio.refresh(&id, Some(&stored(BTreeMap::new(), Standing::Live)));
    assert_eq!(portfolio.artifact(&id), None);
    assert!(portfolio.artifacts_of(&artifact.evidence).is_empty());
}

#[test]
fn the_first_pathway_is_always_there_and_stays() {
    let (first, mut portfolio) = (EntityId::first_pathway(), Portfolio::default());
    assert_eq!(portfolio.pathways(), [&Pathway::default()]);
    let named = [("name".to_owned(), "Mine".into()), ("purpose".to_owned(), FieldValue::Int(3))];
    portfolio.refresh(&first, Some(&stored(named.into(), Standing::Trashed)));
    assert_eq!(portfolio.pathways(), [&Pathway { name: "Mine".into(), ..Pathway::default() }]);
    portfolio.refresh(&first, None);
    assert_eq!(portfolio, Portfolio::default());
}

#[test]
fn claims_count_only_with_their_piece() {
    let competency = ItemId::new("a").unwrap();
    let (piece, mut portfolio) = (piece(1), Portfolio::default());
    let claim = claim_of(&piece, &competency);
    let counting = |portfolio: &Portfolio| portfolio.claims_for(&competency).count();

    portfolio.refresh(&claim.id, Some(&stored(claim.fields(), Standing::Live)));
    assert_eq!(counting(&portfolio), 0, "its piece has not arrived");
    portfolio.refresh(&piece.id, Some(&stored(piece.fields(), Standing::Live)));
    assert_eq!(counting(&portfolio), 1);
    portfolio.refresh(&piece.id, Some(&stored(piece.fields(), Standing::Trashed)));
    assert_eq!(counting(&portfolio), 0);
    portfolio.refresh(&piece.id, Some(&stored(piece.fields(), Standing::Recovered)));
    assert_eq!(counting(&portfolio), 1);
    portfolio.refresh(&claim.id, Some(&stored(claim.fields(), Standing::Trashed)));
    assert_eq!((counting(&portfolio), portfolio.claims_of(&piece.id).len()), (0, 0));
    portfolio.refresh(&claim.id, None);
    assert!(
        portfolio == Portfolio { evidence: portfolio.evidence.clone(), ..Portfolio::default() },
        "no trace is left"
    );
    assert_eq!(portfolio.parts_of(&piece.id).count(), 0);
}

#[test]
fn parts_stand_in_their_order_and_follow_a_piece_into_the_trash() {
    let (piece, mut portfolio) = (piece(1), Portfolio::default());
    let (first, second) = (artifact_of(&piece, 2, "a"), artifact_of(&piece, 1, "b"));
    for artifact in [&second, &first] {
        portfolio.refresh(&artifact.id, Some(&stored(artifact.fields(), Standing::Live)));
    }
    portfolio.refresh(&piece.id, Some(&stored(piece.fields(), Standing::Live)));
    let shown = |portfolio: &Portfolio| {
        portfolio.artifacts_of(&piece.id).iter().map(|artifact| artifact.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&portfolio), [first.id.clone(), second.id.clone()]);

    portfolio.refresh(&first.id, Some(&stored(first.fields(), Standing::Trashed)));
    assert_eq!(shown(&portfolio), std::slice::from_ref(&second.id));
    portfolio.refresh(&second.id, Some(&stored(second.fields(), Standing::Trashed)));
    portfolio.refresh(&piece.id, Some(&stored(piece.fields(), Standing::Trashed)));
    assert_eq!(shown(&portfolio).len(), 2, "a piece in the trash still shows what it held");
    let ids: BTreeSet<_> = portfolio.parts_of(&piece.id).cloned().collect();
    assert_eq!(ids, BTreeSet::from([first.id.clone(), second.id.clone()]));
}

#[test]
fn a_waveform_is_a_hundred_bars_and_nothing_else() {
    let mut bars = [0; Wave::BARS];
    bars[1] = 171;
    let text = Wave::new(bars).to_text();
    assert!(text.starts_with("00ab00") && text.len() == 200);
    for odd in [text.trim_start_matches("00"), &text.to_uppercase(), &format!("{text}0"), &format!("{text}00"), ""] {
        assert_eq!(Wave::from_text(odd), None, "{odd}");
    }
}
