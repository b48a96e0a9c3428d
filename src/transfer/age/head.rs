//! How a file begins: what work the passphrase asks for, the key of the file locked by it, and a seal over both.

use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, Tag, aead::AeadInPlace};
use hmac::{Hmac, Mac};
use scrypt::Params;
use sha2::Sha256;

use super::{FAMILY, Problem, WORK_MOST, base64, derived};

const VERSION: &[u8] = b"v1";
const STANZA: &str = "-> scrypt ";
const END: &[u8] = b"---";

/// What stands before the salt when a passphrase is worked on.
const PURPOSE: &[u8] = b"age-encryption.org/v1/scrypt";

/// The size of the blocks that the work goes through, which the form fixes.
const BLOCKS: u32 = 8;

pub(super) struct Head {
    work: u8,
    salt: [u8; 16],
    /// The key of the file, locked, and its tag.
    locked: [u8; 16],
    tag: [u8; 16],
    seal: [u8; 32],
    /// How many bytes the seal is over.
    sealed: usize,
}

impl Head {
    /// Reads the head of a file, and gives what follows it.
    pub(super) fn read(file: &[u8]) -> Result<(Self, &[u8]), Problem> {
        let mut rest = file.strip_prefix(FAMILY).ok_or(Problem::Head)?;
        if line(&mut rest)? != VERSION {
            return Err(Problem::OtherVersion);
        }
        let stanza = line(&mut rest)?;
        let stanza = std::str::from_utf8(stanza).map_err(|_| Problem::Head)?;
        let Some(arguments) = stanza.strip_prefix(STANZA) else {
            let is_other = stanza.starts_with("-> ");
            return Err(if is_other { Problem::OtherKey } else { Problem::Head });
        };
        let (salt, work) = arguments.split_once(' ').ok_or(Problem::Head)?;
        let salt = base64::decode(salt.as_bytes()).ok_or(Problem::Head)?;
        let work = number(work).ok_or(Problem::Head)?;
        let body: [u8; 32] = base64::decode(line(&mut rest)?).ok_or(Problem::Head)?;
        let (locked, tag) = body.split_first_chunk().ok_or(Problem::Head)?;
        let tag = *tag.first_chunk().ok_or(Problem::Head)?;
        let sealed = file.len() - rest.len() + END.len();
        let seal = line(&mut rest)?.strip_prefix(END).and_then(|seal| seal.strip_prefix(b" "));
        let seal = seal.and_then(base64::decode).ok_or(Problem::Head)?;
        Ok((Self { work, salt, locked: *locked, tag, seal, sealed }, rest))
    }

    /// The key of the file.
    pub(super) fn unlock(&self, file: &[u8], passphrase: &str) -> Result<[u8; 16], Problem> {
        if self.work > WORK_MOST {
            return Err(Problem::TooMuchWork);
        }
        has_room(self.work)?;
        let mut key = self.locked;
        lock(passphrase, self.work, &self.salt)
            .decrypt_in_place_detached(&Nonce::default(), b"", &mut key, &Tag::from(self.tag))
            .map_err(|_| Problem::WrongPassphrase)?;
        let sealed = file.get(..self.sealed).unwrap_or_default();
        sealing(&key).chain_update(sealed).verify_slice(&self.seal).map_err(|_| Problem::Head)?;
        Ok(key)
    }
}

/// The head of a new file.
#[expect(clippy::expect_used, reason = "sixteen bytes are far below what the cipher takes")]
pub(super) fn write(key: &[u8; 16], passphrase: &str, work: u8, salt: [u8; 16]) -> Vec<u8> {
    let mut locked = *key;
    let lock = lock(passphrase, work, &salt);
    let tag = lock.encrypt_in_place_detached(&Nonce::default(), b"", &mut locked).expect("a tag");
    let body = [locked, tag.into()].concat();
    let mut head = [FAMILY, VERSION, b"\n"].concat();
    let stanza = format!("{STANZA}{} {work}\n{}\n", base64::encode(&salt), base64::encode(&body));
    head.extend_from_slice(stanza.as_bytes());
    head.extend_from_slice(END);
    let seal = sealing(key).chain_update(&head).finalize().into_bytes();
    head.extend_from_slice(format!(" {}\n", base64::encode(&seal)).as_bytes());
    head
}

/// Whether there is the memory for so much work. Asked before, since the work itself would end the app.
pub(super) fn has_room(work: u8) -> Result<(), Problem> {
    let bytes = 1_usize.checked_shl(work.into()).and_then(|it| it.checked_mul(128 * 8));
    let is_there = bytes.is_some_and(|bytes| Vec::<u8>::new().try_reserve_exact(bytes).is_ok());
    if is_there { Ok(()) } else { Err(Problem::NoRoom) }
}

/// What the key of a file is locked with.
#[expect(clippy::expect_used, reason = "from 1 to `WORK_MOST` all work can be done")]
fn lock(passphrase: &str, work: u8, salt: &[u8; 16]) -> ChaCha20Poly1305 {
    let mut key = [0; 32];
    let salt = [PURPOSE, salt].concat();
    let params = Params::new(work, BLOCKS, 1, key.len()).expect("work that can be done");
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key).expect("a key of that length");
    ChaCha20Poly1305::new(&key.into())
}

#[expect(clippy::expect_used, reason = "keys of any length will do")]
fn sealing(key: &[u8; 16]) -> Hmac<Sha256> {
    <Hmac<Sha256> as Mac>::new_from_slice(&derived(key, b"", b"header")).expect("a key")
}

/// Takes the next line.
fn line<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], Problem> {
    /// The longest line that a head of a passphrase has, and some.
    const MOST: usize = 200;
    let end = rest.iter().take(MOST).position(|byte| *byte == b'\n').ok_or(Problem::Head)?;
    let (line, after) = rest.split_at_checked(end).ok_or(Problem::Head)?;
    *rest = after.get(1..).unwrap_or_default();
    Ok(line)
}

/// A number that can be written in one way only.
fn number(text: &str) -> Option<u8> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain)
}
