//! The routes to places whose code comes when they are first visited.
#![expect(non_snake_case, reason = "the way into a part is named after the component that it shows")]

use leptos::prelude::*;
use leptos_router::LazyRoute;

use super::awaited::{Awaited, Awaiting};
use crate::pages;
use crate::parts::{Later, apart};
use crate::state::AppState;

/// Makes a route of each place, to be shown as soon as its part is there and the state of the app is, too.
macro_rules! routes {
    ($($part:ident once $there:ident: $($place:ident)+;)+) => {$($(
        /// The route to the place of the same name.
        pub struct $place {
            state: AppState,
            awaiting: Awaiting,
        }

        impl LazyRoute for $place {
            fn data() -> Self {
                Self { state: AppState::expect(), awaiting: Awaited::expect().begin() }
            }

            async fn view(Self { state, awaiting: _awaiting }: Self) -> AnyView {
                apart! {
                    fn $place in $part(state: AppState) -> Later<AnyView> {
                        Box::pin(async move {
                            state.$there().await;
                            pages::$place().into_any()
                        })
                    }
                }
                match $place(state).await {
                    Ok(view) => view.await,
                    Err(_) => pages::Unreached().into_any(),
                }
            }
        }
    )+)+};
}

routes! {
    start once first_screen_there: Today;
    work once opened: Pathway Explore WriteOwn BringPathway Competency Evidence NewPiece Piece EditPiece Submitted History Share;
    settings once opened: Settings Pace;
    gaps once opened: Gaps;
}
