//! Looking over all that is stored: whether every value is what was written, whether the journal has no gap, and
//! whether an opening from disk, whose indexes are made anew, comes to what is in memory.

use super::{
    Area, Store, StoreError, StoreKey, frame,
    opening::{self, BootError, Finding, Opened},
    witness::Witness,
};
use crate::domain::book::{Book, Disagreement};

/// What a look has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many stored values were compared with their checksums.
    pub values: usize,
    /// Values of the checkpoints that are not what was written. What is in memory can take their place.
    pub damaged_pages: usize,
    /// Values of the journal that are not what was written, and positions without an entry: so much of the
    /// history is lost.
    pub damaged_changes: usize,
    /// What an opening finds.
    pub findings: Vec<Finding>,
    /// In what the workspace on disk is another one than that in memory.
    pub disagreements: Vec<Disagreement>,
}

impl Checked {
    pub fn is_clean(&self) -> bool {
        let Self { values: _, damaged_pages, damaged_changes, findings, disagreements } = self;
        damaged_pages + damaged_changes == 0 && findings.is_empty() && disagreements.is_empty()
    }
}

/// Looks at all that is stored, and opens it once more. What was opened is to be compared with what is in memory
/// if both stand at the same position.
pub async fn look<S: Store>(store: &S, witness: Witness) -> Result<(Checked, Opened), BootError> {
    let mut checked = Checked::default();
    for area in [Area::Heads, Area::Pages] {
        checked.damaged_pages += damaged(store, area, &mut checked.values).await?;
    }
    for area in [Area::Journal, Area::JournalParts] {
        checked.damaged_changes += damaged(store, area, &mut checked.values).await?;
    }
    checked.damaged_changes += gaps(store, witness.position).await?;
    let opened = opening::open(store, Some(witness)).await?;
    let opened = opened.ok_or(BootError::Missing(witness))?;
    checked.findings.clone_from(&opened.report);
    Ok((checked, opened))
}

/// Says in what an opened workspace differs from the one in memory.
pub fn compare(checked: &mut Checked, opened: &Book, book: &Book) {
    checked.disagreements = book.disagreements(opened);
}

/// The number of values of an area that are not what was written.
async fn damaged<S: Store>(store: &S, area: Area, values: &mut usize) -> Result<usize, StoreError> {
    let mut damaged = 0;
    store
        .read(area, StoreKey::FIRST, StoreKey::LAST, &mut |key, value| {
            *values += 1;
            damaged += usize::from(frame::open(area, key, &value).is_err());
        })
        .await?;
    Ok(damaged)
}

/// The number of positions without an entry, from the first that there is: older ones may have been let go.
async fn gaps<S: Store>(store: &S, until: u64) -> Result<usize, StoreError> {
    let (mut last, mut gaps) = (None, 0);
    let end = StoreKey(until, StoreKey::LAST.1, 0);
    store
        .read(Area::Journal, StoreKey::FIRST, end, &mut |key, _| {
            let expected = last.map_or(key.0, |last: u64| last + 1);
            gaps += key.0.saturating_sub(expected);
            last = Some(key.0);
        })
        .await?;
    gaps += last.map_or(0, |last| until.saturating_sub(last));
    Ok(usize::try_from(gaps).unwrap_or(usize::MAX))
}
