//! Sealed values, envelopes, and the way from plain to sealed and back, cut off at every moment.
//!
//! In the browser AES is `WebCrypto`'s; here it is the `aes-gcm` crate's.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use pollster::block_on;
use rapport::{
    domain::{book::Book, id::Id},
    storage::{
        Area, Batch, Durability, Store, StoreError, StoreKey, conformance,
        frame::{self, Damage},
        memory::{Memory, MemoryBatch, Values},
        mirror, moving,
        opening::{self, BootError},
        read_all, rescue,
        seal::{self, Chance, Envelope, Keys, NewPasskey, Problem, RecoveryKey, Secret, Work},
        sealed::{Answer, Cipher, Placed, Seal, Sealed, SealedFolder},
        session::{self, CommitError, Session},
    },
};
use zeroize::Zeroizing;

use crate::{
    mirror::{Files, Tab},
    random_edits::{self, Random},
};

/// Little, so that many can be made.
const WORK: Work = Work { memory: 32, passes: 1, lanes: 1 };

struct Aes {
    cipher: Aes256Gcm,
    /// How many values it has sealed. The browser's nonces are random; these are the same at every run.
    sealed: Cell<u64>,
}

impl Aes {
    fn new(key: [u8; 32]) -> Self {
        Self { cipher: Aes256Gcm::new(&key.into()), sealed: Cell::new(0) }
    }
}

impl Cipher for Aes {
    fn seal(&self, values: Vec<Placed>) -> Answer<'_, Vec<u8>> {
        let seal = |Placed { place, bytes }: Placed| {
            let nonce = [&self.sealed.get().to_le_bytes()[..], &[0; 4]].concat();
            self.sealed.update(|count| count + 1);
            let payload = Payload { msg: &bytes, aad: &place };
            let sealed = self.cipher.encrypt(Nonce::from_slice(&nonce), payload).unwrap();
            [nonce, sealed].concat()
        };
        let sealed = values.into_iter().map(seal).collect();
        Box::pin(async { Ok(sealed) })
    }

    fn open(&self, values: Vec<Placed>) -> Answer<'_, Option<Vec<u8>>> {
        let open = |Placed { place, bytes }: Placed| {
            let (nonce, sealed) = bytes.split_at_checked(12)?;
            let payload = Payload { msg: sealed, aad: &place };
            self.cipher.decrypt(Nonce::from_slice(nonce), payload).ok()
        };
        let opened = values.into_iter().map(open).collect();
        Box::pin(async { Ok(opened) })
    }
}

struct NativeKeys;

impl Keys for NativeKeys {
    type Key = [u8; 32];

    async fn generate(&self) -> Result<[u8; 32], StoreError> {
        Ok(*b"thirty-two bytes of pure chance.")
    }

    async fn wrap(
        &self,
        key: &[u8; 32],
        with: &[u8; 32],
        place: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        let value = Placed { place: place.to_vec(), bytes: key.to_vec() };
        Ok(Aes::new(*with).seal(vec![value]).await?.remove(0))
    }

    async fn unwrap(
        &self,
        wrapped: &[u8],
        with: &[u8; 32],
        place: &[u8],
        _: bool,
    ) -> Result<Option<[u8; 32]>, StoreError> {
        let value = Placed { place: place.to_vec(), bytes: wrapped.to_vec() };
        let opened = Aes::new(*with).open(vec![value]).await?.remove(0);
        Ok(opened.map(|key| key.try_into().unwrap()))
    }

    fn cipher(&self, key: [u8; 32]) -> Rc<dyn Cipher> {
        Rc::new(Aes::new(key))
    }
}

pub(crate) fn paper() -> RecoveryKey {
    RecoveryKey::new([9; 20])
}

pub(crate) fn envelope() -> Envelope {
    let chance = Chance { id: [1; 16], salt: [2; 16] };
    block_on(seal::make(&NativeKeys, "seven blue herons", Some(&paper()), WORK, chance)).unwrap()
}

pub(crate) fn unlock(envelope: &Envelope, secret: &Secret) -> Result<Seal, Problem> {
    block_on(seal::unlock(&NativeKeys, envelope, secret))
}

pub(crate) fn opened_with(envelope: &Envelope, passphrase: &str) -> Result<(), Problem> {
    unlock(envelope, &Secret::passphrase(passphrase)).map(|_| ())
}

