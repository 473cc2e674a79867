//! Files on their way into pieces. They go on arriving when the studio is left, so what is known of them outlives its views.

use leptos::prelude::*;
use portfolio::EntityId;

use super::AppState;
use crate::i18n::t;

/// A file on its way into a piece that may begin with it.
#[derive(Clone)]
struct Arriving {
    number: u32,
    piece: RwSignal<Option<EntityId>>,
    name: String,
}

/// All of them. Copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct Arrivals {
    owner: StoredValue<Option<Owner>>,
    list: RwSignal<Vec<Arriving>>,
    count: StoredValue<u32>,
}

impl Arrivals {
    /// None yet. To be called where the app begins: what is made for them lives as long as that.
    pub(super) fn new() -> Self {
        Self { owner: StoredValue::new(Owner::current()), list: RwSignal::new(Vec::new()), count: StoredValue::new(0) }
    }
}

/// A file on its way. When this is dropped without word that it arrived, it never will.
pub struct OnItsWay {
    state: AppState,
    number: u32,
    is_here: bool,
}

impl OnItsWay {
    /// The file is a part of its piece now.
    pub fn arrived(mut self) {
        self.is_here = true;
    }
}

impl Drop for OnItsWay {
    fn drop(&mut self) {
        let number = self.number;
        let taken = self.state.arrivals.list.try_update(|list| {
            let place = list.iter().position(|file| file.number == number)?;
            Some(list.remove(place))
        });
        let Some(Some(Arriving { piece, name, .. })) = taken else { return };
        if !self.is_here
            && let Some(piece) = piece.get_untracked()
            && self.state.give_up_sending(&piece)
        {
            self.state.say(t::life::not_sent_missing(name), None);
        }
        self.state.send_what_is_ready();
    }
}

impl AppState {
    /// Makes signals that outlive the view that asks for them, for what goes on when it is left.
    pub fn lasting<T>(self, make: impl FnOnce() -> T) -> T {
        match self.arrivals.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// Announces a file that is on its way into `piece`, whose id comes when the piece begins.
    pub fn expect_file(self, piece: RwSignal<Option<EntityId>>, name: &str) -> OnItsWay {
        let number = self.arrivals.count.try_update_value(|count| {
            *count += 1;
            *count
        });
        let number = number.unwrap_or_default();
        self.arrivals.list.update(|list| list.push(Arriving { number, piece, name: name.to_owned() }));
        OnItsWay { state: self, number, is_here: false }
    }

    /// Whether any file is on its way into a piece.
    pub(super) fn is_anything_on_its_way(self) -> bool {
        self.arrivals.list.with_untracked(|list| !list.is_empty())
    }

    /// The names of the files that are on their way into a piece.
    pub fn on_their_way(self, piece: &EntityId) -> Vec<String> {
        self.arrivals.list.with(|list| {
            let into = list.iter().filter(|file| file.piece.with(|into| into.as_ref() == Some(piece)));
            into.map(|file| file.name.clone()).collect()
        })
    }
}
