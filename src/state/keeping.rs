//! Keeping the app on this device, and the page to itself.

use leptos::prelude::*;

use super::{
    boot::{Boot, Booting},
    start,
};
use rapport::platform::{
    dom, network,
    offline::{self, News, Version},
};

/// What is known of where the app comes from.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// Which version pages get, once one is kept on this device.
    pub version: RwSignal<Option<Version>>,
    /// When the page was closed to the network, in milliseconds since it was opened.
    pub closed: RwSignal<Option<f64>>,
}

impl Keeping {
    pub fn provide() -> Self {
        let keeping = Self { version: RwSignal::new(None), closed: RwSignal::new(None) };
        provide_context(keeping);
        keeping
    }

    /// Whether there is a newer version that the person may take.
    pub fn has_newer(self) -> bool {
        self.version.with(|version| version.as_ref().is_some_and(|version| !version.is_newest))
    }

    async fn learn(self) {
        // The page may be gone by now.
        let _ = self.version.try_set(offline::version().await);
    }

    /// Keeps the app on this device, and then closes the page to the network. To be done once, when all parts
    /// of the app are here.
    pub async fn settle(self, boot: Booting) {
        offline::begin(move |news| match news {
            News::Kept => start(self.learn()),
            News::Renewed => match boot.0.get_untracked() {
                Boot::Ready(workspace) => workspace.when_done(dom::reload),
                _ => dom::reload(),
            },
        })
        .await;
        network::close();
        self.closed.set(Some(network::elapsed()));
        self.learn().await;
        // What was damaged on disk is mended before it is needed.
        offline::check().await;
        self.learn().await;
    }
}

#[expect(clippy::expect_used, reason = "the root component provides it")]
pub fn use_keeping() -> Keeping {
    use_context().expect("the keeping is provided")
}
