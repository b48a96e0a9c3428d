//! The person's language, and the words in it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    i18n::{I18n, Language},
    platform::{dom, intl::IntlFormats, preferences},
};

const NAME: &str = "language";

/// Which language the interface is in. Changing it builds the interface anew.
#[derive(Clone, Copy)]
pub struct Languages(pub RwSignal<Language>);

impl Languages {
    pub fn provide() -> Self {
        let languages = Self(RwSignal::new(current()));
        provide_context(languages);
        languages
    }

    pub fn choose(self, language: Language) {
        preferences::write(NAME, &language.tag());
        self.0.set(language);
    }
}

/// The words, for components: a handle that is given away freely.
#[derive(Clone, Copy)]
pub struct Words(StoredValue<Rc<I18n>, LocalStorage>);

impl Words {
    /// Gives all below it the words of a language, and tells the document.
    pub fn provide(language: Language) -> Self {
        dom::set_language(language.tag(), language.direction());
        let words = Self(StoredValue::new_local(Rc::new(I18n::new(
            language,
            IntlFormats::shared(language),
        ))));
        provide_context(words);
        words
    }

    pub fn get(self) -> Rc<I18n> {
        self.0.get_value()
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
