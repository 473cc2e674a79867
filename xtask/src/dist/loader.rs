//! The JavaScript that fetches the app's parts and puts their code into its place.

use std::collections::BTreeMap;

use super::asset::Asset;

/// What is the same whatever the parts are.
pub const BEGINNING: &str = include_str!("loader.js");

/// The loader of these files, by their names, and of the parts that need them. It expects wasm-bindgen's `module.js` and the files beside
/// itself, and exports what the macro `wasm_split` makes the main module import: a function for each part.
pub fn loader(files: &BTreeMap<String, Asset>, needs: &BTreeMap<String, Vec<String>>) -> String {
    let file = |(name, asset): (&String, &Asset)| {
        format!("    \"{name}\": file(\"./{}\", \"{}\"),\n", asset.name, asset.integrity())
    };
    let part = |(name, needed): (&String, &Vec<String>)| {
        let needed: Vec<String> = needed.iter().map(|file| format!("files[\"{file}\"]")).collect();
        format!("export const __wasm_split_load_{name} = part({});\n", needed.join(", "))
    };
    let files: String = files.iter().map(file).collect();
    let parts: String = needs.iter().map(part).collect();
    format!("{BEGINNING}\nconst files = {{\n{files}}};\n{parts}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_loads_the_files_it_needs_and_only_as_they_were_built() {
        let asset = Asset::named("cairn-part-start-1.wasm", b"start".to_vec());
        let integrity = asset.integrity();
        let files = [("start".to_owned(), asset)].into();
        let needs =
            [("case".to_owned(), vec!["start".to_owned(), "case-work".to_owned()]), ("none".to_owned(), vec![])];
        let script = loader(&files, &needs.into());
        assert!(script.contains(&format!("\"start\": file(\"./cairn-part-start-1.wasm\", \"{integrity}\"),\n")));
        assert!(
            script.contains("export const __wasm_split_load_case = part(files[\"start\"], files[\"case-work\"]);\n")
        );
        assert!(script.ends_with("export const __wasm_split_load_none = part();\n"));
    }
}
