import { type FileToGive, docx, png, text, zip } from "./files.ts";

/** Files that say something, by what they are. */
export const CODE = text("bounce.py", `# Bounces\n\nfor height in range(3):\n    print(height)  # ${"a very long remark ".repeat(8)}\n`, "text/x-python");
export const LONG = text("diary.txt", Array.from({ length: 900 }, (_, day) => `Day ${day + 1}: a leaf`).join("\n"));
export const TABLE = text("runs.csv", `length;swings;remark\n0,50;14,2;"steady; no wind"\n1,00;20,1;"two\nlines"\n`, "text/csv");

/** A notebook with words, code, what it wrote and drew, and something that could run. */
export const NOTEBOOK = text(
  "swings.ipynb",
  JSON.stringify({
    nbformat: 4,
    cells: [
      { cell_type: "markdown", source: ["# Swings\n", "They take **longer** on long ropes."] },
      {
        cell_type: "code",
        execution_count: 7,
        source: "print('two')",
        outputs: [
          { output_type: "stream", name: "stdout", text: "two\n" },
          { output_type: "display_data", data: { "image/png": png().buffer.toString("base64"), "text/plain": "A rising line" } },
          { output_type: "display_data", data: { "text/html": "<script>globalThis.canary=1</script>" } },
        ],
      },
    ],
  }),
  "application/x-ipynb+json",
);

/** A ZIP with folders, and a name that leads out of it. */
export const PACKED: FileToGive = {
  name: "robot.zip",
  mimeType: "application/zip",
  buffer: zip({ "robot/main.py": "print(1)\n", "robot/läs mig.txt": "hej", "../outside.txt": "no" }),
};

/** A talk of two slides, in OpenDocument. */
export function talk(name = "talk.odp"): FileToGive {
  const slide = (title: string, words: string) =>
    `<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>${title}</text:p></draw:text-box></draw:frame>` +
    `<draw:frame><draw:text-box><text:list><text:list-item><text:p>${words}</text:p></text:list-item></text:list></draw:text-box></draw:frame></draw:page>`;
  const content = `<office:document-content><office:body><office:presentation>${slide("Swings", "Longer ropes")}${slide("Why", "Gravity")}</office:presentation></office:body></office:document-content>`;
  const mimeType = "application/vnd.oasis.opendocument.presentation";
  return { name, mimeType, buffer: zip({ mimetype: mimeType, "content.xml": content }) };
}

export const ESSAY = docx("essay.docx", "My grandmother's village");
