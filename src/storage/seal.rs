//! The envelope of a sealed workspace: its key, wrapped with a passphrase, and with a recovery key and a passkey if
//! there are such. It is kept in clear beside what is sealed, so that another passphrase wraps the key anew and nothing else.
//!
//! A passphrase becomes a key through Argon2id (RFC 9106), whose parameters the envelope has, so that they can
//! rise; a recovery key is random and needs no more than HKDF (RFC 5869), and so does what a passkey gives. What wraps and unwraps is the browser's
//! ([`Keys`]), which gives no key away once a workspace is open.

use std::rc::Rc;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{
    Area, Batch, Store, StoreError, StoreKey,
    frame::{self, Damage},
    read_all,
    sealed::{Cipher, Seal},
};
use crate::domain::id::Id;

const FORMAT: u32 = 1;

/// How much work a passphrase asks for, and the most that is done where an envelope asks for more: it may have
/// been changed by somebody.
pub const WORK: Work = Work { memory: 64 * 1024, passes: 3, lanes: 1 };
const WORK_MOST: Work = Work { memory: 1024 * 1024, passes: 64, lanes: 16 };

/// How short a passphrase may be, in characters, and how long one should be.
pub const SHORTEST: usize = 8;
pub const LONG: usize = 16;

/// How many copies of the envelope are kept in a store: without it nothing can be read.
const COPIES: u64 = 2;

/// The parameters of Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// In KiB.
    pub memory: u32,
    pub passes: u32,
    pub lanes: u32,
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    format: u32,
    pub id: Id,
    pub work: Work,
    salt: [u8; 16],
    /// The key, wrapped.
    passphrase: Vec<u8>,
    recovery: Option<Vec<u8>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passkey: Option<Passkey>,
}

/// A passkey that opens the workspace: its credential, what it is asked about, and the key, wrapped with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    pub credential: Vec<u8>,
    /// It answers the same each time, with what nobody knows who does not hold it
    /// (<https://www.w3.org/TR/webauthn-3/#prf-extension>).
    pub input: [u8; 32],
    /// The key, wrapped.
    key: Vec<u8>,
}

/// A passkey that has just been made, with its answer.
pub struct NewPasskey {
    pub credential: Vec<u8>,
    pub input: [u8; 32],
    pub output: Zeroizing<[u8; 32]>,
}

/// Why a key is not had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Another passphrase, another recovery key, or another passkey.
    Wrong,
    /// A passkey was asked for and not given.
    Cancelled,
    /// The passkeys of this device or browser give no secret.
    NoSecret,
    /// The envelope cannot be read, in none of its copies.
    Damaged,
    /// A newer version of Rapport has made the envelope.
    Newer,
    /// It asks for more work than is done.
    TooMuchWork,
    /// The device has not the memory that the work takes.
    NoRoom,
    Store(StoreError),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The browser's keys of AES-256-GCM.
#[expect(
    async_fn_in_trait,
    reason = "wasm has one thread; no caller needs the futures to be `Send`"
)]
pub trait Keys {
    type Key;

    /// A new random key, which can be wrapped.
    async fn generate(&self) -> Result<Self::Key, StoreError>;

    /// Wraps a key with another one, bound to a place.
    async fn wrap(
        &self,
        key: &Self::Key,
        with: &[u8; 32],
        place: &[u8],
    ) -> Result<Vec<u8>, StoreError>;

    /// Unwraps a key. `None` where it was wrapped with another one or for another place. What cannot be wrapped
    /// again never leaves the browser.
    async fn unwrap(
        &self,
        wrapped: &[u8],
        with: &[u8; 32],
        place: &[u8],
        can_be_wrapped: bool,
    ) -> Result<Option<Self::Key>, StoreError>;

    fn cipher(&self, key: Self::Key) -> Rc<dyn Cipher>;
}

/// What a person opens a workspace with.
pub enum Secret {
    Passphrase(Zeroizing<String>),
    Recovery(RecoveryKey),
    /// What the passkey answers.
    Passkey(Zeroizing<[u8; 32]>),
}

