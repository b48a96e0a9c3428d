//! Where in the app the person is: the address, as a signal.

use leptos::prelude::*;
use web_sys::Event;

use rapport::{platform::dom, route::Route};

#[derive(Clone, Copy)]
pub struct Navigation(RwSignal<Route>);

impl Navigation {
    /// Follows the address for as long as the page lives.
    pub fn provide() -> Self {
        let route = RwSignal::new(Route::parse(&dom::hash()));
        dom::on_window("hashchange", move |_: Event| route.set(Route::parse(&dom::hash())));
        let navigation = Self(route);
        provide_context(navigation);
        navigation
    }

    /// Reads the address again: what it means may depend on the fields that there are.
    pub fn read_again(self) {
        let route = Route::parse(&dom::hash());
        if self.0.with_untracked(|held| *held != route) {
            self.0.set(route);
        }
    }

    pub fn route(self) -> Route {
        self.0.get()
    }

    /// The route, without being told when it changes.
    pub fn peek(self) -> Route {
        self.0.get_untracked()
    }

    /// Goes somewhere; the browser's back button returns.
    #[expect(clippy::unused_self, reason = "who may go somewhere has the handle, as for `replace`")]
    pub fn go(self, route: &Route) {
        dom::go(&route.href());
    }

    /// Changes the address of where the person is, for what changes while one types.
    pub fn replace(self, route: Route) {
        dom::replace(&route.href());
        self.0.set(route);
    }
}

#[expect(clippy::expect_used, reason = "the root component provides it")]
pub fn use_navigation() -> Navigation {
    use_context().expect("navigation is provided")
}
