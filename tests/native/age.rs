//! Files that only a passphrase opens: they come back as they were, other programs read and write them, and
//! nothing that was changed in them goes unseen.

use std::io::{Read, Write};

use proptest::prelude::*;
use rapport::{
    demo,
    domain::book::Book,
    transfer::{
        Pieces,
        age::{self, Chance, Problem, Sealed},
        json::{self, Excerpt},
        pieces,
    },
};

use super::generate::{self, now};

/// Little enough for tests.
const WORK: u8 = 2;

const PASSPHRASE: &str = "correct horse, اسب درست";

const CHUNK: usize = 64 * 1024;

/// Something that goes out in pieces of these sizes.
struct Cut(std::vec::IntoIter<Vec<u8>>);

impl Cut {
    fn new(bytes: &[u8], size: usize) -> Self {
        let pieces: Vec<_> = bytes.chunks(size.max(1)).map(<[u8]>::to_vec).collect();
        Self(pieces.into_iter())
    }
}

impl Pieces for Cut {
    fn next(&mut self, _: &Book) -> Option<Vec<u8>> {
        self.0.next()
    }

    fn progress(&self) -> (usize, usize) {
        (0, self.0.len())
    }
}

fn chance() -> Chance {
    Chance::new([1; 16], [2; 16], [3; 16])
}

fn sealed(of: Box<dyn Pieces>, book: &Book) -> Vec<u8> {
    let sealed = Sealed::new(of, PASSPHRASE.into(), WORK, chance()).unwrap();
    pieces(sealed, book).flatten().collect()
}

fn sealed_bytes(bytes: &[u8], size: usize) -> Vec<u8> {
    sealed(Box::new(Cut::new(bytes, size)), &Book::default())
}

fn some_bytes(length: usize) -> Vec<u8> {
    (0..=250).cycle().step_by(31).take(length).collect()
}

/// How the crate that others use reads a file.
fn read_elsewhere(file: &[u8]) -> Vec<u8> {
    let identity = ::age::scrypt::Identity::new(PASSPHRASE.to_owned().into());
    let decryptor = ::age::Decryptor::new(file).unwrap();
    let mut reader = decryptor.decrypt(std::iter::once(&identity as _)).unwrap();
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    bytes
}

/// How it writes one.
fn written_elsewhere(bytes: &[u8], work: u8) -> Vec<u8> {
    let mut recipient = ::age::scrypt::Recipient::new(PASSPHRASE.to_owned().into());
    recipient.set_work_factor(work);
    let encryptor = ::age::Encryptor::with_recipients(std::iter::once(&recipient as _)).unwrap();
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap();
    file
}

/// Lengths around the borders of chunks.
const LENGTHS: [usize; 8] = [0, 1, 1_000, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 100];

#[test]
fn others_read_what_is_written_here() {
    for length in LENGTHS {
        let bytes = some_bytes(length);
        assert_eq!(read_elsewhere(&sealed_bytes(&bytes, 10_000)), bytes, "{length}");
    }
}

#[test]
fn what_others_write_is_read_here() {
    for length in LENGTHS {
        let bytes = some_bytes(length);
        let file = written_elsewhere(&bytes, 5);
        assert!(age::is_age(&file));
        assert_eq!(age::open_whole(&file, PASSPHRASE), Ok(bytes), "{length}");
    }
}

#[test]
fn the_work_of_the_app_is_read_elsewhere() {
    let sealed =
        Sealed::new(Box::new(Cut::new(b"all", 3)), PASSPHRASE.into(), age::WORK, chance()).unwrap();
    let file: Vec<u8> = pieces(sealed, &Book::default()).flatten().collect();
    assert_eq!(read_elsewhere(&file), b"all");
}

#[test]
fn a_workspace_is_locked_as_it_is_made() {
    let mut book = Book::default();
    demo::seeded(7, 300, now()).for_each(|change| drop(book.apply(change).unwrap()));
    let whole = || Excerpt::whole(&book, now());
    let plain: Vec<u8> = pieces(whole(), &book).flatten().collect();
    let file = sealed(Box::new(whole()), &book);
    assert!(plain.len() > CHUNK, "more than one chunk");
    let opened = age::open_whole(&file, PASSPHRASE).unwrap();
    assert_eq!(opened, plain);
    assert_eq!(json::read(&opened).unwrap().len(), book.len());
}