pub(crate) fn a_seal() -> Seal {
    unlock(&envelope(), &Secret::passphrase("seven blue herons")).unwrap()
}

fn sealed(store: Memory) -> Sealed<Memory> {
    Sealed { store, seal: Some(a_seal()) }
}

/// Whether a word stands anywhere but in the envelope.
fn holds(values: &Values, word: &[u8]) -> bool {
    let mut records = values.iter().filter(|((area, _), _)| *area != Area::Lock);
    records.any(|(_, value)| value.windows(word.len()).any(|it| it == word))
}

#[test]
fn sealed_store_conforms() {
    for behaviour in conformance::BEHAVIOURS {
        let store = sealed(Memory::default());
        block_on(conformance::check(behaviour, &store)).expect(behaviour);
        let plain = Sealed::plain(Memory::default());
        block_on(conformance::check(behaviour, &plain)).expect(behaviour);
    }
}

/// A store with one value in each of some places.
fn some_values() -> Sealed<Memory> {
    let store = sealed(Memory::default());
    let mut batch = store.batch();
    for (area, key) in PLACES {
        let (_, packed) = frame::parts(b"{\"given\":\"Ada\"}").next().unwrap();
        batch.put(area, key, &frame::close(area, key, &packed));
    }
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    store
}

const PLACES: [(Area, StoreKey); 4] = [
    (Area::Pages, StoreKey(1, 1, 0)),
    (Area::Pages, StoreKey(1, 2, 0)),
    (Area::Journal, StoreKey(1, 1, 0)),
    (Area::Heads, StoreKey(1, 1, 0)),
];

/// What is read at a place, if it can be.
fn read(store: &Sealed<Memory>, (area, key): (Area, StoreKey)) -> Result<Vec<u8>, Damage> {
    let value = block_on(read_all(store, area, key, key)).unwrap().remove(0).1;
    frame::open(area, key, &value)
}

#[test]
fn values_are_sealed_in_the_store_and_come_back() {
    let store = some_values();
    let values = store.store.values.borrow().clone();
    assert!(!holds(&values, b"Ada"));
    let forms: Vec<_> = values.values().map(|value| value[..2].to_vec()).collect();
    assert_eq!(forms, vec![vec![1, 3]; PLACES.len()]);
    for place in PLACES {
        assert_eq!(read(&store, place).unwrap(), b"{\"given\":\"Ada\"}");
        // Without the key they are neither plain nor a newer version's.
        let value = &values[&place];
        assert_eq!(frame::open(place.0, place.1, value), Err(Damage::Sealed));
    }
}

#[test]
fn every_changed_byte_of_a_sealed_value_is_seen() {
    let store = some_values();
    let place = PLACES[0];
    let value = store.store.values.borrow()[&place].clone();
    let put = |value: Vec<u8>| store.store.values.borrow_mut().insert(place, value);
    for at in 0..value.len() {
        for change in 1..=255 {
            let mut damaged = value.clone();
            damaged[at] ^= change;
            put(damaged.clone());
            assert!(read(&store, place).is_err(), "byte {at} by {change}");
            // Somebody who changes it can make the checksum fit.
            if at >= 10 {
                put(frame_of(place, &damaged[10..]));
                assert_eq!(read(&store, place), Err(Damage::Sealed), "byte {at} by {change}");
            }
        }
    }
    for length in 0..value.len() {
        put(value[..length].to_vec());
        assert!(read(&store, place).is_err(), "length {length}");
        if length >= 10 {
            put(frame_of(place, &value[10..length]));
            assert_eq!(read(&store, place), Err(Damage::Sealed), "length {length}");
        }
    }
    put([value.clone(), vec![0]].concat());
    assert!(read(&store, place).is_err());
    put(value);
    assert!(read(&store, place).is_ok());
}

/// Bytes as a sealed value of a place whose checksum is right.
fn frame_of((area, key): (Area, StoreKey), bytes: &[u8]) -> Vec<u8> {
    let mut value = frame::close(area, key, &frame::Packed(bytes.to_vec()));
    value[1] = 3;
    value
}

