import type { Page } from "@playwright/test";
import type { FileToGive } from "./files.ts";

/** What a camera writes beside the picture. */
export interface Camera {
  make: string;
  /** How the camera was held, as Exif counts: 1 upright, 6 to be turned by a quarter to the right. */
  orientation: number;
  /** Degrees north and east, in whole numbers. */
  place?: [north: number, east: number];
}

/** A photo of 900 by 600 pixels as the camera stored it, red on the left and blue on the right, with what a phone says of it. */
export async function jpeg(page: Page, name = "kite.jpg", camera?: Camera): Promise<FileToGive> {
  const encoded = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 600);
    const pen = canvas.getContext("2d");
    for (let leaf = 0; pen && leaf < 4000; leaf += 1) {
      pen.fillStyle = leaf % 2 === 0 ? `rgb(${200 + (leaf % 56)} 0 0)` : `rgb(0 0 ${200 + (leaf % 56)})`;
      pen.fillRect((leaf % 2) * 450 + ((leaf * 37) % 450), (leaf * 53) % 600, 23, 17);
    }
    pen?.clearRect(448, 0, 4, 600);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 })).arrayBuffer());
    return Array.from(bytes);
  });
  const plain = Buffer.from(encoded);
  const buffer = camera ? Buffer.concat([plain.subarray(0, 2), exif(camera), plain.subarray(2)]) : plain;
  return { name, mimeType: "image/jpeg", buffer };
}

/** The bytes of a JPEG from its scan on: what the picture is, without what is said of it. */
export function scan(jpeg: Buffer): Buffer {
  return jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])));
}

/** An APP1 segment with an Exif block (TIFF, little-endian). */
function exif({ make, orientation, place }: Camera): Buffer {
  const maker = Buffer.from(`${make}\0`, "latin1");
  const entries = place ? 3 : 2;
  const afterFirst = 8 + 2 + entries * 12 + 4;
  const second = afterFirst + maker.length + (maker.length % 2);
  const first = directory([
    entry(0x010f, 2, maker.length, maker.length > 4 ? number(afterFirst) : Buffer.concat([maker, Buffer.alloc(4)])),
    entry(0x0112, 3, 1, number(orientation)),
    ...(place ? [entry(0x8825, 4, 1, number(second))] : []),
  ]);
  const body = [Buffer.from("II*\0\x08\0\0\0", "latin1"), first, maker, Buffer.alloc(maker.length % 2)];
  if (place) {
    const values = second + 2 + 4 * 12 + 4;
    const degrees = (value: number) => Buffer.concat([value, 1, 0, 1, 0, 1].map(number));
    body.push(
      directory([
        entry(1, 2, 2, Buffer.from("N\0\0\0", "latin1")),
        entry(2, 5, 3, number(values)),
        entry(3, 2, 2, Buffer.from("E\0\0\0", "latin1")),
        entry(4, 5, 3, number(values + 24)),
      ]),
      degrees(place[0]),
      degrees(place[1]),
    );
  }
  const tiff = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), ...body]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(tiff.length + 2, 2);
  return Buffer.concat([head, tiff]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  return Buffer.concat([bytes, value.subarray(0, 4)]);
}

function directory(entries: Buffer[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length);
  return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
}

/** A film whose box of facts says where it was made, as phones write it; there is nothing to see in it. */
export function mp4(name = "walk.mp4", place = "+40.4168-003.7038/"): FileToGive {
  const box = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, body]);
  };
  const words = Buffer.from(place, "latin1");
  const length = Buffer.from([0, words.length, 0x15, 0xc7]);
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(2000, 16);
  const buffer = Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\x02\0isommp41", "latin1")),
    box("moov", box("mvhd", header), box("udta", box("\xa9xyz", length, words))),
    box("mdat", Buffer.alloc(64, 7)),
  ]);
  return { name, mimeType: "video/mp4", buffer };
}
