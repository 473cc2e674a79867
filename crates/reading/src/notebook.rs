//! Jupyter notebooks (nbformat 4, and 3 as far as it is alike): words, code, and of what came of it text and pictures.
//!
//! What a notebook drew with HTML, SVG or scripts is named and not shown.

mod output;

use interchange::json::{self, Json, JsonError};

use crate::block::{Block, Part, Reading};
use crate::page::{Page, Room};
use crate::read::Fault;
use output::Outputs;

pub(crate) fn read(text: &str) -> Result<Reading, Fault> {
    let notebook = json::parse(text).map_err(|error| match error {
        JsonError::TooDeep | JsonError::TooMany => Fault::TooLarge,
        JsonError::Syntax { .. } => Fault::Damaged,
    })?;
    let cells = cells(&notebook).ok_or(Fault::Damaged)?;
    let (mut page, mut outputs) = (Page::new(), Outputs::default());
    for cell in cells {
        if put(cell, &mut page, &mut outputs).is_break() {
            break;
        }
    }
    Ok(page.end())
}

/// The cells; version 3 has them in worksheets, of which there was never more than one.
fn cells<'n>(notebook: &'n Json<'_>) -> Option<&'n [Json<'n>]> {
    let sheet = || notebook.get("worksheets")?.entries()?.first()?.get("cells");
    notebook.get("cells").or_else(sheet)?.entries()
}

fn put(cell: &Json<'_>, page: &mut Page, outputs: &mut Outputs) -> Room {
    let source = joined(cell.get("source").or_else(|| cell.get("input")));
    match cell.get("cell_type").and_then(Json::text) {
        Some("code") => {
            page.open(Part::Code(run(cell)))?;
            page.put(Block::Text, source)?;
            for output in cell.get("outputs").and_then(Json::entries).unwrap_or_default() {
                outputs.put(output, page)?;
            }
            page.close();
            Room::Continue(())
        }
        Some("markdown") => page.put(Block::Markdown, source),
        Some("heading") => page.heading(level(cell), source),
        _ => page.put(Block::Text, source),
    }
}

/// The number of the run that the outputs come from.
fn run(cell: &Json<'_>) -> Option<u32> {
    whole(cell.get("execution_count").or_else(|| cell.get("prompt_number"))?)
}

fn level(cell: &Json<'_>) -> u8 {
    cell.get("level").and_then(whole).and_then(|level| u8::try_from(level).ok()).unwrap_or(1)
}

fn whole(number: &Json<'_>) -> Option<u32> {
    match number {
        Json::Number(number) if (0.0..1e9).contains(number) => Some(*number as u32),
        _ => None,
    }
}

/// A text that may be written in pieces.
fn joined(text: Option<&Json<'_>>) -> String {
    match text {
        Some(Json::Text(text)) => text.to_string(),
        Some(Json::List(lines)) => lines.iter().filter_map(Json::text).collect(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Fault, Part, read};
    use crate::block::Picture;

    #[test]
    fn words_code_and_what_came_of_it_stand_in_their_order() {
        let notebook = r##"{"cells": [
            {"cell_type": "markdown", "source": ["# Bean\n", "Day $1$"]},
            {"cell_type": "code", "execution_count": 3, "source": "print(1)", "outputs": [
                {"output_type": "stream", "text": ["1\n", "2\n"]},
                {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgoA\n", "text/plain": ["<Figure>"]}},
                {"output_type": "execute_result", "data": {"text/html": "<b>1</b>", "text/plain": "1"}},
                {"output_type": "display_data", "data": {"image/svg+xml": "<svg onload=alert(1)>"}},
                {"output_type": "error", "ename": "E", "evalue": "no", "traceback": ["\u001b[31mE\u001b[0m: no"]}]},
            {"cell_type": "code", "source": "", "outputs": []},
            {"cell_type": "raw", "source": "as it is"}]}"##;
        let picture =
            Picture { media_type: "image/png".into(), base64: "iVBORw0KGgoA".into(), words: "<Figure>".into() };
        let code = vec![
            Block::Text("print(1)".into()),
            Block::Output("1\n2\n".into()),
            Block::Picture(picture),
            Block::Output("1".into()),
            Block::Hidden("image/svg+xml".into()),
            Block::Output("E: no".into()),
        ];
        let expected = [
            Block::Markdown("# Bean\nDay $1$".into()),
            Block::Part(Part::Code(Some(3)), code),
            Block::Part(Part::Code(None), Vec::new()),
            Block::Text("as it is".into()),
        ];
        let reading = read(notebook).unwrap();
        assert_eq!((reading.blocks, reading.is_cut), (expected.into(), false));
    }

    #[test]
    fn older_notebooks_are_read_and_others_are_none() {
        let old = r#"{"worksheets": [{"cells": [
            {"cell_type": "heading", "level": 2, "source": "Bean"},
            {"cell_type": "code", "prompt_number": 1, "input": "1", "outputs": [{"output_type": "pyout", "png": "iVBORw0KGgoA", "text": "1"}]}]}]}"#;
        let blocks = read(old).unwrap().blocks;
        assert_eq!(blocks[0], Block::Heading(2, "Bean".into()));
        assert!(matches!(&blocks[1], Block::Part(Part::Code(Some(1)), parts) if parts.len() == 2), "{blocks:?}");
        for none in ["", "[]", "{}", r#"{"cells": 1}"#] {
            assert!(matches!(read(none), Err(Fault::Damaged)), "{none}");
        }
    }
}