impl Secret {
    pub fn passphrase(text: &str) -> Self {
        Self::Passphrase(Zeroizing::new(text.to_owned()))
    }
}

/// A random key that a person keeps on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryKey([u8; 20]);

/// Letters that are not mistaken for one another (<https://www.crockford.com/base32.html>).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl RecoveryKey {
    /// From bytes that nobody can guess.
    pub fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// Eight groups of four letters.
    pub fn print(&self) -> String {
        let letters = self.0.chunks(5).flat_map(|five| {
            let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            (0..8).rev().map(move |nth| bits >> (5 * nth) & 31)
        });
        let mut text = String::new();
        for (nth, letter) in letters.enumerate() {
            if nth > 0 && nth % 4 == 0 {
                text.push('-');
            }
            let letter = usize::try_from(letter).ok().and_then(|letter| LETTERS.get(letter));
            text.extend(letter.map(|letter| char::from(*letter)));
        }
        text
    }

    /// As a person types it: small letters, other gaps or none, and letters that look like another will do.
    pub fn parse(text: &str) -> Option<Self> {
        let is_letter = |letter: &char| !letter.is_whitespace() && *letter != '-';
        let mut bytes = Vec::new();
        let (mut bits, mut held) = (0_u32, 0);
        for letter in text.chars().filter(is_letter) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter => letter,
            };
            let value = LETTERS.iter().position(|it| char::from(*it) == letter)?;
            bits = bits << 5 | u32::try_from(value).ok()?;
            held += 5;
            if held >= 8 {
                held -= 8;
                bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
            }
        }
        Some(Self(bytes.try_into().ok().filter(|_| held == 0)?))
    }
}

/// Randomness for one envelope, or for one change of it.
pub struct Chance {
    pub id: [u8; 16],
    pub salt: [u8; 16],
}

/// Makes an envelope with a new key.
pub async fn make<K: Keys>(
    keys: &K,
    passphrase: &str,
    recovery: Option<&RecoveryKey>,
    work: Work,
    chance: Chance,
) -> Result<Envelope, Problem> {
    let envelope = Envelope {
        format: FORMAT,
        id: Id::new(uuid::Uuid::from_bytes(chance.id)),
        work,
        salt: chance.salt,
        passphrase: Vec::new(),
        recovery: None,
        passkey: None,
    };
    let key = keys.generate().await?;
    let envelope = envelope.with_recovery(keys, &key, recovery).await?;
    envelope.with_passphrase(keys, &key, passphrase, chance.salt).await
}

/// Gives what opens the workspace.
pub async fn unlock<K: Keys>(
    keys: &K,
    envelope: &Envelope,
    secret: &Secret,
) -> Result<Seal, Problem> {
    let key = envelope.key(keys, secret, false).await?;
    Ok(Seal { id: envelope.id, cipher: keys.cipher(key) })
}

/// The envelope with another passphrase. What is sealed stays as it is.
pub async fn change_passphrase<K: Keys>(
    keys: &K,
    envelope: &Envelope,
    secret: &Secret,
    passphrase: &str,
    salt: [u8; 16],
) -> Result<Envelope, Problem> {
    let key = envelope.key(keys, secret, true).await?;
    envelope.clone().with_passphrase(keys, &key, passphrase, salt).await
}

/// The envelope with another recovery key, or with none.
pub async fn change_recovery<K: Keys>(
    keys: &K,
    envelope: &Envelope,
    secret: &Secret,
    recovery: Option<&RecoveryKey>,
) -> Result<Envelope, Problem> {
    let key = envelope.key(keys, secret, true).await?;
    envelope.clone().with_recovery(keys, &key, recovery).await
}

/// The envelope with another passkey, or with none.
pub async fn change_passkey<K: Keys>(
    keys: &K,
    envelope: &Envelope,
    secret: &Secret,
    passkey: Option<NewPasskey>,
) -> Result<Envelope, Problem> {
    let key = envelope.key(keys, secret, true).await?;
    let mut envelope = envelope.clone();
    envelope.passkey = match passkey {
        Some(NewPasskey { credential, input, output }) => {
            let with = stretched(&*output, envelope.id, PASSKEY);
            let key = keys.wrap(&key, &with, &envelope.place(b"passkey")).await?;
            Some(Passkey { credential, input, key })
        }
        None => None,
    };
    Ok(envelope)
}

