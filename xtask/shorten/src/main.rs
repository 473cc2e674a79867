//! `shorten MODULE.wasm NAMES.json RESULT.wasm`: imports and exports are called as the file says, which has the new name of each old one.
//!
//! wasm-bindgen ends most names with a hash. Nothing can compress that, and each stands both in the module and in its JavaScript: a
//! quarter of the latter. esbuild gives the short names there, and writes them down for here.
#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::convert::Infallible;
use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

fn main() -> Result<()> {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [source, names, result] = words.as_slice() else { bail!("which module, by which names, and where to?") };
    let code = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
    let names = fs::read(names).with_context(|| format!("reading {}", names.display()))?;
    Ok(fs::write(result, shorten(&code, Names(serde_json::from_slice(&names)?))?)?)
}

fn shorten(code: &[u8], mut names: Names) -> Result<Vec<u8>> {
    let mut module = Module::new();
    names.parse_core_module(&mut module, Parser::new(0), code)?;
    Ok(module.finish())
}

/// The new names by the old ones.
struct Names(HashMap<String, String>);

impl Names {
    /// What is called so from now on; what has no new name keeps its own.
    fn of<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, self.of(import.name), kind);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let (kind, index) = (self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        exports.export(self.of(export.name), kind, index);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};
    use wasmparser::Payload;

    /// A module that imports three functions and exports the first and the last.
    fn module() -> Vec<u8> {
        let (mut types, mut imports, mut exports) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        for name in ["__wbg_one_0123", "__wbg_other_4567", "third"] {
            imports.import("browser", name, EntityType::Function(0));
        }
        exports.export("__wbindgen_one", ExportKind::Func, 0).export("memory", ExportKind::Func, 2);
        Module::new().section(&types).section(&imports).section(&exports).clone().finish()
    }

    fn named(module: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for section in Parser::new(0).parse_all(module) {
            match section.unwrap() {
                Payload::ImportSection(imports) => {
                    names.extend(imports.into_imports().map(|import| import.unwrap().name.to_owned()));
                }
                Payload::ExportSection(exports) => {
                    names.extend(exports.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                _ => {}
            }
        }
        names
    }

    #[test]
    fn what_has_a_new_name_gets_it_and_the_rest_keeps_its_own() {
        let names = [("__wbg_one_0123", "a"), ("__wbg_other_4567", "b"), ("__wbindgen_one", "c")];
        let names = names.map(|(old, new)| (old.to_owned(), new.to_owned()));
        let shortened = shorten(&module(), Names(names.into())).unwrap();
        assert_eq!(named(&shortened), ["a", "b", "third", "c", "memory"]);
    }
}
