//! Spreadsheets as comma-separated values.
