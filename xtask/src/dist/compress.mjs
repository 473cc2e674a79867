// Writes FILE's bytes to br and gz in the folder TO, each as small as it gets: they are made once and sent many times.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [file, to] = process.argv.slice(2);
const bytes = readFileSync(file);
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
};
writeFileSync(join(to, "br"), brotliCompressSync(bytes, { params }));
writeFileSync(join(to, "gz"), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
