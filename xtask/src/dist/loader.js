// Loads the parts of the app's module. What `cargo xtask dist` writes below this says which files there are, and which each part needs.
import { initSync } from "./module.js";

// The main module runs by now: this only hands out what it exports.
const main = () => initSync();

// A file's code is put into its place once. What failed is forgotten, so that it can be tried again.
function file(name, integrity) {
    let placed;
    return () => {
        placed ??= place(name, integrity).catch((problem) => {
            placed = undefined;
            throw problem;
        });
        return placed;
    };
}

// Nothing is called afterwards: the code goes into the table and the memory of the main module, at places that the splitter chose.
async function place(name, integrity) {
    const answer = fetch(new URL(name, import.meta.url), { integrity });
    await WebAssembly.instantiateStreaming(answer, { __wasm_split: main() });
}

// The main module asks with the number of a function that waits for the answer, and with what that function needs to know.
function part(...files) {
    return async (waiting, about) => {
        let came = true;
        try {
            await Promise.all(files.map((load) => load()));
        } catch (problem) {
            console.error(problem);
            came = false;
        }
        main().__indirect_function_table.get(waiting)(about, came);
    };
}
