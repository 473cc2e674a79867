//! Several pieces as one module.
//!
//! Pieces call each other through a table and read what lies in a memory, both of which they import from the main module: what a piece
//! brings is put at fixed places of them. So all that a join has to do is to put one behind the other and to number anew.

use anyhow::{Result, bail, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};
use wasmparser::{ImportSectionReader, Parser, Payload, TypeSectionReader};

/// The pieces in one module, without the names of functions.
///
/// # Errors
/// When a piece has something that pieces are not known to have, such as an export.
pub fn join(pieces: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut joined = Joined::default();
    for piece in pieces {
        joined.add(piece)?;
    }
    Ok(joined.finish())
}

/// The sections of the module so far.
#[derive(Default)]
struct Joined {
    types: TypeSection,
    imports: Vec<Import>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

struct Import {
    module: String,
    name: String,
    kind: EntityType,
}

impl Joined {
    fn add(&mut self, piece: &[u8]) -> Result<()> {
        let mut numbers = Numbers {
            types: self.types.len(),
            functions: self.functions.len(),
            elements: self.elements.len(),
            data: self.data.len(),
            ..Numbers::default()
        };
        for section in Parser::new(0).parse_all(piece) {
            match section? {
                Payload::TypeSection(types) => self.add_types(types, &mut numbers)?,
                Payload::ImportSection(imports) => self.add_imports(imports, &mut numbers)?,
                Payload::FunctionSection(functions) => {
                    numbers.parse_function_section(&mut self.functions, functions)?;
                }
                Payload::ElementSection(elements) => numbers.parse_element_section(&mut self.elements, elements)?,
                Payload::CodeSectionEntry(function) => numbers.parse_function_body(&mut self.code, function)?,
                Payload::DataSection(data) => numbers.parse_data_section(&mut self.data, data)?,
                Payload::ExportSection(exports) if exports.count() == 0 => {}
                Payload::Version { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::DataCountSection { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                other => bail!("nobody knows how to join {other:?}"),
            }
        }
        Ok(())
    }

    fn add_types(&mut self, types: TypeSectionReader<'_>, numbers: &mut Numbers) -> Result<()> {
        for function in types.into_iter_err_on_gc_types() {
            self.types.ty().func_type(&numbers.func_type(function?)?);
        }
        Ok(())
    }

    /// What several pieces import is imported once.
    fn add_imports(&mut self, imports: ImportSectionReader<'_>, numbers: &mut Numbers) -> Result<()> {
        for import in imports.into_imports() {
            let import = import?;
            let kind = numbers.entity_type(import.ty)?;
            let known =
                self.imports.iter().position(|known| known.module == import.module && known.name == import.name);
            let place = known.unwrap_or(self.imports.len());
            if known.is_none() {
                self.imports.push(Import { module: import.module.into(), name: import.name.into(), kind });
            }
            ensure!(self.imports[place].kind == kind, "pieces disagree about {}", import.name);
            let alike = |earlier: &&Import| std::mem::discriminant(&earlier.kind) == std::mem::discriminant(&kind);
            let number = u32::try_from(self.imports[..place].iter().filter(alike).count())?;
            match kind {
                EntityType::Memory(_) => numbers.memories.push(number),
                EntityType::Table(_) => numbers.tables.push(number),
                EntityType::Global(_) => numbers.globals.push(number),
                _ => bail!("nobody knows how to join the import of {}", import.name),
            }
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut imports = ImportSection::new();
        for Import { module, name, kind } in &self.imports {
            imports.import(module, name, *kind);
        }
        let mut module = Module::new();
        module.section(&self.types).section(&imports).section(&self.functions).section(&self.elements);
        module.section(&DataCountSection { count: self.data.len() }).section(&self.code).section(&self.data);
        module.finish()
    }
}

/// The numbers in the joined module: of what one piece defines, where they begin, and of what it imports, each.
#[derive(Default)]
struct Numbers {
    types: u32,
    functions: u32,
    elements: u32,
    data: u32,
    memories: Vec<u32>,
    tables: Vec<u32>,
    globals: Vec<u32>,
}

/// A piece speaks of something that it neither defines nor imports.
#[derive(Debug, thiserror::Error)]
#[error("the piece has no {0} of number {1}")]
struct Unknown(&'static str, u32);

type Renumbered = Result<u32, reencode::Error<Unknown>>;

impl Reencode for Numbers {
    type Error = Unknown;

    fn type_index(&mut self, number: u32) -> Renumbered {
        Ok(self.types + number)
    }

    fn function_index(&mut self, number: u32) -> Renumbered {
        Ok(self.functions + number)
    }

    fn element_index(&mut self, number: u32) -> Renumbered {
        Ok(self.elements + number)
    }

    fn data_index(&mut self, number: u32) -> Renumbered {
        Ok(self.data + number)
    }

    fn memory_index(&mut self, number: u32) -> Renumbered {
        imported("memory", &self.memories, number)
    }

    fn table_index(&mut self, number: u32) -> Renumbered {
        imported("table", &self.tables, number)
    }

    fn global_index(&mut self, number: u32) -> Renumbered {
        imported("global", &self.globals, number)
    }
}

fn imported(what: &'static str, numbers: &[u32], number: u32) -> Renumbered {
    let known = usize::try_from(number).ok().and_then(|place| numbers.get(place));
    known.copied().ok_or(reencode::Error::UserError(Unknown(what, number)))
}

#[cfg(test)]
mod tests;
