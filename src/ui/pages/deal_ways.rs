//! The two ways to look at deals: as a board, and as a table. What is asked for stays.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, navigation::use_navigation},
    ui::components::{
        icon::Picture,
        switch::{Switch, Way},
    },
};
use rapport::{domain::id::RecordType, route::Route};

#[component]
pub(in crate::ui) fn DealWays() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let is_board = matches!(navigation.peek(), Route::Board { .. });
    let list = Memo::new(move |_| navigation.route().asked());
    let way = |bare: Route, message, picture, is_here| Way {
        href: Signal::derive(move || bare.clone().asking(list.get()).href()),
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
