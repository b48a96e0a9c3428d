//! The journal read backwards: entries with all their parts, and the imports among them.

use pollster::block_on;
use rapport::{
    domain::{
        change::{Action, Cause, Change, Label, Step, Touch},
        field::keys,
        id::{Id, RecordType},
        record::Fields,
        value::{Value, time::Time},
    },
    storage::{
        Durability, Store,
        history::{headers, imports, stored},
        journal,
        memory::Memory,
    },
};

fn change(action: Action, cause: Cause, text: &str) -> Change {
    let fields = Fields::default().with(keys::GIVEN, Value::text(text));
    let id = Id::parse("0190d1f0-0000-7000-8000-000000000001").unwrap();
    let touch = Touch { on: RecordType::Person, id, step: Step::Create(fields) };
    let label = Label { action, on: touch.on, name: "file.csv".into(), count: 1 };
    Change { at: Time::from_millis(1), cause, label, touches: vec![touch] }
}

fn holding(changes: &[Change]) -> Memory {
    let store = Memory::default();
    for (position, change) in (1..).zip(changes) {
        let mut batch = store.batch();
        journal::encode(position, 0, change).unwrap().add_to(&mut batch);
        block_on(store.commit(batch, Durability::Strict)).unwrap();
    }
    store
}

#[test]
fn stored_entries_come_newest_first_with_all_their_parts() {
    // Too much for one value, and nothing that packs well.
    let long: String =
        (0..200_000_u32).map(|nth| nth.wrapping_mul(2_654_435_761).to_string()).collect();
    let texts = ["a", &long, "b", "c"];
    let changes = texts.map(|text| change(Action::Create, Cause::Edit, text));
    let store = holding(&changes);
    assert!(store.values.borrow().len() > changes.len());
    let stored = block_on(stored(&store, 3, 2)).unwrap();
    let read: Vec<_> = stored.iter().map(|it| (it.position(), it.entry().unwrap())).collect();
    assert_eq!(read.iter().map(|(position, _)| *position).collect::<Vec<_>>(), [3, 2]);
    assert!(
        read.iter()
            .all(|(at, entry)| { entry.change == changes[usize::try_from(*at).unwrap() - 1] })
    );
}

#[test]
fn an_import_that_was_undone_is_none_until_it_is_done_again() {
    let (import, edit) = (Action::Import, Cause::Edit);
    let mut changes = vec![
        change(import, edit, "a"),
        change(Action::Edit, edit, "b"),
        change(import, edit, "c"),
        change(import, Cause::Undo(3), "d"),
    ];
    let positions = |changes: &[Change]| {
        let headers = block_on(headers(&holding(changes), 9, 9)).unwrap();
        imports(headers).iter().map(|header| header.position).collect::<Vec<_>>()
    };
    assert_eq!(positions(&changes), [1]);
    changes.push(change(import, Cause::Redo(4), "e"));
    assert_eq!(positions(&changes), [5, 1]);
}
