//! The store in memory behaves like every store.

use pollster::block_on;
use rapport::storage::{conformance, memory::Memory};

#[test]
fn memory_conforms() {
    for behaviour in conformance::BEHAVIOURS {
        block_on(conformance::check(behaviour, &Memory::default())).expect(behaviour);
    }
}
