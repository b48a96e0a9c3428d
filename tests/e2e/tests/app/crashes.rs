//! The power goes in the middle of the work: what was said to be saved is there, and whole.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Profile, Settings, explained, settings, visit};
use serde::de::DeserializeOwned;
use serde_json::Value;
use xtask::say::say;

use crate::steps::{people, save_backup, start_empty, texts};

/// The longest that one works in one life, in milliseconds.
const LONGEST: u64 = 2_500;

/// How many people a list has that is brought in.
const LIST: usize = 30;

/// What is done in a life, one after the other from life to life: whichever it is, the end of the life comes
/// at a moment that nobody chose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Adding,
    /// Every other person is taken back at once.
    Undoing,
    /// A list is brought in first.
    Importing,
    /// A passphrase seals everything first, or no longer does.
    Sealing,
    /// Nobody is added after the first person, and the life ends when the app has rested long enough to make a
    /// checkpoint, or a little before or after.
    Resting,
}

const WORK: [Work; 7] = [
    Work::Adding,
    Work::Undoing,
    Work::Importing,
    Work::Sealing,
    Work::Adding,
    Work::Resting,
    Work::Sealing,
];

const PASSPHRASE: &str = "seven blue herons";

/// How a life ends.
#[derive(Clone, Copy)]
enum End {
    /// All processes of the browser at once, as when the power goes.
    Browser,
    /// The process of the page first, as when it takes too much memory.
    Page,
}

const ENDS: [End; 3] = [End::Browser, End::Browser, End::Page];

/// What was said to be done, by family name; an import is one by its life.
#[derive(Default)]
struct Said {
    added: Vec<String>,
    /// To be taken back, and whether that was said to be done.
    undone: BTreeMap<String, bool>,
    /// To be brought in, and whether that was said to be done.
    imported: BTreeMap<u32, bool>,
    /// Whether a passphrase is asked for, as long as that is known.
    sealed: Option<bool>,
    /// How often that was changed.
    sealings: usize,
}

impl Said {
    /// How many people there are at least.
    fn least(&self) -> usize {
        let imported = self.imported.values().filter(|said| **said).count();
        self.added.len() - self.undone.len() + imported * LIST
    }
}

/// What scripts are made of that do what a person does.
pub(crate) const TOOLS: &str = "
    const said = async (is) => {
        for (;;) {
            const texts = [...document.querySelectorAll('.toast__text')];
            if (texts.some((it) => is(it.textContent.replace(/[\\u2066-\\u2069]/g, '')))) return;
            await new Promise((done) => setTimeout(done, 2));
        }
    };
    const there = async (css) => {
        for (;;) {
            const found = document.querySelector(css);
            if (found) return found;
            await new Promise((done) => setTimeout(done, 2));
        }
    };
    const type = async (css, text) => {
        const input = await there(css);
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return input;
    };";

/// Adds a person by the form, as quickly as the page allows: with a job and a tag that is new in each
/// life. Answers once it is said that they are saved.
const ADD: &str = "
    const [family, tag] = ['FAMILY', 'TAG'];
    return (async () => {
        location.hash = '#/people/new';
        await type('#new-given', 'Person');
        await type('#new-family', family);
        await type('#new-job-title', `Job of ${family}`);
        (await type('#new-tags', tag)).dispatchEvent(new FocusEvent('blur'));
        document.querySelector('form.new-record').requestSubmit();
        await said((text) => text === `Added Person ${family}`);
        return null;
    })();";

