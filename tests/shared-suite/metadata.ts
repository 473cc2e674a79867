/** What a picture says beside its pixels, read by nothing of the app's: a second opinion. */
export interface Inside {
  /** What shows the picture, byte for byte. */
  pixels: Buffer;
  /** What else is in the file, by the names that its format has for it. */
  beside: string[];
}

/** Reads a JPEG, PNG or WebP. */
export function inside(picture: Buffer): Inside {
  if (picture.readUInt16BE(0) === 0xffd8) return jpeg(picture);
  if (picture.toString("latin1", 1, 4) === "PNG") return png(picture);
  if (picture.toString("latin1", 8, 12) === "WEBP") return webp(picture);
  throw new Error("no picture that can be read here");
}

/** Segments that say how to show the scan: quantisation, Huffman tables, frames, restarts. */
const SHOWS = new Set([0xdb, 0xc4, 0xc0, 0xc1, 0xc2, 0xdd]);

function jpeg(bytes: Buffer): Inside {
  const shows: Buffer[] = [];
  const beside: string[] = [];
  for (let at = 2; ; ) {
    const marker = bytes.readUInt8(at + 1);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) {
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      return { pixels: Buffer.concat([...shows, bytes.subarray(at, last)]), beside };
    }
    const segment = bytes.subarray(at + 4, end);
    if (SHOWS.has(marker)) shows.push(segment);
    else if (segment.toString("latin1", 0, 4) === "Exif") beside.push(...tags(segment.subarray(6)));
    else beside.push(`${marker.toString(16)} ${segment.toString("latin1", 0, 12).split("\0")[0]}`);
    at = end;
  }
}

/** The tags of every directory of an Exif block, in hexadecimal. */
function tags(tiff: Buffer): string[] {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const found: string[] = [];
  const todo = [long(4)];
  for (let start = todo.pop(); start; start = todo.pop()) {
    const count = short(start);
    for (let entry = start + 2; entry < start + 2 + count * 12; entry += 12) {
      const tag = short(entry);
      // Upright is what a picture is without the tag, too.
      const isUpright = tag === 0x112 && short(entry + 8) === 1;
      if (!isUpright) found.push(`exif ${tag.toString(16)}`);
      // Exif, GPS and interoperability have directories of their own.
      if ([0x8769, 0x8825, 0xa005].includes(tag)) todo.push(long(entry + 8));
    }
    todo.push(long(start + 2 + count * 12));
  }
  return found;
}

const PIXEL_CHUNKS = /^(IHDR|PLTE|IDAT|tRNS|acTL|fcTL|fdAT|IEND|VP8 |VP8L|ALPH|ANIM|ANMF)$/;

function png(bytes: Buffer): Inside {
  return chunks(bytes, 8, (at) => {
    const size = bytes.readUInt32BE(at);
    return { type: bytes.toString("latin1", at + 4, at + 8), data: [at + 8, at + 8 + size], next: at + 12 + size };
  });
}

function webp(bytes: Buffer): Inside {
  return chunks(bytes, 12, (at) => {
    const size = bytes.readUInt32LE(at + 4);
    return { type: bytes.toString("latin1", at, at + 4), data: [at + 8, at + 8 + size], next: at + 8 + size + (size % 2) };
  });
}

function chunks(bytes: Buffer, first: number, read: (at: number) => { type: string; data: [number, number]; next: number }): Inside {
  const shows: Buffer[] = [];
  const beside: string[] = [];
  for (let at = first; at < bytes.length; ) {
    const { type, data, next } = read(at);
    if (PIXEL_CHUNKS.test(type)) shows.push(bytes.subarray(...data));
    else beside.push(type);
    at = next;
  }
  return { pixels: Buffer.concat(shows), beside };
}