#[test]
fn sealed_value_opens_only_where_it_was_sealed() {
    let store = some_values();
    let values = store.store.values.borrow().clone();
    for from in PLACES {
        for to in PLACES.into_iter().filter(|to| *to != from) {
            let swapped = [values[&from].clone(), frame_of(to, &values[&from][10..])];
            for value in swapped {
                store.store.values.borrow_mut().insert(to, value);
                assert!(read(&store, to).is_err(), "{from:?} at {to:?}");
            }
            store.store.values.borrow_mut().insert(to, values[&to].clone());
        }
    }
    // Nor in another workspace, were the key the same.
    let seal = Seal { id: Id::new(uuid(8)), ..a_seal() };
    let other = Sealed { store: Memory::holding(values), seal: Some(seal) };
    assert_eq!(read(&other, PLACES[0]), Err(Damage::Sealed));
}

fn uuid(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

#[test]
fn plain_value_among_sealed_ones_is_refused() {
    let store = some_values();
    let (area, key) = PLACES[0];
    let (_, packed) = frame::parts(b"{\"given\":\"Mallory\"}").next().unwrap();
    store.store.values.borrow_mut().insert((area, key), frame::close(area, key, &packed));
    assert_eq!(read(&store, PLACES[0]), Err(Damage::Sealed));
    // What a newer version has written is told apart.
    let mut newer = frame::close(area, key, &packed);
    newer[1] = 5;
    store.store.values.borrow_mut().insert((area, key), newer);
    assert_eq!(read(&store, PLACES[0]), Err(Damage::Newer));
}

#[test]
fn same_value_is_sealed_otherwise_each_time() {
    let store = some_values();
    let before = store.store.values.borrow().clone();
    let mut batch = store.batch();
    let (area, key) = PLACES[0];
    let (_, packed) = frame::parts(b"{\"given\":\"Ada\"}").next().unwrap();
    batch.put(area, key, &frame::close(area, key, &packed));
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    assert_ne!(before[&PLACES[0]], store.store.values.borrow()[&PLACES[0]]);
}

#[test]
fn envelope_opens_with_either_secret_and_no_other() {
    let envelope = envelope();
    assert_eq!(opened_with(&envelope, "seven blue herons"), Ok(()));
    for wrong in ["", "seven blue heron", "Seven blue herons", "seven blue herons "] {
        assert_eq!(opened_with(&envelope, wrong), Err(Problem::Wrong), "{wrong}");
    }
    let recovered = |key| unlock(&envelope, &Secret::Recovery(key)).map(|_| ());
    assert_eq!(recovered(paper()), Ok(()));
    assert_eq!(recovered(RecoveryKey::new([8; 20])), Err(Problem::Wrong));
}

#[test]
fn passkey_opens_until_it_is_taken_away() {
    let (envelope, secret) = (envelope(), Secret::passphrase("seven blue herons"));
    let output = |byte| Zeroizing::new([byte; 32]);
    let answers =
        |envelope: &Envelope, byte| unlock(envelope, &Secret::Passkey(output(byte))).map(|_| ());
    assert_eq!(answers(&envelope, 5), Err(Problem::Wrong));
    let change = |envelope, secret: &Secret, passkey| {
        block_on(seal::change_passkey(&NativeKeys, envelope, secret, passkey))
    };
    let passkey = || NewPasskey { credential: vec![1, 2, 3], input: [4; 32], output: output(5) };
    let wrong = Secret::passphrase("seven blue heron");
    assert_eq!(change(&envelope, &wrong, Some(passkey())), Err(Problem::Wrong));
    let with = change(&envelope, &secret, Some(passkey())).unwrap();
    let json = serde_json::to_vec(&with).unwrap();
    let with = Envelope::parse(&json).unwrap();
    let stored = with.passkey.as_ref().unwrap();
    assert_eq!((&*stored.credential, stored.input), (&[1, 2, 3][..], [4; 32]));
    assert_eq!(answers(&with, 5), Ok(()));
    assert_eq!(answers(&with, 6), Err(Problem::Wrong));
    // Neither of the others is worth less for it, and another passphrase leaves it.
    assert_eq!(opened_with(&with, "seven blue herons"), Ok(()));
    assert!(unlock(&with, &Secret::Recovery(paper())).is_ok());
    let other = seal::change_passphrase(&NativeKeys, &with, &secret, "nine grey geese", [3; 16]);
    assert_eq!(answers(&block_on(other).unwrap(), 5), Ok(()));
    let without = change(&with, &secret, None).unwrap();
    assert_eq!(answers(&without, 5), Err(Problem::Wrong));
    assert_eq!(without, envelope);
}

#[test]
fn another_passphrase_opens_the_same_values() {
    let store = some_values();
    let old = envelope();
    let secret = Secret::passphrase("seven blue herons");
    let new = seal::change_passphrase(&NativeKeys, &old, &secret, "nine grey geese", [3; 16]);
    let new = block_on(new).unwrap();
    assert_eq!(opened_with(&new, "seven blue herons"), Err(Problem::Wrong));
    let seal = unlock(&new, &Secret::passphrase("nine grey geese")).unwrap();
    let again = Sealed { store: store.store, seal: Some(seal) };
    assert!(PLACES.into_iter().all(|place| read(&again, place).is_ok()));
    // The recovery key still does, until it is taken away.
    assert!(unlock(&new, &Secret::Recovery(paper())).is_ok());
    let secret = Secret::Recovery(paper());
    let without = block_on(seal::change_recovery(&NativeKeys, &new, &secret, None)).unwrap();
    assert!(!without.has_recovery());
    assert_eq!(unlock(&without, &secret).map(|_| ()), Err(Problem::Wrong));
    let wrong = Secret::passphrase("seven blue herons");
    let refused = block_on(seal::change_passphrase(&NativeKeys, &new, &wrong, "", [4; 16]));
    assert_eq!(refused, Err(Problem::Wrong));
}

#[test]
fn every_changed_byte_of_an_envelope_opens_nothing() {
    let memory = Memory::default();
    let mut batch = memory.batch();
    envelope().put_to(&mut batch).unwrap();
    block_on(memory.commit(batch, Durability::Strict)).unwrap();
    let copies = block_on(seal::copies(&memory)).unwrap();
    assert_eq!(copies.len(), 2);
    assert_eq!(Envelope::read(&copies), Ok(envelope()));
    let (key, value) = copies[0].clone();
    for at in 0..value.len() {
        let mut damaged = value.clone();
        damaged[at] ^= 1;
        assert_eq!(Envelope::read(&[(key, damaged.clone())]), Err(Problem::Damaged), "byte {at}");
        // The other copy is there for that.
        assert_eq!(Envelope::read(&[(key, damaged), copies[1].clone()]), Ok(envelope()));
    }
    assert_eq!(Envelope::read(&[]), Err(Problem::Damaged));
    // Where somebody makes the checksum fit, no key comes of it.
    let printed = serde_json::to_vec(&envelope()).unwrap();
    for at in 0..printed.len() {
        for change in [1, 2, 4, 8, 16] {
            let mut damaged = printed.clone();
            damaged[at] ^= change;
            let Ok(envelope) = Envelope::parse(&damaged) else { continue };
            let opened = opened_with(&envelope, "seven blue herons").is_ok();
            let recovered = unlock(&envelope, &Secret::Recovery(paper())).is_ok();
            assert!(!(opened && recovered) || envelope == self::envelope(), "byte {at}");
        }
    }
    let newer = String::from_utf8(printed).unwrap().replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(Envelope::parse(newer.as_bytes()), Err(Problem::Newer));
}

/// A store that lets so many more transactions through, counted together with another one.
struct Cut {
    store: Memory,
    left: Rc<Cell<usize>>,
}

impl Store for Cut {
    type Batch = MemoryBatch;

    fn batch(&self) -> MemoryBatch {
        self.store.batch()
    }

    async fn commit(&self, batch: MemoryBatch, durability: Durability) -> Result<(), StoreError> {
        let left = self.left.get().checked_sub(1).ok_or(StoreError::Lost)?;
        self.left.set(left);
        self.store.commit(batch, durability).await
    }

    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        self.store.read(area, first, last, each).await
    }
}

