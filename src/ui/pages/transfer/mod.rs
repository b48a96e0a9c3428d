//! Files in and out: the whole workspace as JSON, spreadsheets as CSV and XLSX, address books as vCard.

mod arrival;
pub(in crate::ui) mod backup;
mod cards;
pub(in crate::ui) mod daily;
mod fixed;
mod imports;
mod locked;
mod phones;
mod problems;
mod restore;
mod spreadsheet;
mod tryout;
mod workbook;

use std::{cell::RefCell, rc::Rc, sync::Arc};

use leptos::{ev, html, prelude::*};
use web_sys::{ClipboardEvent, DragEvent, File};

use self::{
    backup::Backup, cards::Cards, daily::DailyBackup, imports::Imports, locked::Locked,
    restore::Restore, spreadsheet::Spreadsheet, tryout::TryOut, workbook::Workbook,
};
use crate::{
    state::{self, language::use_words, lock, toasts::use_toasts},
    ui::keyboard::use_here,
};
use rapport::{
    i18n::I18n,
    platform::{clock, dom, files},
    storage::{opening::Finding, rescue},
    transfer::{
        age, encoding,
        incoming::Rows,
        json::{self, Contents},
        monica, vcard, xlsx,
    },
};

/// A backup that was read and waits for what to do with it.
#[derive(Clone)]
struct Chosen {
    name: String,
    contents: Rc<RefCell<Option<Contents>>>,
    /// What it lacks, when it is what was stored and damaged.
    findings: Vec<Finding>,
}

impl Chosen {
    fn new(name: String, contents: Contents, findings: Vec<Finding>) -> Self {
        Self { name, contents: Rc::new(RefCell::new(Some(contents))), findings }
    }
}

/// What a file turned out to be.
#[derive(Clone)]
enum Found {
    Backup(Chosen),
    /// What it holds is known once its passphrase is.
    Locked(String, Arc<Vec<u8>>),
    Cards(String, Arc<Rows>),
    Table(String, Arc<Vec<u8>>),
    Workbook(String, Arc<Vec<u8>>),
}

impl Found {
    /// A file is locked when it says so, what was stored when its lines are values of a store, a backup when it
    /// looks like JSON and is none of Monica's, cards when it begins with one, a workbook when it is packed like
    /// one, and a table otherwise.
    async fn read(name: String, bytes: Vec<u8>, i18n: &I18n) -> Result<Self, String> {
        let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        if age::is_age(&bytes) {
            Ok(Self::Locked(name, Arc::new(bytes)))
        } else if rescue::is_copy(&bytes) {
            let opened = rescue::open(&bytes, lock::seal()).await;
            let opened = opened.map_err(|error| i18n.boot_error(&error))?;
            let file: Vec<u8> = json::export(&opened.book, clock::now()).flatten().collect();
            let contents = json::read(&file).map_err(|problem| i18n.file_problem(&problem))?;
            Ok(Self::Backup(Chosen::new(name, contents, opened.report)))
        } else if start == Some(&b'{') {
            match json::read(&bytes) {
                Ok(contents) => Ok(Self::Backup(Chosen::new(name, contents, Vec::new()))),
                Err(problem) => match monica::read(&bytes) {
                    Some(rows) => Ok(Self::Cards(name, Arc::new(rows))),
                    None => Err(i18n.file_problem(&problem)),
                },
            }
        } else if vcard::is_vcard(&bytes) {
            let text = encoding::decode(&bytes, None, files::decode);
            let (text, _) = text.ok_or_else(|| i18n.text("csv-binary"))?;
            let rows = vcard::read(&text).map_err(|problem| i18n.vcard_problem(&problem))?;
            Ok(Self::Cards(name, Arc::new(rows)))
        } else if let Some(recognized) = xlsx::recognize(&bytes) {
            recognized.map_err(|problem| i18n.workbook_problem(&problem))?;
            Ok(Self::Workbook(name, Arc::new(bytes)))
        } else {
            Ok(Self::Table(name, Arc::new(bytes)))
        }
    }
}

