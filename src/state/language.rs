//! The person's language, and the words in it.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::start;
use rapport::{
    i18n::{I18n, LATER, Language},
    platform::{dom, intl::IntlFormats, preferences},
};

const NAME: &str = "language";

/// A language and its words, a Fluent file.
#[derive(Clone, Copy)]
pub struct Wording {
    pub language: Language,
    words: &'static str,
}

const ENGLISH: &str = Language::English.words();

/// Where the words of the first screen end.
#[expect(clippy::indexing_slicing, reason = "what is out of bounds does not compile")]
const END: usize = {
    let (words, mark) = (ENGLISH.as_bytes(), LATER.as_bytes());
    let (mut at, mut matched) = (0, 0);
    while matched < mark.len() {
        matched = match words[at] {
            byte if byte == mark[matched] => matched + 1,
            byte if byte == mark[0] => 1,
            _ => 0,
        };
        at += 1;
    }
    at - mark.len()
};

/// A part of the English words by itself: two slices of one text would travel together.
#[expect(clippy::indexing_slicing, reason = "what is out of bounds does not compile")]
const fn part<const LENGTH: usize>(from: usize) -> [u8; LENGTH] {
    let mut part = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        part[at] = ENGLISH.as_bytes()[from + at];
        at += 1;
    }
    part
}

static FIRST: [u8; END] = part(0);

static LAST: [u8; ENGLISH.len() - END] = part(END);

/// Bytes that are words, cut where a line begins.
const fn text(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

impl Wording {
    /// What is here without being fetched: English, as far as the first screen needs it.
    const BUILT_IN: Self = Self { language: Language::English, words: text(&FIRST) };

    /// Fetches the words of a language.
    pub async fn fetch(language: Language) -> Result<Self, SplitLoaderError> {
        match language {
            Language::English => Ok(Self::BUILT_IN),
            Language::Persian => Ok(Self { language, words: persian().await? }),
        }
    }

    /// The words of the person's language; those that are built in where they cannot be fetched.
    pub async fn of_person() -> Self {
        Self::fetch(current()).await.unwrap_or(Self::BUILT_IN)
    }
}

// Each language but the one that is built in is a part of the app for itself: see `ui::later`.
#[wasm_split(persian, fallible)]
fn persian() -> Result<&'static str, SplitLoaderError> {
    Ok(const { Language::Persian.words() })
}

/// Which language the interface is in. Changing it builds the interface anew.
#[derive(Clone, Copy)]
pub struct Languages(pub RwSignal<Wording>);

impl Languages {
    pub fn provide(first: Wording) -> Self {
        let languages = Self(RwSignal::new(first));
        provide_context(languages);
        languages
    }

    /// Changes to a language once its words are there; `failed` is called when they do not come.
    pub fn choose(self, language: Language, failed: impl FnOnce() + 'static) {
        start(async move {
            let Ok(wording) = Wording::fetch(language).await else { return failed() };
            preferences::write(NAME, &language.tag());
            self.0.set(wording);
        });
    }
}

/// The words, for components: a handle that is given away freely.
#[derive(Clone, Copy)]
pub struct Words(StoredValue<Rc<I18n>, LocalStorage>);

impl Words {
    /// Gives all below it the words of a language, and tells the document.
    pub fn provide(Wording { language, words }: Wording) -> Self {
        dom::set_language(language.tag(), language.direction());
        let i18n = I18n::new(language, words, IntlFormats::shared(language));
        let words = Self(StoredValue::new_local(Rc::new(i18n)));
        provide_context(words);
        words
    }

    pub fn get(self) -> Rc<I18n> {
        self.0.get_value()
    }

    /// Adds the words that only later parts need; each of them calls it before it shows anything.
    pub fn complete(self) {
        let i18n = self.get();
        if i18n.language == Language::English {
            i18n.complete(text(&LAST));
        }
    }

    pub fn text(self, message: &str) -> String {
        self.get().text(message)
    }
}

#[expect(clippy::expect_used, reason = "every component stands below the one that provides them")]
pub fn use_words() -> Words {
    use_context().expect("words are provided")
}

/// The language chosen before, or the first of the browser's that there are words in.
pub fn current() -> Language {
    preferences::read::<String>(NAME)
        .and_then(|tag| Language::of_tag(&tag))
        .or_else(|| dom::languages().iter().find_map(|tag| Language::of_tag(tag)))
        .unwrap_or(Language::English)
}
