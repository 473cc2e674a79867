use super::*;
use wasm_encoder::{ConstExpr, Elements, Function, GlobalType, MemoryType, RefType, TableType, ValType};
use wasmparser::{ElementItems, Operator, Validator};

const MEMORY: EntityType =
    EntityType::Memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
const STACK: EntityType = EntityType::Global(GlobalType { val_type: ValType::I32, mutable: true, shared: false });
const HEAP: EntityType = EntityType::Global(GlobalType { val_type: ValType::I64, mutable: true, shared: false });

fn table(minimum: u64) -> EntityType {
    let element_type = RefType::FUNCREF;
    EntityType::Table(TableType { element_type, minimum, maximum: None, table64: false, shared: false })
}

/// A piece with two functions. The second calls the first with what is in the global of that number, an `i64`, and stands in the table at
/// `place`; in the memory, `place` is at `place`.
fn piece(place: u8, imports: &[(&str, EntityType)], global: u32) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I64], []);
    types.ty().function([], []);
    let mut imported = ImportSection::new();
    for (name, kind) in imports {
        imported.import("main", name, *kind);
    }
    let mut functions = FunctionSection::new();
    functions.function(0).function(1);
    let mut elements = ElementSection::new();
    let offset = ConstExpr::i32_const(i32::from(place));
    elements.active(None, &offset, Elements::Functions([1].as_slice().into()));
    let mut code = CodeSection::new();
    let mut first = Function::new([]);
    first.instructions().end();
    let mut second = Function::new([]);
    second.instructions().global_get(global).call(0).end();
    code.function(&first).function(&second);
    let mut data = DataSection::new();
    data.active(0, &offset, [place]);
    let mut module = Module::new();
    module.section(&types).section(&imported).section(&functions).section(&elements);
    module.section(&code).section(&data);
    module.finish()
}

#[test]
fn joined_pieces_do_what_each_of_them_did() {
    let one = piece(5, &[("memory", MEMORY), ("table", table(9)), ("heap", HEAP)], 0);
    let other = piece(7, &[("stack", STACK), ("heap", HEAP), ("table", table(9)), ("memory", MEMORY)], 1);
    let joined = join(&[one, other]).unwrap();
    // Types are checked, too: a call of the wrong function, or with the wrong global, is not valid.
    Validator::new().validate_all(&joined).unwrap();
    assert_eq!(in_table(&joined), [(5, 1), (7, 3)]);
    assert_eq!(in_memory(&joined), [(5, vec![5]), (7, vec![7])]);
    assert_eq!(imports(&joined), ["memory", "table", "heap", "stack"]);
}

#[test]
fn a_piece_alone_stays_what_it_is() {
    let piece = piece(5, &[("memory", MEMORY), ("table", table(9)), ("heap", HEAP)], 0);
    let alone = join(&[piece]).unwrap();
    Validator::new().validate_all(&alone).unwrap();
    assert_eq!(join(std::slice::from_ref(&alone)).unwrap(), alone);
}

#[test]
fn pieces_of_different_modules_are_refused() {
    let one = piece(5, &[("memory", MEMORY), ("table", table(9)), ("heap", HEAP)], 0);
    let other = piece(7, &[("memory", MEMORY), ("table", table(8)), ("heap", HEAP)], 0);
    assert_eq!(join(&[one, other]).unwrap_err().to_string(), "pieces disagree about table");
}

#[test]
fn what_nobody_imports_is_refused() {
    let piece = piece(5, &[("memory", MEMORY), ("table", table(9))], 0);
    assert_eq!(join(&[piece]).unwrap_err().to_string(), "the piece has no global of number 0");
}

fn place(offset: &wasmparser::ConstExpr<'_>) -> i32 {
    let Operator::I32Const { value } = offset.get_operators_reader().read().unwrap() else { panic!("not a constant") };
    value
}

/// Places in the table, and the function that the module puts there.
fn in_table(module: &[u8]) -> Vec<(i32, u32)> {
    let mut found = Vec::new();
    for section in Parser::new(0).parse_all(module) {
        let Payload::ElementSection(elements) = section.unwrap() else { continue };
        for element in elements {
            let element = element.unwrap();
            let wasmparser::ElementKind::Active { offset_expr, .. } = element.kind else { panic!("not active") };
            let ElementItems::Functions(functions) = element.items else { panic!("not functions") };
            found.extend(functions.into_iter().map(|function| (place(&offset_expr), function.unwrap())));
        }
    }
    found
}

/// Places in the memory, and what the module puts there.
fn in_memory(module: &[u8]) -> Vec<(i32, Vec<u8>)> {
    let mut found = Vec::new();
    for section in Parser::new(0).parse_all(module) {
        let Payload::DataSection(data) = section.unwrap() else { continue };
        for data in data {
            let data = data.unwrap();
            let wasmparser::DataKind::Active { offset_expr, .. } = data.kind else { panic!("not active") };
            found.push((place(&offset_expr), data.data.to_vec()));
        }
    }
    found
}

fn imports(module: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for section in Parser::new(0).parse_all(module) {
        let Payload::ImportSection(imports) = section.unwrap() else { continue };
        found.extend(imports.into_imports().map(|import| import.unwrap().name.to_owned()));
    }
    found
}