/// The two databases: what lies in the one is plain, in the other sealed.
struct Device {
    plain: Sealed<Cut>,
    sealed: Sealed<Cut>,
    left: Rc<Cell<usize>>,
}

impl Device {
    fn with(plain: Values, sealed: Values) -> Self {
        let left = Rc::new(Cell::new(usize::MAX));
        let store = |values| Cut { store: Memory::holding(values), left: left.clone() };
        Self {
            plain: Sealed::plain(store(plain)),
            sealed: Sealed { store: store(sealed), seal: Some(a_seal()) },
            left: left.clone(),
        }
    }

    fn values(&self) -> (Values, Values) {
        let values = |store: &Sealed<Cut>| store.store.store.values.borrow().clone();
        (values(&self.plain), values(&self.sealed))
    }

    async fn seal(&self) -> Result<(), StoreError> {
        moving::carry(&self.plain, &self.sealed, &|_, _| ()).await?;
        moving::seal(&self.sealed, &envelope()).await
    }

    async fn unseal(&self) -> Result<(), StoreError> {
        moving::carry(&self.sealed, &self.plain, &|_, _| ()).await?;
        moving::unseal(&self.sealed, &self.plain).await
    }

    /// Opens whichever counts, as the app does, and says whether it is sealed. What is there can be worked with.
    fn open(&self) -> (Book, bool) {
        let is_sealed = !block_on(seal::copies(&self.sealed)).unwrap().is_empty();
        let store = if is_sealed { &self.sealed } else { &self.plain };
        if block_on(moving::is_marked(store)).unwrap() {
            block_on(moving::thaw(store)).unwrap();
        }
        let opened = block_on(opening::open(store, None)).unwrap().expect("a workspace");
        assert_eq!(opened.report, []);
        let book = opened.book.clone();
        let tab = RefCell::new(Session::new(opened));
        let edit = |book: &Book| random_edits::edit(book, Random(4));
        let (_, done) = block_on(session::commit(store, &tab, Durability::Strict, edit));
        assert!(!matches!(done, Err(CommitError::Store(_) | CommitError::Unreadable)), "{done:?}");
        (book, is_sealed)
    }
}

