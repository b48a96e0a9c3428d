//! What a file holds, in chunks that are locked one by one (STREAM), so that none can be changed, moved, left out
//! or put behind the last.

use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, Tag, aead::AeadInPlace};

use super::Problem;

/// How much is locked at once. Only the last chunk may be shorter.
const CHUNK: usize = 64 * 1024;

/// What stands behind each chunk, so that it can be told whether it is as it was.
const TAG: usize = 16;

/// Which chunk it is, and whether it is the last.
fn nonce(nth: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    for (to, byte) in nonce.iter_mut().skip(3).zip(nth.to_be_bytes()) {
        *to = byte;
    }
    if let Some(last) = nonce.last_mut() {
        *last = is_last.into();
    }
    nonce.into()
}

/// Chunks going out.
pub(super) struct Sealing {
    cipher: ChaCha20Poly1305,
    nth: u64,
    /// What may be the last chunk.
    waiting: Vec<u8>,
}

impl Sealing {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        Self { cipher: ChaCha20Poly1305::new(key.into()), nth: 0, waiting: Vec::new() }
    }

    /// Takes more, and gives the chunks of which it is known that they are not the last.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.waiting.extend_from_slice(bytes);
        let known = self.waiting.len().saturating_sub(1) / CHUNK * CHUNK;
        let rest = self.waiting.split_off(known);
        let mut sealed = Vec::with_capacity(known + known / CHUNK * TAG);
        for chunk in std::mem::replace(&mut self.waiting, rest).chunks(CHUNK) {
            self.seal(chunk, false, &mut sealed);
        }
        sealed
    }

    /// The last chunk.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let mut sealed = Vec::new();
        let last = std::mem::take(&mut self.waiting);
        self.seal(&last, true, &mut sealed);
        sealed
    }

    #[expect(clippy::expect_used, reason = "a chunk is far below what the cipher takes")]
    fn seal(&mut self, chunk: &[u8], is_last: bool, to: &mut Vec<u8>) {
        let start = to.len();
        to.extend_from_slice(chunk);
        let locked = to.get_mut(start..).unwrap_or_default();
        let nonce = nonce(self.nth, is_last);
        let tag = self.cipher.encrypt_in_place_detached(&nonce, b"", locked).expect("a tag");
        to.extend_from_slice(&tag);
        self.nth += 1;
    }
}

/// Chunks coming in.
pub(super) struct Opened {
    cipher: ChaCha20Poly1305,
    nth: u64,
}

impl Opened {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        Self { cipher: ChaCha20Poly1305::new(key.into()), nth: 0 }
    }

    /// Opens the first chunk of what is left of the file, which begins at `byte`. Says how many bytes it has.
    pub(super) fn next(
        &mut self,
        rest: &[u8],
        byte: usize,
        to: &mut Vec<u8>,
    ) -> Result<usize, Problem> {
        let chunk = rest.get(..CHUNK + TAG).unwrap_or(rest);
        let (locked, tag) = chunk.split_last_chunk().ok_or(Problem::BreaksOff { byte })?;
        let tag = Tag::from(*tag);
        let is_last = chunk.len() == rest.len();
        // Only of nothing at all the last chunk is empty.
        if locked.is_empty() && self.nth > 0 {
            return Err(Problem::Damaged { byte });
        }
        let start = to.len();
        to.extend_from_slice(locked);
        if self.open(is_last, to.get_mut(start..).unwrap_or_default(), &tag) {
            self.nth += 1;
            return Ok(chunk.len());
        }
        to.truncate(start);
        let is_cut = is_last && self.open(false, &mut locked.to_vec(), &tag);
        Err(if is_cut {
            Problem::BreaksOff { byte: byte + chunk.len() }
        } else {
            Problem::Damaged { byte }
        })
    }

    /// Whether it is what was locked; the bytes are as they were where it is not.
    fn open(&self, is_last: bool, locked: &mut [u8], tag: &Tag) -> bool {
        let nonce = nonce(self.nth, is_last);
        self.cipher.decrypt_in_place_detached(&nonce, b"", locked, tag).is_ok()
    }
}
