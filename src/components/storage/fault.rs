//! Why there is no connection or no backup: what happened, what is safe, what to do.

use leptos::prelude::*;
use platform::page;
use sync::error::Remedy;
use sync::local::LocalError;
use sync::probe::Shortfall;
use sync::recipe::{APACHE, NGINX, Particulars, Recipe, Server, fill};
use sync::report::Stop;
use sync::webdav::{AddressError, SignInError};

use crate::components::shell::store_error;
use crate::i18n::t;
use crate::state::ConnectError;

/// What to say of a connection that did not come about.
pub fn connect_sentence(error: &ConnectError) -> &'static str {
    match error {
        ConnectError::Address(error) => address_sentence(error),
        ConnectError::SignIn(SignInError::ColonInUser) => t::sync::sign_in_colon(),
        ConnectError::SignIn(SignInError::ControlCharacter) => t::sync::sign_in_control(),
        ConnectError::Stop(stop) => stop_sentence(stop),
        ConnectError::Unfit(unfit) => match &unfit.shortfall {
            Shortfall::Backend(error) => remedy_sentence(error.remedy()),
            _ => t::sync::fault_unfit(),
        },
        ConnectError::NotThis => t::sync::fault_not_this(),
        ConnectError::Store(error) => store_error(error),
    }
}

/// What to say of a run that ended early.
pub fn stop_sentence(stop: &Stop) -> &'static str {
    match stop {
        Stop::Cancelled => t::sync::cancelled(),
        Stop::RootMissing => t::sync::fault_root_missing(),
        Stop::OtherPortfolio { .. } => t::sync::fault_other_portfolio(),
        Stop::Backend(error) => remedy_sentence(error.remedy()),
        Stop::Local(LocalError::Full) => t::sync::fault_device_full(),
        Stop::Local(_) => t::sync::fault_device(),
    }
}

fn remedy_sentence(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Wait => t::sync::fault_wait(),
        Remedy::CheckConnection => t::sync::fault_connection(),
        Remedy::SignInAgain => t::sync::fault_sign_in(),
        Remedy::AskForRights => t::sync::fault_rights(),
        Remedy::CheckAddress => t::sync::fault_address(),
        Remedy::MakeRoom => t::sync::fault_room(),
        Remedy::ChangeServer => t::sync::fault_server(),
    }
}

fn address_sentence(error: &AddressError) -> &'static str {
    match error {
        AddressError::Empty => t::sync::address_empty(),
        AddressError::NotHttp => t::sync::address_not_http(),
        AddressError::NoServer => t::sync::address_no_server(),
        AddressError::HoldsSignIn => t::sync::address_holds_sign_in(),
        AddressError::IsPage => t::sync::address_is_page(),
    }
}

/// The server's own configuration that helps, where one does.
pub fn recipe_of(error: &ConnectError) -> Option<Recipe> {
    match error {
        ConnectError::Stop(Stop::Backend(error)) => error.recipe(),
        ConnectError::Unfit(unfit) => unfit.recipe(),
        _ => None,
    }
}

/// Configurations to copy, for the person who runs the server.
#[component]
pub fn Recipes(recipe: Recipe) -> impl IntoView {
    let origin = page::origin();
    let particulars =
        Particulars { path: "/cairn-storage", folder: "/srv/cairn", users: "/etc/cairn-users", origin: &origin };
    let (apache, nginx) = (("Apache", APACHE), ("nginx", NGINX));
    let wanted = match recipe.server {
        Server::Apache => vec![apache],
        Server::Nginx => vec![nginx],
        Server::Unknown => vec![apache, nginx],
    };
    let recipes = wanted.into_iter().map(|(name, text)| {
        view! {
            <p class="small">{name}</p>
            <pre class="recipe" tabindex="0">{fill(text, &particulars)}</pre>
        }
    });
    view! {
        <details>
            <summary>{t::sync::recipe()}</summary>
            {recipes.collect_view()}
        </details>
    }
}
