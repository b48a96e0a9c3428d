//! Taking home what a list finds, or what is selected in it: as a file, on paper, or as one letter to all.
//!
//! What can be made of records is the table [`Format`]; the bytes of files are the business of
//! [`rapport::transfer`].

mod columns;
mod mail;
mod print;

use leptos::prelude::*;

use self::{columns::ColumnTable, mail::MailLinks};
use super::Listing;
use crate::{
    state::{
        language::{Words, use_words},
        saving::NewFile,
        toasts::{Toasts, use_toasts},
    },
    ui::{components::dialog::Dialog, keyboard::use_here, saving},
};
use rapport::{
    domain::{book::Book, field::keys, id::RecordType, table::Slot, value::number::Number},
    i18n::I18n,
    platform::{clock, files},
    transfer::{
        Pieces,
        csv::{Outgoing, Preset, Writing},
        json::Excerpt,
        vcard::{Cards, Version},
    },
};

/// What can be made of records. Another form of file is another one here, and its arm in [`file`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Csv,
    /// As every address book reads it.
    Vcard,
    NewerVcard,
    Json,
    List,
    Labels,
    Mail,
}

impl Format {
    const ALL: [Self; 7] = [
        Self::Csv,
        Self::Vcard,
        Self::NewerVcard,
        Self::Json,
        Self::List,
        Self::Labels,
        Self::Mail,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Vcard => "vcard",
            Self::NewerVcard => "newer-vcard",
            Self::Json => "json",
            Self::List => "list",
            Self::Labels => "labels",
            Self::Mail => "mail",
        }
    }

    /// Whether records of a type can be taken home so: a card, a label or a mail is for somebody who has an
    /// address.
    fn suits(self, on: RecordType) -> bool {
        let is_for_contacts =
            matches!(self, Self::Vcard | Self::NewerVcard | Self::Labels | Self::Mail);
        !is_for_contacts || keys::EMAILS.field().is_some_and(|field| field.is_on(on))
    }

    fn has_columns(self) -> bool {
        matches!(self, Self::Csv | Self::List)
    }

    /// What its button says.
    fn message(self) -> &'static str {
        if matches!(self, Self::List | Self::Labels) { "export-print" } else { "save" }
    }
}

/// A file to be written: its ending, its type, and its bytes.
type File = (&'static str, &'static str, Box<dyn Pieces>);

/// `None` for what is no file.
fn file(
    format: Format,
    book: &Book,
    on: RecordType,
    slots: Vec<Slot>,
    columns: Vec<Outgoing>,
    preset: Preset,
) -> Option<File> {
    Some(match format {
        Format::Csv => ("csv", "text/csv", Box::new(Writing::new(on, slots, columns, preset))),
        Format::Vcard => ("vcf", "text/vcard", Box::new(Cards::new(on, slots, Version::V3))),
        Format::NewerVcard => ("vcf", "text/vcard", Box::new(Cards::new(on, slots, Version::V4))),
        Format::Json => {
            ("json", "application/json", Box::new(Excerpt::new(book, on, &slots, clock::now())))
        }
        Format::List | Format::Labels | Format::Mail => return None,
    })
}

const PRESETS: [&str; 3] = ["excel", "libreoffice", "plain"];

fn preset(name: &str, i18n: &I18n) -> Preset {
    let half = Number::from_ten_thousandths(5_000);
    match name {
        "libreoffice" => Preset::LibreOffice,
        "plain" => Preset::Plain,
        _ => Preset::Excel {
            has_decimal_comma: half.is_some_and(|half| i18n.formats.number(half).contains(',')),
        },
    }
}

#[component]
pub(in crate::ui) fn ExportDialog(listing: Listing) -> impl IntoView {
    let words = use_words();
    let here = use_here();

    view! {
        <Dialog open=here.is_exporting title=Signal::derive(move || words.text("export-title"))>
            <ExportForm listing />
        </Dialog>
    }
}

