//! The package as text: one record a line, so that a change of words is a small diff and the file stays small.

use serde::Serialize;

use super::case::Package;

/// Writes the package; equal packages give equal bytes.
pub fn text(package: &Package) -> Result<String, serde_json::Error> {
    let definitions = &package.definitions;
    let defined = [
        list("CFConcepts", &definitions.concepts)?,
        list("CFSubjects", &definitions.subjects)?,
        list("CFLicenses", &definitions.licenses)?,
        list("CFItemTypes", &definitions.item_types)?,
    ];
    let parts = [
        format!("\"CFDocument\": {}", serde_json::to_string(&package.document)?),
        list("CFItems", &package.items)?,
        list("CFAssociations", &package.associations)?,
        format!("\"CFDefinitions\": {{\n{}\n}}", defined.join(",\n")),
        list("CFRubrics", &package.rubrics)?,
    ];
    Ok(format!("{{\n{}\n}}\n", parts.join(",\n")))
}

fn list<T: Serialize>(name: &str, records: &[T]) -> Result<String, serde_json::Error> {
    let lines = records.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("\"{name}\": [\n{}\n]", lines.join(",\n")))
}
