//! The files in a ZIP archive, unpacked piece by piece.
//!
//! Archives over several disks and ZIP64 are not read: no workbook of a size that is taken needs them. What is
//! unpacked is compared with its checksum as it ends.
//! The form: APPNOTE.TXT 6.3, PKWARE; its compression: RFC 1951.

use std::{
    io::{self, BufRead, Read},
    sync::Arc,
};

use crc32fast::Hasher;
use memchr::memmem;
use miniz_oxide::{
    DataFormat, MZFlush, MZStatus,
    inflate::stream::{InflateState, inflate},
};

use super::Problem;

/// Most bytes of one file, unpacked.
pub const UNPACKED_MOST: u64 = 600 * 1024 * 1024;
/// Files that are larger than this many bytes are not packed to less than a part of themselves. The XML of
/// tables packs to a tenth or so; what has only been made to fill memory, to a thousandth.
const RATIO_FROM: u64 = 64 * 1024 * 1024;
const RATIO_MOST: u64 = 200;

/// What an archive says it has.
pub(super) struct Archive {
    bytes: Arc<Vec<u8>>,
    entries: Vec<Entry>,
}

struct Entry {
    name: Box<str>,
    /// 0 for stored, 8 for deflated.
    method: u16,
    is_encrypted: bool,
    /// CRC-32 of what is unpacked.
    checksum: u32,
    /// Where its own header begins.
    start: usize,
    packed: usize,
    unpacked: u64,
}

impl Archive {
    /// Reads the directory. Sizes and counts that do not fit their places stand elsewhere, in the form of ZIP64.
    pub(super) fn read(bytes: Arc<Vec<u8>>) -> Result<Self, Problem> {
        Self::directory(bytes).unwrap_or(Err(Problem::Damaged))
    }

    /// `None` where it breaks off, or something else stands where an entry should.
    fn directory(bytes: Arc<Vec<u8>>) -> Option<Result<Self, Problem>> {
        // The end of the directory stands before a remark of at most 64 KiB.
        let tail = bytes.len().saturating_sub(22 + 0xffff);
        let end = tail + memmem::rfind(bytes.get(tail..)?, b"PK\x05\x06")?;
        let count = u16_at(&bytes, end + 10)?;
        let mut at = usize_at(&bytes, end + 16)?;
        if count == u16::MAX || at == ELSEWHERE {
            return Some(Err(Problem::Zip64));
        }
        let mut entries = Vec::new();
        for _ in 0..count {
            if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
                return None;
            }
            let name = usize::from(u16_at(&bytes, at + 28)?);
            let name = bytes.get(at + 46..at + 46 + name)?;
            let rest = [28, 30, 32].map(|part| u16_at(&bytes, at + part).map_or(0, usize::from));
            let entry = Entry {
                name: String::from_utf8_lossy(name).replace('\\', "/").into(),
                method: u16_at(&bytes, at + 10)?,
                is_encrypted: u16_at(&bytes, at + 8)? & 1 != 0,
                checksum: u32_at(&bytes, at + 16)?,
                start: usize_at(&bytes, at + 42)?,
                packed: usize_at(&bytes, at + 20)?,
                unpacked: usize_at(&bytes, at + 24)? as u64,
            };
            if [entry.start, entry.packed].contains(&ELSEWHERE)
                || entry.unpacked == ELSEWHERE as u64
            {
                return Some(Err(Problem::Zip64));
            }
            entries.push(entry);
            at += 46 + rest.iter().sum::<usize>();
        }
        Some(Ok(Self { bytes, entries }))
    }

    /// Begins to read the file of a name, without regard to case. `None` where there is none.
    pub(super) fn open(&self, name: &str) -> Option<Result<Part, Problem>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        Some(self.part(entry))
    }

    fn part(&self, entry: &Entry) -> Result<Part, Problem> {
        if entry.is_encrypted {
            return Err(Problem::Locked);
        }
        let is_bomb =
            entry.unpacked > RATIO_FROM && entry.unpacked / RATIO_MOST > entry.packed as u64;
        if entry.unpacked > UNPACKED_MOST || is_bomb {
            return Err(Problem::TooLarge);
        }
        let range = || {
            let header = self.bytes.get(entry.start..)?;
            let names = usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
            let start = entry.start + 30 + names;
            let end = start.checked_add(entry.packed)?;
            (header.starts_with(b"PK\x03\x04") && end <= self.bytes.len()).then_some(start..end)
        };
        let range = range().ok_or(Problem::Damaged)?;
        let inflating = match entry.method {
            0 => None,
            8 => Some(InflateState::new_boxed(DataFormat::Raw)),
            _ => return Err(Problem::Damaged),
        };
        Ok(Part {
            bytes: Arc::clone(&self.bytes),
            at: range.start,
            end: range.end,
            inflating,
            size: entry.unpacked,
            left: entry.unpacked,
            sum: Hasher::new(),
            checksum: entry.checksum,
            piece: vec![0; PIECE],
            given: 0,
            filled: 0,
            allowed: usize::MAX,
        })
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    bytes.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    bytes.try_into().ok().map(u32::from_le_bytes)
}

