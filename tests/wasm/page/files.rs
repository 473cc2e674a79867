//! Files from a person's hands.

use js_sys::Function;
use platform::files::{self, PickedFile, ReadError};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// What a script makes.
fn made<T: wasm_bindgen::JsCast>(script: &str) -> T {
    Function::new_no_args(script).call0(&JsValue::UNDEFINED).unwrap().dyn_into().unwrap()
}

const TRANSFER: &str = "const data = new DataTransfer();
    data.items.add(new File(['a kite'], 'kite \\u202etxt.exe'));
    data.items.add('only words', 'text/plain');
    data.items.add(new File([], 'empty'));";

fn names(files: &[PickedFile]) -> Vec<(String, u64)> {
    files.iter().map(|file| (file.name(), file.size())).collect()
}

#[wasm_bindgen_test]
async fn what_is_dropped_or_pasted_is_its_files() {
    let expected = [("kite \u{202e}txt.exe".to_owned(), 6), ("empty".to_owned(), 0)];
    let drop = made(&format!("{TRANSFER} return new DragEvent('drop', {{ dataTransfer: data }});"));
    assert!(files::are_dragged(&drop));
    let dropped = files::dropped(&drop).gather(str::cmp).await.files;
    assert_eq!(names(&dropped), expected);
    assert_eq!(dropped[0].bytes(6).await.unwrap(), b"a kite");
    let paste = made(&format!("{TRANSFER} return new ClipboardEvent('paste', {{ clipboardData: data }});"));
    assert_eq!(names(&files::pasted(&paste).gather(str::cmp).await.files), expected);
    let words = made(
        "const data = new DataTransfer(); data.items.add('words', 'text/plain');
        return new DragEvent('drop', { dataTransfer: data });",
    );
    assert!(!files::are_dragged(&words));
    assert!(files::dropped(&words).is_empty());
}

#[wasm_bindgen_test]
async fn a_folder_is_its_files_by_their_paths_without_what_systems_put_there() {
    let event: web_sys::Event = made(
        "const list = new DataTransfer();
        for (const path of ['b/2.txt', 'b/10.txt', '.git/config', 'b/.DS_Store', 'a.txt', 'Thumbs.db']) {
            const file = new File([path], path.split('/').pop());
            Object.defineProperty(file, 'webkitRelativePath', { value: `plants/${path}` });
            list.items.add(file);
        }
        const input = document.createElement('input');
        input.type = 'file'; input.multiple = true;
        Object.defineProperty(input, 'files', { value: list.files });
        let seen; input.addEventListener('change', event => seen = event);
        input.dispatchEvent(new Event('change'));
        return seen;",
    );
    let gathered = files::chosen_folder(&event).gather(str::cmp).await;
    let paths: Vec<_> = gathered.files.iter().map(|file| (file.folder(), file.name())).collect();
    let expected = [("plants", "a.txt"), ("plants/b", "10.txt"), ("plants/b", "2.txt")];
    assert_eq!(paths, expected.map(|(folder, name)| (folder, name.to_owned())));
    assert!(!gathered.is_cut && gathered.unread == 0);
}

#[wasm_bindgen_test]
fn choosing_empties_the_input_so_that_it_can_be_chosen_again() {
    let event: web_sys::Event = made(&format!(
        "{TRANSFER} const input = document.createElement('input');
        input.type = 'file'; input.multiple = true; input.files = data.files;
        let seen; input.addEventListener('change', event => seen = event);
        input.dispatchEvent(new Event('change'));
        return seen;"
    ));
    assert_eq!(files::chosen(&event).len(), 2);
    assert_eq!(files::chosen(&event).len(), 0);
}

#[wasm_bindgen_test]
async fn a_file_is_read_as_far_as_wanted() {
    let file = PickedFile::of_bytes("words.txt", b"a kite that flies");
    assert_eq!(file.head(6).await.unwrap(), b"a kite");
    assert_eq!(file.head(1000).await.unwrap(), b"a kite that flies");
    assert_eq!(file.bytes(16).await, Err(ReadError::TooLarge { size: 17, limit: 16 }));
}
