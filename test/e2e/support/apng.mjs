/** A film of pictures as an animated PNG: every browser, VS Code and the pages of repositories show it, and it needs no other program. */

import { COLOURS, chunk, coloursOf, countColours, indexesIn, packed, paletteOf, readPng, SIGNATURE } from './png.mjs';

/** The place in the palette that says "as in the frame before". */
const SAME = COLOURS;

/**
 * Each frame holds what differs from the one before it, and no more.
 *
 * @param {{ png: Buffer, milliseconds: number }[]} frames of one size, as browsers write them, and how long each is shown
 * @returns {Buffer}
 */
export function toFilm(frames) {
  const read = frames.map(({ png }) => readPng(png));
  const [first] = read;
  if (!first) throw new Error('A film has a frame.');
  const { width, height, header } = first;
  const counts = new Map();
  for (const { pixels } of read) countColours(pixels, counts);
  const palette = paletteOf(counts, COLOURS);
  const indexes = indexesIn(palette, counts);
  const pictures = read.map(({ pixels }) => {
    const picture = Buffer.alloc(width * height);
    for (let at = 0; at < picture.length; at++) picture[at] = indexes.get(pixels.readUIntBE(at * 3, 3)) ?? 0;
    return picture;
  });
  header[9] = 3;
  const transparent = Buffer.alloc(SAME + 1, 255);
  transparent[SAME] = 0;
  let number = 0;
  const parts = pictures.flatMap((picture, index) => {
    const before = pictures[index - 1];
    const box = before ? differenceOf(before, picture, width, height) : { left: 0, top: 0, width, height };
    const body = packed(rowsOf(picture, before, width, box));
    const control = Buffer.alloc(26);
    [number++, box.width, box.height, box.left, box.top].forEach((value, at) => {
      control.writeUInt32BE(value, at * 4);
    });
    control.writeUInt16BE(frames[index]?.milliseconds ?? 1000, 20);
    control.writeUInt16BE(1000, 22);
    // Stays for the next one, and lets what is the same shine through.
    control.writeUInt16BE(before ? 0x0001 : 0, 24);
    if (!before) return [chunk('fcTL', control), chunk('IDAT', body)];
    const numbered = Buffer.alloc(4);
    numbered.writeUInt32BE(number++);
    return [chunk('fcTL', control), chunk('fdAT', Buffer.concat([numbered, body]))];
  });
  // As many frames as there are, again and again.
  const animation = Buffer.alloc(8);
  animation.writeUInt32BE(frames.length);
  const colours = Buffer.concat([coloursOf(palette), Buffer.alloc((SAME + 1 - palette.length) * 3)]);
  const head = [chunk('IHDR', header), chunk('acTL', animation), chunk('PLTE', colours), chunk('tRNS', transparent)];
  return Buffer.concat([SIGNATURE, ...head, ...parts, chunk('IEND', Buffer.of())]);
}

/** The smallest box around what differs. @param {Buffer} before @param {Buffer} after @param {number} width @param {number} height */
function differenceOf(before, after, width, height) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let at = 0; at < after.length; at++) {
    if (before[at] === after[at]) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  return right > left ? { left, top, width: right - left, height: bottom - top } : { left: 0, top: 0, width: 1, height: 1 };
}

/**
 * @param {Buffer} picture
 * @param {Buffer | undefined} before
 * @param {number} width
 * @param {{ left: number, top: number, width: number, height: number }} box
 */
function rowsOf(picture, before, width, box) {
  const rows = Buffer.alloc((box.width + 1) * box.height);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = (box.top + y) * width + box.left + x;
      rows[y * (box.width + 1) + 1 + x] = before && before[at] === picture[at] ? SAME : (picture[at] ?? 0);
    }
  }
  return rows;
}