fn usize_at(bytes: &[u8], at: usize) -> Option<usize> {
    u32_at(bytes, at)?.try_into().ok()
}

/// What stands for a number that is written elsewhere.
const ELSEWHERE: usize = u32::MAX as usize;

/// How much is unpacked at once, in bytes.
const PIECE: usize = 32 * 1024;

/// A file of an archive, which never gives more than it said it has.
pub(super) struct Part {
    bytes: Arc<Vec<u8>>,
    at: usize,
    end: usize,
    /// `None` where it is not packed.
    inflating: Option<Box<InflateState>>,
    size: u64,
    left: u64,
    /// Of what was unpacked so far, and what it has to come to.
    sum: Hasher,
    checksum: u32,
    piece: Vec<u8>,
    /// How much of the piece was taken, and where it ends.
    given: usize,
    filled: usize,
    /// How many bytes may be taken yet.
    allowed: usize,
}

impl Part {
    /// How many bytes have been unpacked, and of how many.
    pub(super) fn progress(&self) -> (u64, u64) {
        (self.size - self.left, self.size)
    }

    /// From here on so many bytes may be read, until it is called again.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
    }

    fn fill(&mut self) -> io::Result<()> {
        (self.given, self.filled) = (0, 0);
        while self.filled == 0 && self.left > 0 {
            let input = self.bytes.get(self.at..self.end).unwrap_or_default();
            let (taken, written, is_end) = match &mut self.inflating {
                None => {
                    let size = input.len().min(PIECE);
                    let to = self.piece.iter_mut();
                    to.zip(input).for_each(|(to, byte)| *to = *byte);
                    (size, size, size == input.len())
                }
                Some(state) => {
                    let result = inflate(state, input, &mut self.piece, MZFlush::None);
                    let is_end = match result.status {
                        Ok(status) => status == MZStatus::StreamEnd,
                        Err(_) => return Err(damaged()),
                    };
                    (result.bytes_consumed, result.bytes_written, is_end)
                }
            };
            self.at += taken;
            self.filled = written;
            let left = self.left.checked_sub(written as u64).ok_or_else(damaged)?;
            let is_stuck = taken == 0 && written == 0;
            if is_stuck || is_end && left > 0 {
                return Err(damaged());
            }
            self.left = left;
            self.sum.update(self.piece.get(..written).unwrap_or_default());
            if left == 0 && self.sum.clone().finalize() != self.checksum {
                self.filled = 0;
                return Err(damaged());
            }
        }
        Ok(())
    }
}

fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

impl BufRead for Part {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.given == self.filled {
            self.fill()?;
        }
        if self.allowed == 0 {
            return Err(damaged());
        }
        let end = self.filled.min(self.given.saturating_add(self.allowed));
        Ok(self.piece.get(self.given..end).unwrap_or_default())
    }

    fn consume(&mut self, bytes: usize) {
        self.given += bytes;
        self.allowed = self.allowed.saturating_sub(bytes);
    }
}

impl Read for Part {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(to)?;
        self.consume(read);
        Ok(read)
    }
}