proptest! {
    #![proptest_config(generate::cases(24))]

    #[test]
    fn what_is_locked_comes_back(
        bytes in proptest::collection::vec(any::<u8>(), 0..5_000),
        repeated in 1..40_usize,
        size in 1..200_000_usize,
        passphrase in "\\PC{1,20}",
        random in any::<[[u8; 16]; 3]>(),
    ) {
        let bytes = bytes.repeat(repeated);
        let chance = Chance::new(random[0], random[1], random[2]);
        let whole = Box::new(Cut::new(&bytes, size));
        let sealed = Sealed::new(whole, passphrase.clone(), WORK, chance).unwrap();
        let file: Vec<u8> = pieces(sealed, &Book::default()).flatten().collect();
        prop_assert_eq!(age::open_whole(&file, &passphrase), Ok(bytes));
        let other = format!("{passphrase} ");
        prop_assert_eq!(age::open_whole(&file, &other), Err(Problem::WrongPassphrase));
    }

    #[test]
    fn no_byte_of_a_long_file_can_be_changed(at in any::<usize>(), with in 1..=255_u8) {
        let mut file = sealed_bytes(&some_bytes(2 * CHUNK + 100), CHUNK);
        let at = at % file.len();
        file[at] ^= with;
        prop_assert!(age::open_whole(&file, PASSPHRASE).is_err());
    }

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let named = [&b"age-encryption.org/v1\n-> scrypt "[..], &bytes].concat();
        for bytes in [bytes, named] {
            prop_assert!(age::open_whole(&bytes, PASSPHRASE).is_err());
        }
    }
}

#[test]
fn no_byte_can_be_changed() {
    let file = sealed_bytes(b"Ada Lovelace", 5);
    for at in 0..file.len() {
        for with in [1, 0x10, 0x20, 0xff] {
            let mut changed = file.clone();
            changed[at] ^= with;
            let opened = age::open_whole(&changed, PASSPHRASE);
            assert!(opened.is_err(), "byte {at} with {with:#x}");
        }
    }
}

#[test]
fn no_end_can_be_cut_off() {
    let short = sealed_bytes(b"Ada Lovelace", 5);
    for length in 0..short.len() {
        assert!(age::open_whole(&short[..length], PASSPHRASE).is_err(), "{length}");
    }
    // Between two chunks nothing but the missing end is wrong.
    let file = sealed_bytes(&some_bytes(3 * CHUNK), CHUNK);
    let head = file.len() - 3 * (CHUNK + 16);
    let cut = head + 2 * (CHUNK + 16);
    let broken = Err(Problem::BreaksOff { byte: cut });
    assert_eq!(age::open_whole(&file[..cut], PASSPHRASE), broken);
    assert!(age::open_whole(&file[..cut + 10], PASSPHRASE).is_err());
    assert!(age::open_whole(&file[..cut + 1_000], PASSPHRASE).is_err());
}

#[test]
fn chunks_keep_their_places() {
    let file = sealed_bytes(&some_bytes(3 * CHUNK), CHUNK);
    let one = CHUNK + 16;
    let head = file.len() - 3 * one;
    let (head, chunks) = file.split_at(head);
    let chunk = |nth: usize| &chunks[nth * one..(nth + 1) * one];
    let of = |order: &[usize]| {
        let chunks = order.iter().flat_map(|nth| chunk(*nth));
        let file: Vec<u8> = head.iter().chain(chunks).copied().collect();
        age::open_whole(&file, PASSPHRASE)
    };
    assert_eq!(of(&[0, 1, 2]), Ok(some_bytes(3 * CHUNK)));
    let second = Err(Problem::Damaged { byte: head.len() });
    assert_eq!(of(&[1, 0, 2]), second);
    for order in [&[0, 2, 1][..], &[0, 2], &[0, 0, 1, 2], &[0, 1, 2, 2], &[0, 1, 1, 2], &[2]] {
        assert!(of(order).is_err(), "{order:?}");
    }
}

#[track_caller]
fn refused(file: &[u8], problem: Problem) {
    assert_eq!(age::open_whole(file, PASSPHRASE), Err(problem));
}

#[test]
fn what_is_wrong_is_told_apart() {
    let file = sealed_bytes(b"Ada Lovelace", 5);
    assert_eq!(age::open_whole(&file, "another"), Err(Problem::WrongPassphrase));
    let text = String::from_utf8_lossy(&file).into_owned();
    assert!(text.starts_with("age-encryption.org/v1\n-> scrypt AgICAgICAgICAgICAgICAg 2\n"));

    let mut damaged = file.clone();
    *damaged.last_mut().unwrap() ^= 1;
    refused(&damaged, Problem::Damaged { byte: file.len() - 12 - 16 });
    refused(b"age-encryption.org/v2\nwhat comes", Problem::OtherVersion);
    refused(b"age-encryption.org/v1\n-> X25519 abc\n", Problem::OtherKey);
    refused(b"age-encryption.org/v1\n-> scr", Problem::Head);
    let mut seal = file;
    let at = text.find("--- ").unwrap() + 6;
    seal[at] = if seal[at] == b'A' { b'B' } else { b'A' };
    refused(&seal, Problem::Head);
}

#[test]
fn too_much_work_is_refused_before_it_is_done() {
    let head = |work: &str| {
        let key = "A".repeat(43);
        let salt = "A".repeat(22);
        format!("age-encryption.org/v1\n-> scrypt {salt} {work}\n{key}\n--- {key}\n")
    };
    for work in ["21", "63", "255"] {
        refused(head(work).as_bytes(), Problem::TooMuchWork);
    }
    for work in ["0", "02", "+2", "256", "", "2 2"] {
        refused(head(work).as_bytes(), Problem::Head);
    }
}
