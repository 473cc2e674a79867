//! An excerpt answers as the whole state does.

use proptest::prelude::*;
use replica::{Edit, Stamper, State, Value, WriterId};

use crate::story::stories;

proptest! {
    #[test]
    fn an_edit_is_stamped_and_undone_alike_on_an_excerpt(story in stories()) {
        let mut state = State::default();
        story.ops.iter().for_each(|op| state.apply(op));
        for entity in state.entities().map(|view| view.id().to_owned()) {
            for edit in edits(&entity) {
                let excerpt = state.excerpt([entity.as_str()]);
                prop_assert_eq!(excerpt.inverse(&edit), state.inverse(&edit));
                let stamp = |state: &State| state.stamp(&mut Stamper::new(WriterId(9)), edit.clone()).unwrap();
                prop_assert_eq!(stamp(&excerpt), stamp(&state));
            }
        }
    }
}

fn edits(entity: &str) -> [Edit; 7] {
    let entity = || entity.to_owned();
    let (title, tags) = (|| "title".to_owned(), || "tags".to_owned());
    let word = || Value::from("word 1");
    [
        Edit::Create { entity: entity(), fields: [(title(), word()), ("text".into(), word())].into() },
        Edit::Set { entity: entity(), field: title(), value: word() },
        Edit::Add { entity: entity(), field: tags(), value: word() },
        Edit::Remove { entity: entity(), field: tags(), value: word() },
        Edit::Trash { entity: entity() },
        Edit::Restore { entity: entity() },
        Edit::Purge { entities: vec![entity()] },
    ]
}