/// Takes back the last change, and answers once it is said to be so.
const UNDO: &str = "
    return (async () => {
        const key = { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', key));
        await said((text) => text.startsWith('Undone') && text.includes('FAMILY'));
        return null;
    })();";

/// Brings in a list that is pasted, and answers once it is said to be there.
const IMPORT: &str = "
    return (async () => {
        location.hash = '#/transfer';
        await there('#file');
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', `LIST`);
        const event = new Event('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        document.body.dispatchEvent(event);
        for (;;) {
            const buttons = [...document.querySelectorAll('#page button')];
            const go = buttons.find((it) => it.textContent === 'Bring in' && !it.disabled);
            if (go) {
                go.click();
                break;
            }
            await new Promise((done) => setTimeout(done, 2));
        }
        await said((text) => text.startsWith('Imported'));
        return null;
    })();";

/// Sets a passphrase, or takes it away, and answers once it is said to be done: whether there is one now.
const SEAL: &str = "
    return (async () => {
        location.hash = '#/settings';
        const part = await there('#lock-on, #lock-off');
        part.open = true;
        const seals = part.id === 'lock-on';
        if (seals) {
            await type('#lock-new', 'PASSPHRASE');
            await type('#lock-again', 'PASSPHRASE');
            (await there('#lock-choose')).click();
            (await there('#lock-confirm')).click();
            await said((text) => text.includes('is encrypted now'));
        } else {
            await type('#lock-off-current', 'PASSPHRASE');
            (await there('#lock-off-now')).click();
            await said((text) => text.includes('Nothing on this device is encrypted'));
        }
        return seals;
    })();";

#[tokio::test]
async fn what_was_saved_survives_kills_at_random_moments() -> Result<()> {
    let profile = Profile::new()?;
    let Settings { kills, seed, .. } = settings()?;
    let said = RefCell::new(Said::default());
    for life in 0..kills {
        let browser = Browser::start(&profile).await?;
        let lived = lives(&browser, life, seed, &said).await;
        let lived = lived.with_context(|| format!("in life {life}, seed {seed}"));
        explained("crashes", &browser, lived).await?;
        if let End::Page = turn(&ENDS, life) {
            browser.kill_page();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        browser.kill_hard().await?;
    }
    visit("crashes-end", &profile, async |browser| {
        opens_with_everything(browser, &said).await?;
        everyone_is_whole(&save_backup(browser).await?, &said.borrow())?;
        browser.open("#/your-data").await?;
        browser.click("#check-everything").await?;
        browser.text_appears("#checked", "All is as it was written").await
    })
    .await?;
    let said = said.borrow();
    let (people, sealings) = (said.least(), said.sealings);
    say(format_args!(
        "{kills} kills, seed {seed}: {people} people, sealed or unsealed {sealings} times"
    ));
    Ok(())
}

/// What a life is like, one life after the other.
fn turn<T: Copy, const N: usize>(all: &[T; N], life: u32) -> T {
    #[expect(clippy::indexing_slicing, reason = "below the length")]
    all[life as usize % N]
}

/// Opens what the lives before have left, and works until a moment that nobody chose.
async fn lives(browser: &Browser, life: u32, seed: u64, said: &RefCell<Said>) -> Result<()> {
    if life == 0 {
        start_empty(browser).await?;
    } else {
        opens_with_everything(browser, said).await?;
    }
    let work = turn(&WORK, life);
    let moment = random(seed, life);
    let moment = Duration::from_millis(match work {
        Work::Resting => 2_900 + moment % 400,
        // A key is made of the passphrase first, which is slow on purpose.
        Work::Sealing => moment % (2 * LONGEST),
        _ => moment % LONGEST,
    });
    let working = async {
        works(browser, life, work, said).await?;
        std::future::pending().await
    };
    // To be cut off is how it is meant to end.
    tokio::time::timeout(moment, working).await.unwrap_or(Ok(()))
}

async fn works(browser: &Browser, life: u32, work: Work, said: &RefCell<Said>) -> Result<()> {
    if work == Work::Importing {
        let row = |nth: usize| {
            let family = imported(life, nth);
            format!("Person\\t{family}\\tJob of {family}\\n")
        };
        let rows: String = (0..LIST).map(row).collect();
        let list = format!("First name\\tLast name\\tJob title\\n{rows}");
        said.borrow_mut().imported.insert(life, false);
        does::<()>(browser, &IMPORT.replace("LIST", &list)).await?;
        said.borrow_mut().imported.insert(life, true);
    }
    if work == Work::Sealing {
        said.borrow_mut().sealed = None;
        let sealed = does(browser, &SEAL.replace("PASSPHRASE", PASSPHRASE)).await?;
        said.borrow_mut().sealed = sealed;
        said.borrow_mut().sealings += 1;
    }
    for count in 0..if work == Work::Resting { 1 } else { 1_000 } {
        let family = format!("{life}-{count}");
        let add = ADD.replace("FAMILY", &family).replace("TAG", &format!("Life {life}"));
        does::<()>(browser, &add).await?;
        said.borrow_mut().added.push(family.clone());
        if work == Work::Undoing && count % 2 == 0 {
            said.borrow_mut().undone.insert(family.clone(), false);
            does::<()>(browser, &UNDO.replace("FAMILY", &family)).await?;
            said.borrow_mut().undone.insert(family, true);
        }
    }
    Ok(())
}

fn imported(life: u32, nth: usize) -> String {
    format!("{life}-list-{nth}")
}

async fn does<T: DeserializeOwned>(browser: &Browser, script: &str) -> Result<Option<T>> {
    browser.eval(&format!("{TOOLS}{script}")).await
}

/// Checks that the list is there at once, with everybody in it who was said to be saved, and that nothing is
/// reported. The passphrase is asked for where it was said to be set.
async fn opens_with_everything(browser: &Browser, said: &RefCell<Said>) -> Result<()> {
    browser.open("#/people").await?;
    browser.resize(1400, 900).await?;
    let is_sealed = browser.find("#grid, #unlock").await?.id().await?.as_deref() == Some("unlock");
    let was_said = said.borrow_mut().sealed.replace(is_sealed);
    ensure!(was_said.is_none_or(|sealed| sealed == is_sealed), "sealed: {was_said:?}, {is_sealed}");
    if is_sealed {
        browser.type_text("#unlock", PASSPHRASE).await?;
        browser.click("#unlock-open").await?;
        browser.find("#grid").await?;
    }
    let least = said.borrow().least();
    let found = browser.text(".toolbar__found").await?;
    let count: usize =
        found.split(' ').next().unwrap_or_default().replace(',', "").parse().unwrap_or(0);
    ensure!(count >= least, "{least} people were saved, {found} are here");
    let notices = texts(browser, ".notice").await?;
    ensure!(notices.is_empty(), "opening reports {notices:?}");
    Ok(())
}

/// Checks that all that was said to be done is so in the backup, and that nothing was done in part.
fn everyone_is_whole(backup: &str, said: &Said) -> Result<()> {
    let file: Value = serde_json::from_str(backup)?;
    let tags = file.pointer("/records/tag").and_then(Value::as_array).context("no tags")?;
    let people = people(backup)?;
    let text = |record: &Value, key: &str| {
        record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let families: Vec<String> = people.iter().map(|person| text(person, "family")).collect();
    for family in &said.added {
        let is_there = families.contains(family);
        match said.undone.get(family) {
            None => ensure!(is_there, "{family} was saved and is gone"),
            Some(true) => ensure!(!is_there, "{family} was taken back and is there"),
            // Nobody heard how it ended.
            Some(false) => {}
        }
    }
    for (life, was_said) in &said.imported {
        let there = (0..LIST).filter(|nth| families.contains(&imported(*life, *nth))).count();
        let is_whole = there == LIST || there == 0 && !was_said;
        ensure!(is_whole, "{there} of the list of life {life} are there; said: {was_said}");
    }
    for person in &people {
        let family = text(person, "family");
        ensure!(text(person, "job-title") == format!("Job of {family}"), "in part: {person}");
        if family.contains("list") {
            continue;
        }
        let id = person.pointer("/tags/0").with_context(|| format!("without a tag: {person}"))?;
        let tag = tags.iter().find(|tag| tag.get("id") == Some(id));
        let tag = tag.with_context(|| format!("the tag of {person} is gone"))?;
        let life = family.split('-').next().unwrap_or_default();
        ensure!(text(tag, "name") == format!("Life {life}"), "{tag} at {person}");
    }
    ensure!(!people.is_empty(), "nobody was saved at all");
    Ok(())
}

/// A number that differs from life to life, and is the same for the same seed.
fn random(seed: u64, life: u32) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, life).hash(&mut hasher);
    hasher.finish()
}
