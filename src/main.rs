//! Starts the app.

fn main() {
    leptos::mount::mount_to_body(cairn_app::app::App);
}
