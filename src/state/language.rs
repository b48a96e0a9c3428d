//! The person's language, and the words in it.

use std::{rc::Rc, sync::OnceLock};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::start;
use rapport::{
    i18n::{self, I18n, Language},
    platform::{dom, intl::IntlFormats, preferences},
};

const NAME: &str = "language";

/// A language and the words in it that the first screen needs, a Fluent file.
#[derive(Clone, Copy)]
pub struct Wording {
    pub language: Language,
    words: &'static str,
}

impl Wording {
    /// What is here without being fetched.
    fn built_in() -> Self {
        Self { language: Language::BUILT_IN, words: i18n::english::first() }
    }

    /// Fetches the first words of a language.
    pub async fn fetch(language: Language) -> Result<Self, SplitLoaderError> {
        match language {
            Language::English => Ok(Self::built_in()),
            Language::Persian => Ok(Self { language, words: persian().await? }),
        }
    }

    /// The words of the person's language; those that are built in where they cannot be fetched.
    pub async fn of_person() -> Self {
        Self::fetch(current()).await.unwrap_or_else(|_| Self::built_in())
    }
}

/// Fetches the later words of a language. Those of the built-in one come with the parts that need them.
pub async fn fetch_later(language: Language) -> Result<(), SplitLoaderError> {
    let words = match language {
        Language::English => return Ok(()),
        Language::Persian => later_persian().await?,
    };
    later_words(language).get_or_init(|| words);
    Ok(())
}

// Each language but the one that is built in has two parts of the app for itself: see `ui::later`. By the
// name of the first one `cargo xtask size` knows what belongs to the first load.
#[wasm_split(words_persian, fallible)]
fn persian() -> Result<&'static str, SplitLoaderError> {
    Ok(i18n::persian::first())
}

#[wasm_split(later_words_persian, fallible)]
fn later_persian() -> Result<&'static str, SplitLoaderError> {
    Ok(i18n::persian::later())
}

/// The later words of a language, once they are here.
fn later_words(language: Language) -> &'static OnceLock<&'static str> {
    static ENGLISH: OnceLock<&str> = OnceLock::new();
    static PERSIAN: OnceLock<&str> = OnceLock::new();
    match language {
        Language::English => &ENGLISH,
        Language::Persian => &PERSIAN,
    }
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
            let fetched = Wording::fetch(language).await;
            let (Ok(wording), Ok(())) = (fetched, fetch_later(language).await) else {
                return failed();
            };
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
        if let Some(later) = later_words(language).get() {
            i18n.learn(later);
        }
        let words = Self(StoredValue::new_local(Rc::new(i18n)));
        provide_context(words);
        words
    }

    pub fn get(self) -> Rc<I18n> {
        self.0.get_value()
    }

    pub fn text(self, message: &str) -> String {
        self.get().text(message)
    }

    /// Fetches the words that the first screen does without, where they are not here.
    pub async fn fetch_later(self) -> Result<(), SplitLoaderError> {
        fetch_later(self.get().language).await
    }

    /// Brings the words that the first screen does without, which are here. To be called from the parts that
    /// come after it: they have those of the language that is built in.
    pub fn bring_later(self) {
        later_words(Language::BUILT_IN).get_or_init(i18n::english::later);
        let i18n = self.get();
        if let Some(later) = later_words(i18n.language).get() {
            i18n.learn(later);
        }
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
