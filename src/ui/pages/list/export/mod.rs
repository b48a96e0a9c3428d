//! Taking home what a list finds, or what is selected in it: as a file, on paper, or as one letter to all.
//!
//! What can be made of records is the table [`Format`]; the bytes of files are the business of
//! [`rapport::transfer`]. Another form of file is another format, and its arm in [`file`].

mod columns;
mod mail;
mod print;
mod profiles;

use leptos::prelude::*;

use self::{
    columns::ColumnTable,
    mail::MailLinks,
    profiles::{ChosenProfile, KeepProfile},
};
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
    domain::{
        book::Book,
        id::{Id, RecordType},
        table::Slot,
        value::number::Number,
    },
    i18n::I18n,
    platform::{clock, files},
    route::possible_columns,
    transfer::{
        Pieces,
        csv::{Outgoing, Preset, Writing},
        json::Excerpt,
        profile::{Choice, Format, Profile, Program, outgoing},
        vcard::{Cards, Version},
    },
};

/// What the button of a format says.
fn message(format: Format) -> &'static str {
    if matches!(format, Format::List | Format::Labels) { "export-print" } else { "save" }
}

/// What is chosen in the dialog.
#[derive(Clone, Copy)]
struct Choices {
    format: RwSignal<Format>,
    program: RwSignal<Program>,
    columns: RwSignal<Vec<Choice>>,
}

impl Choices {
    fn usual(listing: Listing) -> Self {
        Self {
            format: RwSignal::new(Format::default()),
            program: RwSignal::new(Program::default()),
            columns: RwSignal::new(columns::usual(listing)),
        }
    }

    fn take_usual(self, listing: Listing) {
        self.format.set(Format::default());
        self.program.set(Program::default());
        self.columns.set(columns::usual(listing));
    }

    fn take(self, listing: Listing, profile: &Profile) {
        let Profile { format, program, .. } = *profile;
        self.format.set(if format.suits(listing.on) { format } else { Format::default() });
        self.program.set(program);
        self.columns.set(profile.choices(possible_columns(listing.on)));
    }

    fn profile(self) -> Profile {
        let columns = self.columns.with(|columns| outgoing(columns));
        Profile { format: self.format.get(), program: self.program.get(), columns }
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

fn preset(program: Program, i18n: &I18n) -> Preset {
    let half = Number::from_ten_thousandths(5_000);
    match program {
        Program::LibreOffice => Preset::LibreOffice,
        Program::Plain => Preset::Plain,
        Program::Excel => Preset::Excel {
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
    let choices = Choices::usual(listing);
    let Choices { format, program, columns } = choices;
    let profile = RwSignal::new(None::<Id>);
    let profiles = profiles::of_type(listing);
    let chose_format = move |name: &str| {
        if let Some(it) = Format::ALL.into_iter().find(|format| format.name() == name) {
            format.set(it);
        }
    };
    let chose_program = move |name: &str| {
        if let Some(it) = Program::ALL.into_iter().find(|program| program.name() == name) {
            program.set(it);
        }
    };
    let is_empty = move || {
        slots().is_empty()
            || format.get().has_columns() && columns.with(|it| outgoing(it).is_empty())
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let columns = columns.with_untracked(|it| outgoing(it));
        let slots = slots();
        match format.get_untracked() {
            Format::List => print::list(listing, words, &slots, &columns),
            Format::Labels => print::labels(listing, words, &slots),
            format => {
                let preset = preset(program.get_untracked(), &words.get());
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
        <div class="stack">
            <ChosenProfile listing choices all=profiles id=profile />
            <form class="stack" id="export-form" on:submit=submitted>
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
                        <option value=format.name() selected=move || choices.format.get() == format>{words.text(&format!("export-format-{}", format.name()))}</option>
                    }).collect_view()}
                </select>
            </div>
            <Show when=move || format.get() == Format::Csv>
                <div class="field">
                    <label class="field__label" for="export-preset">{words.text("export-preset")}</label>
                    <select class="input" id="export-preset" on:change=move |event| chose_program(&event_target_value(&event))>
                        {Program::ALL.map(|it| view! {
                            <option value=it.name() selected=move || program.get() == it>
                                {words.text(&format!("export-preset-{}", it.name()))}
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
            </form>
            <KeepProfile listing choices all=profiles id=profile />
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| is_exporting.set(false)>
                    {move || words.text(if format.get() == Format::Mail { "close" } else { "cancel" })}
                </button>
                <Show when=move || format.get() != Format::Mail>
                    <button class="button button--primary" id="export-go" type="submit" form="export-form" disabled=is_empty>
                        {move || words.text(message(format.get()))}
                    </button>
                </Show>
            </div>
        </div>
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
