//! A key with what is held beside it, as the table writes it and as the browser reports it.
//!
//! A letter of the table is the one on the key cap where the layout has Latin letters, wherever that key
//! lies (Dvorak, AZERTY); where it has others (Persian, Russian, Thai), it is the key that bears the
//! letter on a QWERTY keyboard. `/` and `?` are what is typed, or that key of a layout of other letters.

/// A key with what is held beside it: `Mod+Shift+Z`. `Mod` is Ctrl, on a Mac ⌘.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke<'a> {
    pub with_mod: bool,
    pub with_shift: bool,
    /// A letter in upper case, a sign, or the name of a key as the browser has it; `Space` for the space.
    pub key: &'a str,
}

impl<'a> Stroke<'a> {
    pub fn parse(text: &'a str) -> Self {
        let (with_mod, text) = stripped(text, "Mod+");
        let (with_shift, key) = stripped(text, "Shift+");
        Self { with_mod, with_shift, key }
    }

    /// Whether the key is one letter.
    pub fn is_letter(&self) -> bool {
        self.key.len() == 1 && self.key.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

fn stripped<'a>(text: &'a str, start: &str) -> (bool, &'a str) {
    text.strip_prefix(start).map_or((false, text), |rest| (true, rest))
}

/// A key as the browser reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what is held is held by itself")]
pub struct Pressed {
    /// What it types, or its name.
    pub key: String,
    /// Where it lies, by its name on a QWERTY keyboard.
    pub code: String,
    /// Ctrl, on a Mac ⌘.
    pub with_mod: bool,
    pub with_shift: bool,
    /// Alt, or the other one of Ctrl and ⌘.
    pub with_other: bool,
    /// It is being held.
    pub is_repeat: bool,
}

impl Pressed {
    /// A stroke on a QWERTY keyboard.
    pub fn of(stroke: &Stroke) -> Self {
        let (key, code) = match stroke.key {
            "Space" => (" ".to_owned(), "Space".to_owned()),
            "?" | "/" => (stroke.key.to_owned(), "Slash".to_owned()),
            key if stroke.is_letter() && stroke.with_shift => (key.to_owned(), format!("Key{key}")),
            key if stroke.is_letter() => (key.to_ascii_lowercase(), format!("Key{key}")),
            key => (key.to_owned(), key.to_owned()),
        };
        Self {
            key,
            code,
            with_mod: stroke.with_mod,
            with_shift: stroke.with_shift || stroke.key == "?",
            with_other: false,
            is_repeat: false,
        }
    }

    /// Whether it is this stroke, on whichever layout.
    pub fn is(&self, stroke: &Stroke) -> bool {
        if self.with_mod != stroke.with_mod || self.with_other {
            return false;
        }
        let mut typed = self.key.chars();
        let typed = match (typed.next(), typed.next()) {
            (Some(c), None) => Some(c),
            _ => None,
        };
        let is_foreign = typed.is_some_and(|c| !c.is_ascii());
        match stroke.key {
            // Where the signs lie, and whether with shift, is the layout's.
            "/" => typed == Some('/') || is_foreign && self.code == "Slash" && !self.with_shift,
            "?" => typed == Some('?') || is_foreign && self.code == "Slash" && self.with_shift,
            key if stroke.is_letter() => {
                let is_key = match typed {
                    Some(c) if c.is_ascii_alphabetic() => key.starts_with(c.to_ascii_uppercase()),
                    // Also a Latin key whose letter Alt or Ctrl has turned into something without a name.
                    _ => self.code.strip_prefix("Key") == Some(key),
                };
                is_key && self.with_shift == stroke.with_shift
            }
            "Space" => typed == Some(' ') && self.with_shift == stroke.with_shift,
            key => self.key == key && self.with_shift == stroke.with_shift,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is typed (upper case is with shift), the key it is typed with, and the stroke that it is or not.
    #[track_caller]
    fn check(typed: &str, code: &str, stroke: &str, expected: bool) {
        let stroke = Stroke::parse(stroke);
        let pressed = Pressed {
            key: typed.to_owned(),
            code: code.to_owned(),
            with_shift: stroke.with_shift,
            ..Pressed::of(&Stroke { with_shift: false, key: "A", ..stroke })
        };
        assert_eq!(pressed.is(&stroke), expected, "{pressed:?}");
    }

    /// What is typed, the key it is typed with, and the sign that it is or not.
    #[track_caller]
    fn check_sign(typed: &str, code: &str, sign: &str, expected: bool) {
        let (with_shift, code) = stripped(code, "Shift+");
        let pressed = Pressed {
            key: typed.to_owned(),
            code: code.to_owned(),
            with_shift,
            ..Pressed::of(&Stroke::parse("A"))
        };
        assert_eq!(pressed.is(&Stroke::parse(sign)), expected, "{pressed:?}");
    }

    #[test]
    fn letters_are_those_on_the_cap_where_there_are_latin_ones() {
        check("k", "KeyK", "Mod+K", true);
        // Dvorak: the key of V types k, and the key of K types t.
        check("k", "KeyV", "Mod+K", true);
        check("t", "KeyK", "Mod+K", false);
        // AZERTY: the key of Q types a.
        check("a", "KeyQ", "A", true);
        check("q", "KeyA", "A", false);
        // Caps lock is no shift.
        check("J", "KeyJ", "J", true);
    }

    #[test]
    fn letters_are_those_of_qwerty_where_there_are_others() {
        for (typed, code) in [("ن", "KeyK"), ("л", "KeyK"), ("า", "KeyK"), ("κ", "KeyK")] {
            check(typed, code, "K", true);
            check(typed, code, "Mod+K", true);
            check(typed, code, "J", false);
        }
        check("ı", "KeyI", "I", true);
        check("Dead", "KeyN", "N", true);
    }

    #[test]
    fn what_is_held_counts() {
        check("ArrowDown", "ArrowDown", "Shift+ArrowDown", true);
        let pressed = Pressed::of(&Stroke::parse("Mod+Z"));
        assert!(!pressed.is(&Stroke::parse("Z")));
        assert!(!pressed.is(&Stroke::parse("Mod+Shift+Z")));
        let with_other = Pressed { with_other: true, ..Pressed::of(&Stroke::parse("K")) };
        assert!(!with_other.is(&Stroke::parse("K")));
    }

    #[test]
    fn signs_are_what_is_typed_or_their_key_on_other_layouts() {
        check_sign("?", "Shift+Slash", "?", true);
        // German and Russian have them on keys of digits.
        check_sign("?", "Shift+Minus", "?", true);
        check_sign("/", "Shift+Digit7", "/", true);
        check_sign("?", "Shift+Digit7", "?", true);
        check_sign("؟", "Shift+Slash", "?", true);
        check_sign("ฦ", "Shift+Slash", "?", true);
        check_sign("ฝ", "Slash", "/", true);
        // The German key types something else, which is not meant.
        check_sign("-", "Slash", "/", false);
        check_sign("_", "Shift+Slash", "?", false);
    }
}
