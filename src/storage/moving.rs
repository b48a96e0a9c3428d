//! Carrying a workspace from one store to another, which is how it is sealed and how the seal is taken off.
//!
//! What is here stays whole until the other store has all of it, read again and compared. Which of two stores
//! counts is said by one record, the envelope ([`super::seal`]), which comes or goes in a transaction of its own;
//! so whenever it ends, there is the old workspace or the new one. Meanwhile the old one is frozen: tabs that
//! still hold it cannot write, as if it had been erased. A mark says that it is frozen for this reason, and
//! whoever opens a store with the mark, when nobody carries any more, thaws it.

use super::{
    Area, Batch, Durability, Store, StoreError, StoreKey, opening, read_all,
    seal::{self, Envelope},
};

/// The mark of a store that is carried away or filled. No workspace has this for its key.
const MARK: StoreKey = StoreKey::LAST;

/// How many values go into a transaction: some 2 MB.
const CHUNK: usize = 48;

/// In this order: what lacks its heads is not taken for a workspace that is there.
const ORDER: [Area; 5] =
    [Area::Quarantine, Area::Journal, Area::JournalParts, Area::Pages, Area::Heads];

/// Copies all that is in a store to another one in place of what is there, and freezes the one that it comes
/// from. `progress` hears how many values are done, of how many. Where it fails, nothing has changed.
///
/// Afterwards both have the mark. Whoever else would do so, or open either, must be kept away until it is decided
/// which of them counts.
pub async fn carry<A: Store, B: Store>(
    from: &A,
    to: &B,
    progress: &dyn Fn(usize, usize),
) -> Result<(), StoreError> {
    let carried = try_carry(from, to, progress).await;
    if carried.is_err() {
        // Where this fails too, the next opening does it.
        let _ = thaw(from).await;
    }
    carried
}

async fn try_carry<A: Store, B: Store>(
    from: &A,
    to: &B,
    progress: &dyn Fn(usize, usize),
) -> Result<(), StoreError> {
    if opening::heads(from).await?.is_none() {
        return Err(StoreError::Failed("there is no head that can be read".to_owned()));
    }
    let mut batch = from.batch();
    for key in own_marks(from).await? {
        batch.put(Area::Ended, key, &[]);
    }
    from.commit(batch, Durability::Strict).await?;
    let mut batch = to.batch();
    for area in Area::ALL {
        batch.delete(area, StoreKey::FIRST, StoreKey::LAST);
    }
    batch.put(Area::Ended, MARK, &[]);
    to.commit(batch, Durability::Relaxed).await?;
    let mut of = 0;
    for area in ORDER {
        from.read(area, StoreKey::FIRST, StoreKey::LAST, &mut |_, _| of += 1).await?;
    }
    let mut done = 0;
    for area in ORDER {
        let values = read_all(from, area, StoreKey::FIRST, StoreKey::LAST).await?;
        for chunk in values.chunks(CHUNK) {
            let mut batch = to.batch();
            for (key, value) in chunk {
                batch.put(area, *key, value);
            }
            to.commit(batch, Durability::Relaxed).await?;
            done += chunk.len();
            progress(done, of);
        }
        if read_all(to, area, StoreKey::FIRST, StoreKey::LAST).await? != values {
            return Err(StoreError::Failed("what was written is not what is there".to_owned()));
        }
    }
    Ok(())
}

/// Makes a sealed store count, to which all was carried. From then on it is the other one that is left over.
pub async fn seal<S: Store>(to: &S, envelope: &Envelope) -> Result<(), StoreError> {
    let mut batch = to.batch();
    envelope.put_to(&mut batch)?;
    batch.delete(Area::Ended, MARK, MARK);
    to.commit(batch, Durability::Strict).await
}

/// Makes a plain store count, to which all was carried from a sealed one.
pub async fn unseal<A: Store, B: Store>(from: &A, to: &B) -> Result<(), StoreError> {
    // What was carried must be on the disk before what it came from is given up.
    let mut batch = to.batch();
    batch.put(Area::Ended, MARK, &[]);
    to.commit(batch, Durability::Strict).await?;
    let mut batch = from.batch();
    seal::delete(&mut batch);
    from.commit(batch, Durability::Strict).await?;
    // Where this fails, the next opening does it.
    let _ = thaw(to).await;
    Ok(())
}

/// Whether somebody carries this store away or fills it, or has been kept from coming to the end.
pub async fn is_marked<S: Store>(store: &S) -> Result<bool, StoreError> {
    let mut is_marked = false;
    store.read(Area::Ended, MARK, MARK, &mut |_, _| is_marked = true).await?;
    Ok(is_marked)
}

/// Lets a store be written to again.
pub async fn thaw<S: Store>(store: &S) -> Result<(), StoreError> {
    let mut batch = store.batch();
    for key in own_marks(store).await? {
        batch.delete(Area::Ended, key, key);
    }
    store.commit(batch, Durability::Strict).await
}

/// The mark, and those that keep tabs from writing into the workspaces that are here.
async fn own_marks<S: Store>(store: &S) -> Result<Vec<StoreKey>, StoreError> {
    let heads = opening::heads(store).await?;
    let ids = heads.iter().flat_map(|(newest, before)| {
        [Some(newest.store), before.as_ref().map(|before| before.store)]
    });
    Ok(ids.flatten().map(opening::ended).chain([MARK]).collect())
}
