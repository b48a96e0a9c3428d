//! The app: what is on the screen, and the live workspace below it.
//!
//! Everything that can be had without a screen is in the library, which tests and benchmarks use too.

#[cfg(target_arch = "wasm32")]
mod state;

#[cfg(target_arch = "wasm32")]
mod ui;

fn main() {
    #[cfg(target_arch = "wasm32")]
    ui::mount();
}
