/** Makes the picture of a window a quarter of its size: a window has few colours, and a small palette shows them all but exactly. */

import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** With fewer colours than these the edges of letters begin to show. */
export const COLOURS = 64;

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @param {Buffer} png with 8 bits each of red, green and blue, as browsers write it
 * @returns {Buffer} the same picture with a palette
 */
export function withPalette(png) {
  const { header, width, height, pixels } = readPng(png);
  const counts = new Map();
  countColours(pixels, counts);
  const palette = paletteOf(counts, COLOURS);
  const indexes = indexesIn(palette, counts);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexes.get(pixels.readUIntBE((y * width + x) * 3, 3)) ?? 0;
    }
  }
  header[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', coloursOf(palette)),
    chunk('IDAT', packed(rows)),
    chunk('IEND', Buffer.of()),
  ]);
}

/** The pixels of a picture, three bytes each. @param {Buffer} png with 8 bits each of red, green and blue */
export function readPng(png) {
  const chunks = [...chunksOf(png)];
  const header = Buffer.from(chunks[0]?.data ?? []);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.readUInt16BE(8) !== 0x0802) throw new Error('The picture has no 8 bits each of red, green and blue.');
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  return { header, width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * 3, height) };
}

/** @param {Buffer} pixels @param {Map<number, number>} counts how often each colour is there; added to */
export function countColours(pixels, counts) {
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
}

/** The place in a palette of the colour next to each. @param {number[]} palette @param {Map<number, number>} counts */
export function indexesIn(palette, counts) {
  return new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
}

/** A palette as a PNG has it. @param {number[]} palette */
export function coloursOf(palette) {
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => {
    colours.writeUIntBE(colour, index * 3, 3);
  });
  return colours;
}

/** @param {Buffer} rows */
export function packed(rows) {
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

/** @param {Buffer} png */
function* chunksOf(png) {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** @param {string} type @param {Buffer} data */
export function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/**
 * @param {Buffer} raw rows, each with a byte before it that says how it was filtered
 * @param {number} width of a row in bytes
 * @param {number} height
 */
function unfiltered(raw, width, height) {
  const out = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (width + 1)];
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x < 3 ? 0 : (out[at - 3] ?? 0);
      const up = out[at - width] ?? 0;
      const corner = x < 3 ? 0 : (out[at - width - 3] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (raw[at + y + 1] ?? 0) + guess;
    }
  }
  return out;
}

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/**
 * Takes one colour after the other, each time the one that would be missed most: the red of a thin line counts as much as a shade of
 * grey that is everywhere.
 *
 * @param {Map<number, number>} counts
 * @param {number} most how many colours it may have
 */
export function paletteOf(counts, most) {
  const colours = [...counts].map(([colour, count]) => ({ colour, weight: Math.sqrt(count), missed: Number.MAX_SAFE_INTEGER }));
  const palette = [];
  while (palette.length < Math.min(most, colours.length)) {
    const next = colours.reduce((best, one) => (one.missed * one.weight > best.missed * best.weight ? one : best));
    palette.push(next.colour);
    for (const one of colours) one.missed = Math.min(one.missed, distance(one.colour, next.colour));
  }
  return palette;
}

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  return palette.reduce(
    (best, other, index) => (distance(other, colour) < distance(palette[best] ?? 0, colour) ? index : best),
    0,
  );
}

/** @param {number} one @param {number} other */
function distance(one, other) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}
