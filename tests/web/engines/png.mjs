// Reads the PNGs that browsers make of their windows: 8 bits a channel, with or without alpha, not interlaced.
// https://www.w3.org/TR/png-3/
import {inflateSync} from 'node:zlib';

/** @typedef {(left: number, up: number, upLeft: number) => number} Prediction */

const signatureLength = 8;

/** @param {Buffer} png */
function* chunksOf(png) {
  for (let at = signatureLength; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield {type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length)};
    at += 12 + length;
  }
}

/** That of the neighbours which is nearest to their plane. @type {Prediction} */
function paeth(left, up, upLeft) {
  const [toLeft, toUp, toUpLeft] = [Math.abs(up - upLeft), Math.abs(left - upLeft), Math.abs(left + up - 2 * upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** What each filter expects a byte to be. @type {Prediction[]} */
const predictions = [() => 0, (left) => left, (_, up) => up, (left, up) => (left + up) >> 1, paeth];

/**
 * @param {Buffer} bytes rows, each after the number of its filter
 * @param {number} stride a row's bytes
 * @param {number} channels
 */
function unfilter(bytes, stride, channels) {
  const height = bytes.length / (stride + 1);
  const pixels = Buffer.alloc(stride * height);
  let above = Buffer.alloc(channels + stride);  // rows with a black pixel on their left, where the filters look too
  for (let y = 0; y < height; ++y) {
    const row = Buffer.alloc(channels + stride);
    const filter = y * (stride + 1);
    const predict = predictions[bytes[filter]];
    for (let i = 0; i < stride; ++i) {
      row[channels + i] = bytes[filter + 1 + i] + predict(row[i], above[channels + i], above[i]);
    }
    row.copy(pixels, y * stride, channels);
    above = row;
  }
  return pixels;
}

/**
 * The picture's pixels as [red, green, blue], and all its bytes.
 * @param {Buffer} png
 * @returns {{width: number, height: number, bytes: Buffer, pixel(x: number, y: number): number[]}}
 */
export function readPng(png) {
  const chunks = [...chunksOf(png)];
  const header = chunks[0].data;
  const [width, height, depth, color] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  const channels = {2: 3, 6: 4}[color];
  if (depth !== 8 || !channels || header[12]) throw new Error('not the kind of PNG that browsers make');
  const data = Buffer.concat(chunks.filter(({type}) => type === 'IDAT').map(({data}) => data));
  const bytes = unfilter(inflateSync(data), width * channels, channels);
  const pixel = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = (y * width + x) * channels;
    return [...bytes.subarray(at, at + 3)];
  };
  return {width, height, bytes, pixel};
}
