//! The two ways to look at deals: as a board, and as a table.

use leptos::prelude::*;

use crate::{
    state::language::use_words,
    ui::components::{
        icon::Picture,
        switch::{Switch, Way},
    },
};
use rapport::{domain::id::RecordType, route::Route};

#[component]
pub(super) fn DealWays(
    /// Whether the page that it stands on is the board.
    is_board: bool,
) -> impl IntoView {
    let words = use_words();
    let way = |route: Route, message, picture, is_here| Way {
        href: route.href(),
        text: words.text(message),
        picture,
        is_here,
    };
    let ways = vec![
        way(Route::board(), "board", Picture::Columns, is_board),
        way(Route::list(RecordType::Deal), "board-table", Picture::Table, !is_board),
    ];

    view! { <Switch label=words.text("nav-deals") ways /> }
}
