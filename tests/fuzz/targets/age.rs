//! Lets the fuzzer call `rapport_fuzz::age`.

#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| rapport_fuzz::age(data));

#[cfg(not(fuzzing))]
const fn main() {}
