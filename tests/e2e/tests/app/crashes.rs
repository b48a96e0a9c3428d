//! The power goes while people are being added: what was said to be saved is there, and whole.

use std::{cell::RefCell, time::Duration};

use anyhow::{Context, Result, ensure};
use rapport_e2e::{Browser, Profile, explained, visit};
use serde_json::Value;

use crate::steps::{come_back, people, save_backup, start_empty, texts};

/// How often the browser is killed.
const KILLS: u32 = 25;

/// The longest that people are being added in one life, in milliseconds.
const LONGEST: u64 = 2_500;

/// In each life of so many, nobody is added after the first person, and it ends when the app has rested
/// long enough to make a checkpoint, or a little before or after.
const RESTS: u32 = 5;

/// Adds a person by the form, as quickly as the page allows: with a job and a tag that is new in each
/// life. Answers once it is said that they are saved.
const ADD: &str = "
    const [family, tag] = ['FAMILY', 'TAG'];
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
    };
    return (async () => {
        location.hash = '#/people/new';
        await type('#new-given', 'Person');
        await type('#new-family', family);
        await type('#new-job-title', `Job of ${family}`);
        (await type('#new-tags', tag)).dispatchEvent(new FocusEvent('blur'));
        document.querySelector('form.new-record').requestSubmit();
        for (;;) {
            const said = [...document.querySelectorAll('.toast__text')].map((it) => it.textContent.replace(/[\\u2066-\\u2069]/g, ''));
            if (said.includes(`Added Person ${family}`)) return family;
            await new Promise((done) => setTimeout(done, 2));
        }
    })();";

#[tokio::test]
async fn what_was_saved_survives_kills_at_random_moments() -> Result<()> {
    let profile = Profile::new()?;
    // By family name, in the order in which it was said that they are saved.
    let saved = RefCell::new(Vec::<String>::new());
    for life in 0..KILLS {
        let browser = Browser::start(&profile).await?;
        let lived = lives(&browser, life, &saved).await;
        explained("crashes", &browser, lived.with_context(|| format!("in life {life}"))).await?;
        browser.kill_hard().await?;
    }
    visit("crashes-end", &profile, async |browser| {
        come_back(browser).await?;
        let count = saved.borrow().len();
        opens_with_everything(browser, count).await?;
        everyone_is_whole(&save_backup(browser).await?, &saved.borrow())
    })
    .await
}

/// Opens what the lives before have left, and adds people until a moment that nobody chose.
async fn lives(browser: &Browser, life: u32, saved: &RefCell<Vec<String>>) -> Result<()> {
    if life == 0 {
        start_empty(browser).await?;
    } else {
        come_back(browser).await?;
        let count = saved.borrow().len();
        opens_with_everything(browser, count).await?;
    }
    let rests = life % RESTS == RESTS - 1;
    let moment = u64::from(random(life));
    let moment = Duration::from_millis(if rests { 2_900 + moment % 400 } else { moment % LONGEST });
    let adding = async {
        adds_people(browser, life, saved, if rests { 1 } else { 1_000 }).await?;
        std::future::pending().await
    };
    // To be cut off is how it is meant to end.
    tokio::time::timeout(moment, adding).await.unwrap_or(Ok(()))
}

async fn adds_people(
    browser: &Browser,
    life: u32,
    saved: &RefCell<Vec<String>>,
    most: u32,
) -> Result<()> {
    for count in 0..most {
        let family = format!("{life}-{count}");
        let script = ADD.replace("FAMILY", &family).replace("TAG", &format!("Life {life}"));
        let said: String = browser.eval(&script).await?;
        saved.borrow_mut().push(said);
    }
    Ok(())
}

/// Checks that the list is there at once, with at least so many people, and that nothing is reported.
async fn opens_with_everything(browser: &Browser, least: usize) -> Result<()> {
    let found = browser.text(".toolbar__found").await?;
    let count: usize =
        found.split(' ').next().unwrap_or_default().replace(',', "").parse().unwrap_or(0);
    ensure!(count >= least, "{least} people were saved, {found} are here");
    let notices = texts(browser, ".notice").await?;
    ensure!(notices.is_empty(), "opening reports {notices:?}");
    Ok(())
}

/// Checks that everyone saved is in the backup with all that was typed, and that nobody is there in part.
fn everyone_is_whole(backup: &str, saved: &[String]) -> Result<()> {
    let file: Value = serde_json::from_str(backup)?;
    let tags = file.pointer("/records/tag").and_then(Value::as_array).context("no tags")?;
    let people = people(backup)?;
    let text = |record: &Value, key: &str| {
        record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    for family in saved {
        let is_there = people.iter().any(|person| text(person, "family") == *family);
        ensure!(is_there, "{family} was saved and is gone");
    }
    for person in &people {
        let family = text(person, "family");
        ensure!(text(person, "job-title") == format!("Job of {family}"), "in part: {person}");
        let id = person.pointer("/tags/0").with_context(|| format!("without a tag: {person}"))?;
        let tag = tags.iter().find(|tag| tag.get("id") == Some(id));
        let tag = tag.with_context(|| format!("the tag of {person} is gone"))?;
        let life = family.split('-').next().unwrap_or_default();
        ensure!(text(tag, "name") == format!("Life {life}"), "{tag} at {person}");
    }
    ensure!(saved.len() > KILLS as usize, "only {} people were saved at all", saved.len());
    Ok(())
}

/// A number that differs from life to life and from run to run.
fn random(life: u32) -> u32 {
    use std::hash::{BuildHasher, RandomState};
    // Seeded anew for each process: that is its purpose.
    let hash = RandomState::new().hash_one(life);
    u32::try_from(hash % 1_000_003).unwrap_or_default()
}
