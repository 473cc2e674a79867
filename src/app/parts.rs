//! The routes to places whose code comes when they are first visited.
#![expect(non_snake_case, reason = "the way into a part is named after the component that it shows")]

use leptos::prelude::*;
use leptos_router::LazyRoute;

use crate::pages;
use crate::parts::apart;

/// Makes a route of each place, to be shown as soon as its part is there.
macro_rules! routes {
    ($($part:ident: $($place:ident)+;)+) => {$($(
        /// The route to the place of the same name.
        pub struct $place;

        impl LazyRoute for $place {
            fn data() -> Self {
                Self
            }

            async fn view(_: Self) -> AnyView {
                apart! {
                    fn $place in $part() -> AnyView {
                        pages::$place().into_any()
                    }
                }
                $place().await.unwrap_or_else(|_| pages::Unreached().into_any())
            }
        }
    )+)+};
}

routes! {
    work: Pathway Explore Competency Evidence NewPiece Piece EditPiece;
    settings: Settings Pace;
}