/// Cuts the way from one to the other at every transaction.
fn cut(is_sealing: bool) {
    let mut cuts = 0;
    for seed in 0..5 {
        let mut tab = Tab::begin(seed);
        for _ in 0..4 {
            tab.work(40);
        }
        let book = tab.book();
        let start = Device::with(tab.store.values.borrow().clone(), Values::new());
        if !is_sealing {
            block_on(start.seal()).unwrap();
            start.plain.store.store.values.borrow_mut().clear();
        }
        let (plain, sealed) = start.values();
        for left in 0.. {
            let device = Device::with(plain.clone(), sealed.clone());
            device.left.set(left);
            let going =
                async { if is_sealing { device.seal().await } else { device.unseal().await } };
            let done = block_on(going);
            device.left.set(usize::MAX);
            let (found, is_sealed) = device.open();
            assert!(found == book, "after {left} transactions");
            if done.is_ok() {
                assert_eq!(is_sealed, is_sealing);
                break;
            }
            cuts += 1;
        }
    }
    assert!(cuts > 20, "{cuts}");
}

#[test]
fn sealing_that_is_cut_off_leaves_the_old_or_the_new() {
    cut(true);
}

#[test]
fn unsealing_that_is_cut_off_leaves_the_old_or_the_new() {
    cut(false);
}

#[test]
fn tab_that_is_open_meanwhile_writes_nothing_that_is_lost() {
    let mut tab = Tab::begin(3);
    tab.work(30);
    let device = Device::with(tab.store.values.borrow().clone(), Values::new());
    let open = || {
        let opened = block_on(opening::open(&device.plain, None)).unwrap().unwrap();
        RefCell::new(Session::new(opened))
    };
    let other = open();
    block_on(device.seal()).unwrap();
    let edit = |book: &Book| random_edits::edit(book, Random(4));
    let (_, done) = block_on(session::commit(&device.plain, &other, Durability::Strict, edit));
    assert_eq!(done, Err(CommitError::Unreadable));
    let (found, is_sealed) = device.open();
    assert!(is_sealed && found == tab.book());
}

