//! Any bytes are read as any kind of file, and what is shown of them stays within its limits.

use std::io::Cursor;

use reading::{Block, Kind, Picture, Reading, limits, read as read_file};

use crate::documents;

/// The first byte of an input says which.
const KINDS: [Kind; 8] = [
    Kind::Text,
    Kind::Markdown,
    Kind::Table,
    Kind::Notebook,
    Kind::Archive,
    Kind::Document,
    Kind::Slides,
    Kind::Sheets,
];

pub fn read(input: &[u8]) {
    let Some((first, file)) = input.split_first() else { return };
    let kind = KINDS[usize::from(*first) % KINDS.len()];
    let Ok(reading) = read_file(Cursor::new(file), kind) else { return };
    let Reading { blocks, .. } = &reading;
    assert!(blocks.len() <= limits::BLOCKS + 1);
    assert!(reading.words().len() <= limits::WORDS);
    for block in blocks {
        match block {
            Block::Part(_, blocks) => blocks.iter().for_each(is_inert),
            block => is_inert(block),
        }
    }
}

fn is_inert(block: &Block) {
    match block {
        Block::Picture(Picture { media_type, base64, .. }) => {
            assert!(media_type == "image/png" || media_type == "image/jpeg");
            assert!(base64.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)));
        }
        Block::Table(table) => assert!(table.all_rows().all(|row| row.len() <= limits::COLUMNS)),
        Block::Part(..) => panic!("a part within a part"),
        _ => {}
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let notebook = br##"{"cells":[{"cell_type":"code","source":["1"],"outputs":[{"output_type":"display_data","data":{"image/png":"iVBORw0KGgoA"}}]},{"cell_type":"markdown","source":"# a"}]}"##;
    let open_text = documents::open_document(
        "<office:text><text:h text:outline-level=\"2\">a</text:h><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></office:text>",
    );
    let files = [
        (0, b"caf\xe9\r\n".to_vec()),
        (2, b"sep=;\na;\"b\"\"\n\"\n1;2\n".to_vec()),
        (3, notebook.to_vec()),
        (4, documents::zipped(&[("a/b.txt", "one"), ("../c", "")])),
        (5, documents::docx()),
        (5, open_text),
        (6, documents::pptx()),
        (7, documents::xlsx()),
    ];
    files.into_iter().map(|(kind, file)| [vec![kind], file].concat()).collect()
}
