//! What a passphrase is set up with: on the first screen, in the settings, and wherever one is asked for.

pub mod passphrase_input;
pub mod protect;
pub mod recovery_key;
pub mod setting_up;

use rapport::storage::seal::{LONG, SHORTEST};

/// What is to be said of a passphrase while it is typed: by its length alone, since nothing else can be told.
pub fn length_words(passphrase: &str) -> &'static str {
    match passphrase.chars().count() {
        length if length < SHORTEST => "lock-length-short",
        length if length < LONG => "lock-length-fair",
        _ => "lock-length-good",
    }
}