#[test]
fn what_fails_on_the_way_lets_the_old_one_go_on() {
    let mut tab = Tab::begin(3);
    tab.work(30);
    let device = Device::with(tab.store.values.borrow().clone(), Values::new());
    let opened = block_on(opening::open(&device.plain, None)).unwrap().unwrap();
    let other = RefCell::new(Session::new(opened));
    // The other database is full.
    let full = Full(device.sealed.store.batch());
    let done = block_on(moving::carry(&device.plain, &full, &|_, _| ()));
    assert_eq!(done, Err(StoreError::Full));
    let edit = |book: &Book| random_edits::edit(book, Random(4));
    let (_, done) = block_on(session::commit(&device.plain, &other, Durability::Strict, edit));
    assert_eq!(done, Ok(()));
}

struct Full(MemoryBatch);

impl Store for Full {
    type Batch = MemoryBatch;

    fn batch(&self) -> MemoryBatch {
        self.0.clone()
    }

    async fn commit(&self, _: MemoryBatch, _: Durability) -> Result<(), StoreError> {
        Err(StoreError::Full)
    }

    async fn read(
        &self,
        _: Area,
        _: StoreKey,
        _: StoreKey,
        _: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        Ok(())
    }
}

#[test]
fn nothing_that_is_sealed_can_be_read_without_the_key() {
    let mut tab = Tab::begin(5);
    tab.work(60);
    let device = Device::with(tab.store.values.borrow().clone(), Values::new());
    let (plain, _) = device.values();
    // Packed as they are, some words can be found in plain values.
    assert!(holds(&plain, b"Ada") || holds(&plain, b"example"));
    block_on(device.seal()).unwrap();
    let (_, sealed) = device.values();
    for word in [&b"Ada"[..], b"example", b"given", b"person"] {
        assert!(!holds(&sealed, word), "{}", String::from_utf8_lossy(word));
    }
    let without = Memory::holding(sealed);
    assert_eq!(block_on(opening::open(&without, None)).unwrap_err(), BootError::Unreadable);
    let copy = block_on(rescue::copy(&without)).unwrap().concat();
    let copy = String::from_utf8(copy).unwrap();
    assert!(!copy.contains("Ada") && copy.contains("passphrase"));
    let opened = |seal| block_on(rescue::open(copy.as_bytes(), seal));
    assert_eq!(opened(None).unwrap_err(), BootError::Unreadable);
    assert!(opened(Some(a_seal())).unwrap().book == tab.book());
}

#[test]
fn second_copy_is_sealed_and_comes_back_with_the_key() {
    let mut tab = Tab::begin(6);
    tab.work(40);
    let device = Device::with(tab.store.values.borrow().clone(), Values::new());
    // A plain copy from before, which is removed.
    let files = SealedFolder { folder: Files::new(), seal: None };
    block_on(mirror::follow(&device.plain, &files)).unwrap();
    block_on(device.seal()).unwrap();
    let files = SealedFolder { folder: files.folder, seal: Some(a_seal()) };
    block_on(files.agree(Some(&envelope()))).unwrap();
    block_on(mirror::follow(&device.sealed, &files)).unwrap();
    let held = files.folder.files.borrow().clone();
    assert!(held.len() > 2);
    for (name, bytes) in &held {
        let has = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
        assert!(name == "lock" || !has(b"Ada") && !has(b"given"), "{name}");
    }
    // Once more changes nothing.
    block_on(files.agree(Some(&envelope()))).unwrap();
    block_on(mirror::follow(&device.sealed, &files)).unwrap();
    assert_eq!(*files.folder.files.borrow(), held);
    // Another passphrase changes the envelope and nothing else.
    let secret = Secret::Recovery(paper());
    let old = envelope();
    let change = seal::change_passphrase(&NativeKeys, &old, &secret, "geese", [3; 16]);
    let changed = block_on(change).unwrap();
    block_on(files.agree(Some(&changed))).unwrap();
    let there = block_on(files.envelope()).unwrap().unwrap();
    assert_eq!(Envelope::read(&[(StoreKey::FIRST, there)]), Ok(changed));
    assert_eq!(files.folder.files.borrow().len(), held.len());
    let (_, opened) = block_on(mirror::open(&files)).unwrap().unwrap();
    assert!(opened.book == tab.book() && opened.report.is_empty());
    let without = SealedFolder { folder: files.folder, seal: None };
    assert!(block_on(mirror::open(&without)).unwrap().is_none());
    // The seal is taken off: nothing sealed stays.
    block_on(without.agree(None)).unwrap();
    assert!(without.folder.files.borrow().is_empty());
}