#[component]
pub(in crate::ui) fn TransferPage() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let input = NodeRef::<html::Input>::new();
    let is_reading = RwSignal::new(false);
    let is_over = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let chosen = RwSignal::new_local(None::<Found>);
    let read = move |file: File| {
        problem.set(None);
        chosen.set(None);
        is_reading.set(true);
        state::start(async move {
            match files::read(&file).await {
                Ok(bytes) => match Found::read(file.name(), bytes, &words.get()).await {
                    Ok(found) => chosen.set(Some(found)),
                    Err(refused) => problem.set(Some(refused)),
                },
                Err(error) => toasts
                    .failed(words.get().with("transfer-unreadable", &[("words", (&error).into())])),
            }
            is_reading.set(false);
        });
    };
    let entered = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again after it was mended.
        input.set_value("");
        if let Some(file) = file {
            read(file);
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let file =
            event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            read(file);
        }
    };

    let opened = move |name: String, bytes: Vec<u8>| {
        // What was locked is read as any file is.
        let name = name.strip_suffix(".age").unwrap_or(&name).to_owned();
        state::start(async move {
            let found = Found::read(name, bytes, &words.get()).await;
            problem.set(found.as_ref().err().cloned());
            chosen.set(found.ok());
        });
    };

    let here = use_here();
    // Synchronizes with files that are dropped anywhere on the page.
    Effect::new(move || {
        if let Some(file) = here.dropped.get() {
            here.dropped.set(None);
            read(file);
        }
    });
    // Cells that were copied in a spreadsheet come as text between tabs.
    let pasted = move |event: ClipboardEvent| {
        let is_in_input =
            dom::active().is_some_and(|it| it.matches("input, textarea").unwrap_or_default());
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !is_in_input && !text.trim().is_empty()) {
            event.prevent_default();
            problem.set(None);
            let name = words.text("transfer-pasted");
            chosen.set(Some(Found::Table(name, Arc::new(text.into_bytes()))));
        }
    };
    let handle = window_event_listener(ev::paste, pasted);
    on_cleanup(move || handle.remove());

    view! {
        <div class="sheet">
            <h1>{words.text("nav-transfer")}</h1>
            <Backup />
            <section class="sheet__section">
                <h2>{words.text("transfer-in")}</h2>
                <p class="sheet__lead">{words.text("transfer-in-lead")}</p>
                <label
                    class="drop"
                    data-over=move || is_over.get().then_some("")
                    on:dragover=move |event: DragEvent| { event.prevent_default(); is_over.set(true); }
                    on:dragleave=move |_| is_over.set(false)
                    on:drop=dropped
                >
                    <span class="drop__words">{words.text("transfer-drop")}</span>
                    <input
                        class="drop__input"
                        id="file"
                        type="file"
                        accept=".json,.jsonl,.age,.csv,.tsv,.txt,.vcf,.xlsx,application/json,text/csv,text/vcard"
                        node_ref=input
                        on:change=entered
                    />
                </label>
                <Show when=move || is_reading.get()>
                    <p role="status">{words.text("transfer-reading")}</p>
                </Show>
                {move || problem.get().map(|problem| view! {
                    <p class="notice" data-level="error" role="alert" id="file-problem">{problem}</p>
                })}
                {move || chosen.get().map(|found| match found {
                    Found::Backup(file) => view! { <Restore file done=move || chosen.set(None) /> }.into_any(),
                    Found::Locked(name, file) => {
                        let of = name.clone();
                        let opened = Callback::new(move |bytes| opened(of.clone(), bytes));
                        view! { <Locked id="file-passphrase" name file opened done=move || chosen.set(None) /> }.into_any()
                    }
                    Found::Cards(name, rows) => {
                        view! { <Cards name rows done=move || chosen.set(None) /> }.into_any()
                    }
                    Found::Table(name, bytes) => {
                        view! { <Spreadsheet name bytes done=move || chosen.set(None) /> }.into_any()
                    }
                    Found::Workbook(name, bytes) => {
                        view! { <Workbook name bytes done=move || chosen.set(None) /> }.into_any()
                    }
                })}
            </section>
            <DailyBackup />
            <TryOut />
            <Imports />
        </div>
    }
}
