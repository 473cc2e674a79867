import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** A file as a learner gives it, by picking, dropping or pasting. */
export interface FileToGive {
  name: string;
  /** What the system says that it is; the app goes by the bytes. */
  mimeType: string;
  buffer: Buffer;
}

/** A picture of evening light, eight-bit RGB. */
export function png(name = "evening.png", width = 160, height = 120): FileToGive {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows.set([90 + (x * 150) / width, 120 - (y * 60) / height, 60 + (y * 120) / height], y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const header = Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [pngChunk("IHDR", header), pngChunk("IDAT", deflateSync(rows)), pngChunk("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat([signature, ...chunks]) };
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The note A, half a second long if not said otherwise; 8 kHz, 16 bits, one channel. */
export function wav(name = "note.wav", seconds = 0.5): FileToGive {
  const rate = 8000;
  const count = rate * seconds;
  const samples = Buffer.alloc(count * 2);
  for (let at = 0; at < count; at += 1) samples.writeInt16LE(Math.round(9000 * Math.sin((at / rate) * 880 * Math.PI)), at * 2);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(samples.length, 40);
  return { name, mimeType: "audio/wav", buffer: Buffer.concat([header, samples]) };
}

/** A second of moving squares, recorded by the browser as a phone's camera page would. */
export async function webm(page: Page, name = "squares.webm"): Promise<FileToGive> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 96, height: 64 });
    const ink = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm;codecs=vp8" });
    const pieces: Blob[] = [];
    const recorded = new Promise<Blob>((done) => {
      recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      recorder.addEventListener("stop", () => done(new Blob(pieces)));
    });
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      ink?.fillRect(frame * 4, frame * 2, 20, 20);
      await new Promise((drawn) => setTimeout(drawn, 30));
    }
    recorder.stop();
    return Array.from(new Uint8Array(await (await recorded).arrayBuffer()));
  });
  return { name, mimeType: "video/webm", buffer: Buffer.from(bytes) };
}

/** One page with one line, or many pages of it. */
export function pdf(name = "report.pdf", words = "The beans grew 4 cm a day.", pages = 1): FileToGive {
  const drawing = `BT /F1 18 Tf 40 120 Td (${words}) Tj ET`;
  const first = 5;
  const kids = Array.from({ length: pages }, (_, page) => `${first + page} 0 R`);
  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 200] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages} >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...kids.map(() => page),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${`${offset}`.padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const whole = `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(whole, "latin1") };
}

/** A word processor's document with one paragraph. */
export function docx(name = "essay.docx", words = "My grandmother's village"): FileToGive {
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const office = "http://schemas.openxmlformats.org";
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const buffer = zip({
    "[Content_Types].xml":
      `<?xml version="1.0"?><Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels":
      `<?xml version="1.0"?><Relationships xmlns="${office}/package/2006/relationships">` +
      `<Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml":
      `<?xml version="1.0"?><w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
  });
  return { name, mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer };
}

/** An archive in which nothing is compressed. */
export function zip(files: Record<string, string>): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const body = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, path, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, rest, path]));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

/** A file of words: a program, a note, a page. */
export function text(name: string, words: string, mimeType = "text/plain"): FileToGive {
  return { name, mimeType, buffer: Buffer.from(words) };
}

/** Bytes of no known kind. */
export function unknown(name = "experiment.dat"): FileToGive {
  const buffer = Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 89 + 7) % 256));
  return { name, mimeType: "application/octet-stream", buffer };
}

/** Lets files fall onto the element in the middle of the page, as from the desktop. */
export async function drop(page: Page, files: FileToGive[]): Promise<void> {
  await give(page, files, "drop");
}

/** Pastes files, as after copying a screenshot. */
export async function paste(page: Page, files: FileToGive[]): Promise<void> {
  await give(page, files, "paste");
}

async function give(page: Page, files: FileToGive[], how: "drop" | "paste"): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString("base64") }));
  await page.evaluate(
    ({ given, how }) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of given) {
        data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type: mimeType }));
      }
      const options = { bubbles: true, cancelable: true, composed: true };
      if (how === "paste") {
        (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
        return;
      }
      const under = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
      for (const step of ["dragenter", "dragover", "drop"]) {
        under.dispatchEvent(new DragEvent(step, { ...options, dataTransfer: data }));
      }
    },
    { given, how },
  );
}
