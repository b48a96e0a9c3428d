//! A recovery key, to be written down, printed or copied. It is shown once and kept nowhere.

use leptos::prelude::*;

use crate::{
    state::{self, language::use_words, toasts::use_toasts},
    ui::paper,
};
use rapport::{platform::dom, storage::seal::RecoveryKey};

#[component]
pub(in crate::ui) fn RecoveryKeyShown(key: RecoveryKey) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let text = StoredValue::new(key.print());
    let clicked_print = move |_| {
        let (title, lead) = (words.text("lock-recovery-yours"), words.text("lock-recovery-use"));
        paper::put(move || {
            view! {
                <section class="paper">
                    <h1>"Rapport"</h1>
                    <h2>{title}</h2>
                    <p dir="ltr"><code>{text.get_value()}</code></p>
                    <p>{lead}</p>
                    <p dir="ltr">{dom::origin()}</p>
                </section>
            }
            .into_any()
        });
    };
    let clicked_copy = move |_| {
        state::start(async move {
            let i18n = words.get();
            match dom::copy(&text.get_value()).await {
                Ok(()) => toasts.done(i18n.text("lock-recovery-copied"), None),
                Err(error) => {
                    toasts.failed(i18n.with("export-not-copied", &[("words", (&error).into())]));
                }
            }
        });
    };

    view! {
        <h3>{words.text("lock-recovery-yours")}</h3>
        <p class="recovery-key" id="recovery-key" dir="ltr"><code>{text.get_value()}</code></p>
        <p>{words.text("lock-recovery-keep")}</p>
        <div class="cluster">
            <button class="button" id="recovery-print" type="button" on:click=clicked_print>{words.text("lock-recovery-print")}</button>
            <button class="button" id="recovery-copy" type="button" on:click=clicked_copy>{words.text("lock-recovery-copy")}</button>
        </div>
    }
}