#[component]
fn ExportForm(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let is_exporting = use_here().is_exporting;
    let Listing { on, workspace, .. } = listing;
    let found = StoredValue::new(listing.slots.get_untracked());
    let selected = StoredValue::new(listing.selected_slots());
    let is_any_selected = selected.with_value(|selected| !selected.is_empty());
    let is_of_selected = RwSignal::new(is_any_selected);
    let slots = move || {
        if is_of_selected.get() { selected.get_value() } else { found.get_value() }
    };
    let count = move || words.get().count(on, slots().len());
    let format = RwSignal::new(Format::Csv);
    let chosen_preset = RwSignal::new(PRESETS[0]);
    let columns = RwSignal::new(columns::usual(listing));
    let chose_format = move |name: &str| {
        if let Some(it) = Format::ALL.into_iter().find(|format| format.name() == name) {
            format.set(it);
        }
    };
    let chose_preset = move |name: &str| {
        if let Some(it) = PRESETS.into_iter().find(|preset| *preset == name) {
            chosen_preset.set(it);
        }
    };
    let is_empty = move || {
        slots().is_empty()
            || format.get().has_columns() && columns.with(|it| columns::outgoing(it).is_empty())
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let columns = columns.with_untracked(|it| columns::outgoing(it));
        let slots = slots();
        match format.get_untracked() {
            Format::List => print::list(listing, words, &slots, &columns),
            Format::Labels => print::labels(listing, words, &slots),
            format => {
                let preset = preset(chosen_preset.get_untracked(), &words.get());
                let slots = slots.to_vec();
                let records = slots.len();
                let file = workspace.peek(|book| file(format, book, on, slots, columns, preset));
                if let Some(file) = file {
                    save(listing, words, toasts, records, file);
                }
            }
        }
        is_exporting.set(false);
    };

    view! {
        <form class="stack export" on:submit=submitted>
            {if is_any_selected {
                view! {
                    <div class="field">
                        <label class="field__label" for="export-what">{words.text("export-what")}</label>
                        <select class="input" id="export-what" on:change=move |event| is_of_selected.set(event_target_value(&event) == "selected")>
                            {[("selected", "export-selected", selected), ("found", "export-found", found)].map(|(name, message, slots)| {
                                let i18n = words.get();
                                let what = i18n.count(on, slots.with_value(|slots| slots.len()));
                                view! { <option value=name>{i18n.with(message, &[("what", (&what).into())])}</option> }
                            })}
                        </select>
                    </div>
                }.into_any()
            } else {
                view! { <p>{count}</p> }.into_any()
            }}
            <div class="field">
                <label class="field__label" for="export-format">{words.text("export-format")}</label>
                <select class="input" id="export-format" on:change=move |event| chose_format(&event_target_value(&event))>
                    {Format::ALL.into_iter().filter(|format| format.suits(listing.on)).map(|format| view! {
                        <option value=format.name()>{words.text(&format!("export-format-{}", format.name()))}</option>
                    }).collect_view()}
                </select>
            </div>
            <Show when=move || format.get() == Format::Csv>
                <div class="field">
                    <label class="field__label" for="export-preset">{words.text("export-preset")}</label>
                    <select class="input" id="export-preset" on:change=move |event| chose_preset(&event_target_value(&event))>
                        {PRESETS.map(|name| view! {
                            <option value=name selected=move || chosen_preset.get_untracked() == name>
                                {words.text(&format!("export-preset-{name}"))}
                            </option>
                        })}
                    </select>
                </div>
            </Show>
            <Show when=move || format.get() == Format::Json>
                <p class="subtle">{words.text("export-json-lead")}</p>
            </Show>
            <Show when=move || format.get() == Format::Labels>
                <print::LabelsLead listing slots=Signal::derive(slots) />
            </Show>
            <Show when=move || format.get() == Format::List>
                <print::ListLead count=Signal::derive(move || slots().len()) />
            </Show>
            <Show when=move || format.get() == Format::Mail>
                <MailLinks listing slots=Signal::derive(slots) />
            </Show>
            <Show when=move || format.get().has_columns()>
                <ColumnTable listing columns />
            </Show>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| is_exporting.set(false)>
                    {move || words.text(if format.get() == Format::Mail { "close" } else { "cancel" })}
                </button>
                <Show when=move || format.get() != Format::Mail>
                    <button class="button button--primary" id="export-go" type="submit" disabled=is_empty>
                        {move || words.text(format.get().message())}
                    </button>
                </Show>
            </div>
        </form>
    }
}

/// Saves a file of so many records.
fn save(
    listing: Listing,
    words: Words,
    toasts: Toasts,
    records: usize,
    (extension, mime, pieces): File,
) {
    let kind = listing.on.plural();
    let name = files::dated(&format!("rapport-{kind}"), extension);
    saving::save(words, toasts, listing.workspace, NewFile { name, mime, records }, pieces);
}
