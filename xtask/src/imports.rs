//! Short names between the app and its script: what wasm-bindgen calls the functions of the browser has a
//! hash of 16 digits in it, which does not compress, and stands in both files.

use std::collections::HashMap;

use anyhow::{Result, ensure};
use wasm_encoder::{
    ImportSection, Module, RawSection, SectionId,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{Import, Parser, Payload};

/// Gives everything that the module has of the script a short name, in both. Everything else stays as it is,
/// byte by byte.
pub fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut short = HashMap::<String, String>::new();
    let mut shortened = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        if let Payload::ExportSection(exports) = &payload {
            for export in exports.clone() {
                let name = export?.name;
                // The script would call it by the short name.
                ensure!(!short.contains_key(name), "{name} goes both ways");
            }
        }
        let Payload::ImportSection(section) = payload else {
            let data = module.get(usize::try_from(range.start)?..usize::try_from(range.end)?);
            shortened.section(&RawSection { id, data: data.unwrap_or_default() });
            continue;
        };
        debug_assert_eq!(id, SectionId::Import as u8);
        let mut imports = ImportSection::new();
        for import in section.into_imports() {
            let Import { module, name, ty } = import?;
            let import = if module.ends_with("_bg.js") {
                let mut shorten = |long: &str| {
                    let next = format!("_{:x}", short.len());
                    short.entry(long.to_owned()).or_insert(next).clone()
                };
                (shorten(module), shorten(name))
            } else {
                (module.to_owned(), name.to_owned())
            };
            let import = Import { module: &import.0, name: &import.1, ty };
            RoundtripReencoder.parse_import(&mut imports, import)?;
        }
        shortened.section(&imports);
    }
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "_$./-".contains(c);
    let mut renamed = String::with_capacity(script.len());
    for piece in script.split_inclusive(|c| !is_of_name(c)) {
        let name = piece.trim_end_matches(|c| !is_of_name(c));
        let rest = piece.strip_prefix(name).unwrap_or_default();
        renamed.extend([short.get(name).map_or(name, String::as_str), rest]);
    }
    Ok((shortened.finish(), renamed))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, TypeSection,
    };

    use super::*;

    fn module(names: [(&str, &str); 3]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for (module, name) in names {
            imports.import(module, name, EntityType::Function(0));
        }
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        functions.function(0);
        exports.export("main", ExportKind::Func, 3);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().call(1).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn the_module_and_its_script_still_agree() {
        let long = [
            ("./app_bg.js", "__wbg_open_1"),
            ("./app_bg.js", "__wbg_close_2"),
            ("./parts.js", "__wbg_open_1"),
        ];
        let script = "import * as parts from \"./parts.js\";\nfunction imports() { return {\n\
            \"./app_bg.js\": {\n__wbg_open_1: function() {}, __wbg_close_2(a) {}, __wbg_open_12: 1 },\n\
            \"./parts.js\": parts }; }\n";
        let (shortened, renamed) = shorten(&module(long), script).unwrap();
        let short = [("_0", "_1"), ("_0", "_2"), ("./parts.js", "__wbg_open_1")];
        assert_eq!(shortened, module(short));
        let expected = script
            .replace("./app_bg.js", "_0")
            .replace("__wbg_open_1:", "_1:")
            .replace("__wbg_close_2", "_2");
        assert_eq!(renamed, expected);
    }
}