impl Envelope {
    pub fn has_recovery(&self) -> bool {
        self.recovery.is_some()
    }

    /// Reads what [`Envelope::close`] has closed, out of its frame.
    pub fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let Format { format } = serde_json::from_slice(bytes).map_err(|_| Problem::Damaged)?;
        if format > FORMAT {
            return Err(Problem::Newer);
        }
        if format < FORMAT {
            return Err(Problem::Damaged);
        }
        serde_json::from_slice(bytes).map_err(|_| Problem::Damaged)
    }

    /// Puts its copies into a batch.
    pub fn put_to(&self, batch: &mut impl Batch) -> Result<(), StoreError> {
        for copy in 0..COPIES {
            batch.put(Area::Lock, StoreKey(copy, 0, 0), &self.close(copy)?);
        }
        Ok(())
    }

    /// One of its copies as it is stored.
    pub fn close(&self, copy: u64) -> Result<Vec<u8>, StoreError> {
        let payload = serde_json::to_vec(self).ok();
        let packed = payload.and_then(|payload| frame::parts(&payload).next());
        let (_, packed) = packed.ok_or_else(|| StoreError::Failed("no envelope".to_owned()))?;
        Ok(frame::close(Area::Lock, StoreKey(copy, 0, 0), &packed))
    }

    /// The first of the copies that can be read.
    pub fn read(copies: &[(StoreKey, Vec<u8>)]) -> Result<Self, Problem> {
        let mut problem = Problem::Damaged;
        for (key, value) in copies {
            let read = match frame::open(Area::Lock, *key, value) {
                Ok(payload) => Self::parse(&payload),
                Err(Damage::Newer) => Err(Problem::Newer),
                Err(_) => Err(Problem::Damaged),
            };
            match read {
                Ok(envelope) => return Ok(envelope),
                Err(Problem::Newer) => problem = Problem::Newer,
                Err(_) => {}
            }
        }
        Err(problem)
    }

    async fn key<K: Keys>(
        &self,
        keys: &K,
        secret: &Secret,
        can_be_wrapped: bool,
    ) -> Result<K::Key, Problem> {
        let (wrapped, with, place) = match secret {
            Secret::Passphrase(passphrase) => {
                let with = derived(passphrase, &self.salt, self.work)?;
                (&self.passphrase, with, self.place(b"passphrase"))
            }
            Secret::Recovery(RecoveryKey(bytes)) => {
                let wrapped = self.recovery.as_ref().ok_or(Problem::Wrong)?;
                (wrapped, stretched(bytes, self.id, RECOVERY), self.place(b"recovery"))
            }
            Secret::Passkey(output) => {
                let wrapped = self.passkey.as_ref().ok_or(Problem::Wrong)?;
                (&wrapped.key, stretched(&**output, self.id, PASSKEY), self.place(b"passkey"))
            }
        };
        let key = keys.unwrap(wrapped, &with, &place, can_be_wrapped).await?;
        key.ok_or(Problem::Wrong)
    }

    async fn with_passphrase<K: Keys>(
        mut self,
        keys: &K,
        key: &K::Key,
        passphrase: &str,
        salt: [u8; 16],
    ) -> Result<Self, Problem> {
        self.salt = salt;
        let with = derived(passphrase, &self.salt, self.work)?;
        self.passphrase = keys.wrap(key, &with, &self.place(b"passphrase")).await?;
        Ok(self)
    }

    async fn with_recovery<K: Keys>(
        mut self,
        keys: &K,
        key: &K::Key,
        recovery: Option<&RecoveryKey>,
    ) -> Result<Self, Problem> {
        self.recovery = match recovery {
            Some(recovery) => {
                let with = stretched(&recovery.0, self.id, RECOVERY);
                Some(keys.wrap(key, &with, &self.place(b"recovery")).await?)
            }
            None => None,
        };
        Ok(self)
    }

    /// What a wrapped key is bound to.
    fn place(&self, what: &[u8]) -> Vec<u8> {
        [b"rapport-key\0", &self.id.as_u128().to_le_bytes()[..], what].concat()
    }
}

