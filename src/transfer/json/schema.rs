//! The JSON Schema of the file.