/// The copies of the envelope that a store has; none where it is not sealed.
pub async fn copies<S: Store>(store: &S) -> Result<Vec<(StoreKey, Vec<u8>)>, StoreError> {
    read_all(store, Area::Lock, StoreKey::FIRST, StoreKey::LAST).await
}

/// Removes the envelope: what is sealed cannot be read by anybody from then on.
pub fn delete(batch: &mut impl Batch) {
    batch.delete(Area::Lock, StoreKey::FIRST, StoreKey::LAST);
}

/// The key that a passphrase is worth, which takes long.
fn derived(passphrase: &str, salt: &[u8], work: Work) -> Result<Zeroizing<[u8; 32]>, Problem> {
    let Work { memory, passes, lanes } = work;
    if memory > WORK_MOST.memory || passes > WORK_MOST.passes || lanes > WORK_MOST.lanes {
        return Err(Problem::TooMuchWork);
    }
    let mut key = Zeroizing::new([0; 32]);
    let params =
        Params::new(memory, passes, lanes, Some(key.len())).map_err(|_| Problem::Damaged)?;
    // Asked for before, since the work itself would end the app where there is no room.
    let mut blocks = Zeroizing::new(Vec::<Block>::new());
    blocks.try_reserve_exact(params.block_count()).map_err(|_| Problem::NoRoom)?;
    blocks.resize(params.block_count(), Block::default());
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase.as_bytes(), salt, &mut *key, &mut **blocks)
        .map_err(|_| Problem::Damaged)?;
    Ok(key)
}

/// What the key is for that is made of a secret.
const RECOVERY: &[u8] = b"rapport recovery key";
const PASSKEY: &[u8] = b"rapport passkey";

/// The key that a secret is worth which nobody can guess.
#[expect(clippy::expect_used, reason = "one block of the hash can always be had")]
fn stretched(secret: &[u8], id: Id, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&id.as_u128().to_le_bytes()), secret)
        .expand(purpose, &mut *key)
        .expect("a key");
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovery_key_comes_back_as_a_person_types_it() {
        let key = RecoveryKey::new(std::array::from_fn(|at| u8::try_from(at * 13).unwrap()));
        let text = key.print();
        assert_eq!(text, "006H-M9SM-8575-PT3N-GA7S-SADP-RF8D-VTQQ");
        for typed in
            [text.clone(), text.to_lowercase(), text.replace('-', " "), text.replace('-', "")]
        {
            assert_eq!(RecoveryKey::parse(&typed), Some(key.clone()), "{typed}");
        }
        assert_eq!(RecoveryKey::parse(&text.replace('0', "o").replace('1', "l")), Some(key));
        for wrong in ["", "0", &text[1..], &format!("{text}0"), &text.replace('M', "U")] {
            assert_eq!(RecoveryKey::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn passphrase_is_worked_on_as_by_the_reference_program() {
        // From `src/test.c` of <https://github.com/P-H-C/phc-winner-argon2>.
        let work = Work { memory: 256, passes: 2, lanes: 1 };
        let key = derived("password", b"somesalt", work).unwrap();
        let expected = [
            0x9d, 0xfe, 0xb9, 0x10, 0xe8, 0x0b, 0xad, 0x03, 0x11, 0xfe, 0xe2, 0x0f, 0x9c, 0x0e,
            0x2b, 0x12, 0xc1, 0x79, 0x87, 0xb4, 0xca, 0xc9, 0x0c, 0x2e, 0xf5, 0x4d, 0x5b, 0x30,
            0x21, 0xc6, 0x8b, 0xfe,
        ];
        assert_eq!(*key, expected);
    }

    #[test]
    fn more_work_than_is_done_is_refused() {
        let work = Work { memory: WORK_MOST.memory + 1, ..WORK };
        assert_eq!(derived("", b"somesaltsomesalt", work).unwrap_err(), Problem::TooMuchWork);
    }
}
