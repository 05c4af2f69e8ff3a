// Moves read-only data that only the second part of the module uses out of the first part into the second, which writes
// it into their memory when a page instantiates it. Works on the parts as wasm-split leaves them.
//
// The linker's map tells the pieces of data; one piece in it is all the texts, which are cut here at their NULs as the
// linker joined them. A piece moves if code of the second part, or data that it uses, has the piece's address (or that
// of a tail of a text, as the linker lets texts be tails of others) and nothing of the first part has: no number in its
// code, and no word of data that it uses, is an address in the piece.
//
// That would be all, did compilers not fold numbers into addresses: of `names[key - 512]` they leave `names - 2048`,
// and no address of `names` anywhere. So a number that the first part calculates with, rather than hands on, keeps
// more: what ends there and, if no piece begins there, all that begins within 3 KB after it, which costs 0.3 KB brotli.
// 2 KB is the most that was seen, for names of keys in Dear ImGui.
//
// For numbers to be told from addresses, the data is linked to stand at 132 KB, beyond any offset in a struct and the
// range of 16 bits. Where it would be, at 1 KB, hardly anything could move.
import {readFileSync, writeFileSync} from 'node:fs';

/** How far before an array a compiler may have put its address, in bytes. */
const mostBefore = 3072;

/** Segments that are no further apart are one: beginning another takes as many bytes. */
const leastGap = 8;

const dataSection = 11;

/** @typedef {{start: number, end: number, isText: boolean}} Piece */
/** @typedef {(Piece | undefined)[]} Owners by address */

/** @param {Buffer} wasm @param {number} at @returns {[number: number, end: number]} */
function readNumber(wasm, at) {
  const byte = wasm[at];
  if (byte < 128) return [byte, at + 1];
  const [rest, end] = readNumber(wasm, at + 1);
  return [rest * 128 + byte - 128, end];
}

/** @param {number} number @param {number} last what the last byte has to be less than @returns {number[]} */
const writeNumber = (number, last = 128) =>
    number < last ? [number] : [number % 128 + 128, ...writeNumber(Math.floor(number / 128), last)];

/** What a module's data section has: where it is to be in memory, and where it is in the file. @param {Buffer} wasm */
export function readSegments(wasm) {
  let at = 8;
  for (let length = 0; wasm[at] !== dataSection; at += length) {
    if (at >= wasm.length) throw new Error('The module has no data');
    [length, at] = readNumber(wasm, at + 1);
  }
  let [count, next] = readNumber(wasm, readNumber(wasm, at + 1)[1]);
  const segments = [];
  for (; count; --count) {
    if (wasm[next] !== 0 || wasm[next + 1] !== 0x41) throw new Error('A segment of data is not at a fixed address');
    const [start, afterStart] = readNumber(wasm, next + 2);
    const [length, place] = readNumber(wasm, afterStart + 1);
    segments.push({start, length, place});
    next = place + length;
  }
  return segments;
}

/** The memory that a module's data makes. @param {Buffer} wasm */
function readMemory(wasm) {
  const segments = readSegments(wasm);
  const memory = Buffer.alloc(Math.max(...segments.map(({start, length}) => start + length)) + 3 & ~3);
  for (const {start, length, place} of segments) wasm.copy(memory, start, place, place + length);
  return memory;
}

/**
 * A data section with pieces of memory.
 * @param {Buffer} memory
 * @param {{start: number, end: number}[]} runs
 */
function writeSegments(memory, runs) {
  const segments = runs.flatMap(({start, end}) => {
    const address = writeNumber(start, 64);  // as i32.const has it: the last byte's seventh bit is the sign
    return [0, 0x41, ...address, 0x0b, ...writeNumber(end - start), ...memory.subarray(start, end)];
  });
  const content = [...writeNumber(runs.length), ...segments];
  return Buffer.from([dataSection, ...writeNumber(content.length), ...content]);
}

/**
 * @param {string} map wasm-ld's
 * @param {Buffer} memory
 * @returns {Piece[]} of read-only data, in order
 */
function readPieces(map, memory) {
  const lines = [...map.matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) {9}(\S.*):\(\.rodata.*\)$/gm)];
  if (!lines.length) throw new Error('The linker\'s map tells of no read-only data');
  return lines.flatMap(([, address, size, file]) => {
    const start = parseInt(address, 16);
    const end = start + parseInt(size, 16);
    if (file !== '<internal>') return [{start, end, isText: false}];
    const texts = [];
    for (let from = start, to; from < end; from = to) {
      to = memory.indexOf(0, from) + 1 || end;
      texts.push({start: from, end: to, isText: true});
    }
    return texts;
  });
}

/** What a load or a store adds to its address. @param {string} instruction */
const offsetOf = (instruction) => Number(instruction.match(/ offset=(\d+)/)?.[1] ?? 0);

/** What uses a number as the address that it is, or as one of two. */
const handsOn = /^\((call|call_indirect|select|if|then|else|\S+\.load\S*|\S+\.store\S*)( |$)/;

/**
 * The numbers in a part's code that may be addresses.
 * @param {string} code the part's, as Binaryen prints it: an instruction a line, indented below what uses it
 * @returns {{all: number[], calculatedWith: number[]}}
 */
function readNumbers(code) {
  const all = [];
  const calculatedWith = [];
  /** @type {string[]} */
  const around = [];
  for (const line of code.split('\n')) {
    const instruction = line.trimStart();
    if (instruction.startsWith('(data ')) continue;
    const depth = line.length - instruction.length;
    around[depth] = instruction;
    const user = around[depth - 1] ?? '';
    const numbers = [...instruction.matchAll(/\(i32\.const (\d+)\)/g)].map(([, digits]) => Number(digits));
    const offset = offsetOf(instruction);
    all.push(offset, ...numbers, ...numbers.map((number) => number + offsetOf(user)));
    calculatedWith.push(offset, ...handsOn.test(user) ? [] : numbers);
  }
  return {all, calculatedWith};
}

/**
 * These and what they point to, and so on.
 * @param {Iterable<Piece>} pieces
 * @param {Buffer} memory
 * @param {(address: number) => Piece | undefined} find
 */
function follow(pieces, memory, find) {
  const found = new Set(pieces);
  for (const {start, end} of found) {  // those, too, that come meanwhile
    for (const piece of wordsIn(start, end, memory).map(find)) {
      if (piece) found.add(piece);
    }
  }
  return found;
}

/** @param {number} start @param {number} end @param {Buffer} memory */
function wordsIn(start, end, memory) {
  const words = [];
  for (let at = start + 3 & ~3; at + 4 <= end; at += 4) words.push(memory.readUInt32LE(at));
  return words;
}

/**
 * Of which piece each byte of memory is.
 * @param {Piece[]} pieces
 * @param {Buffer} memory
 * @returns {Owners}
 */
function ownersOf(pieces, memory) {
  /** @type {Owners} */
  const owners = Array(memory.length);
  for (const piece of pieces) owners.fill(piece, piece.start, piece.end);
  const last = pieces[pieces.length - 1];
  const isUnknown = (/** @type {number} */ byte, /** @type {number} */ at) => byte !== 0 && !owners[at];
  const first = memory.findIndex((byte) => byte !== 0);
  const unknown = owners[first] ? memory.subarray(0, last.start).findIndex(isUnknown) : first;
  if (unknown >= 0) throw new Error(`The linker's map does not tell what data the module has at ${unknown}`);
  return owners;
}

const isPiece = (/** @type {Piece | undefined} */ piece) => piece !== undefined;

/**
 * @param {string} code the first part's, as Binaryen prints it
 * @param {Piece[]} pieces
 * @param {Owners} owners
 * @param {Buffer} memory
 * @returns {Set<Piece>} what it may use
 */
function usedByFirst(code, pieces, owners, memory) {
  const find = (/** @type {number} */ address) => owners[address];
  const {all, calculatedWith} = readNumbers(code);
  const otherData = wordsIn(0, memory.length, memory).filter((_, index) => !owners[index * 4]);
  const kept = [...all, ...otherData, ...calculatedWith.map((number) => number - 1)].map(find).filter(isPiece);
  for (const number of calculatedWith) {
    if (find(number)?.start === number) continue;
    kept.push(...pieces.filter(({start}) => start > number && start <= number + mostBefore));
  }
  return follow(kept, memory, find);
}

/**
 * @param {string} code the second part's
 * @param {Owners} owners
 * @param {Buffer} memory
 * @returns {Set<Piece>} what it surely uses
 */
function usedBySecond(code, owners, memory) {
  const find = (/** @type {number} */ address) => {
    const piece = owners[address];
    return piece?.isText || piece?.start === address ? piece : undefined;
  };
  return follow(readNumbers(code).all.map(find).filter(isPiece), memory, find);
}

/**
 * Takes the pieces out of a part's data, but for zeros, which the optimiser leaves out.
 * @param {Buffer} wasm
 * @param {Piece[]} pieces
 */
function clear(wasm, pieces) {
  for (const {start, length, place} of readSegments(wasm)) {
    for (const piece of pieces) {
      const from = Math.max(piece.start - start, 0);
      const to = Math.min(piece.end - start, length);
      if (from < to) wasm.fill(0, place + from, place + to);
    }
  }
}

/**
 * Pieces that are near each other as one, with what is between: that is in memory already, and the same.
 * @param {Piece[]} pieces
 */
function joined(pieces) {
  /** @type {{start: number, end: number}[]} */
  const runs = [];
  for (const {start, end} of pieces) {
    const last = runs.at(-1);
    if (last && start - last.end < leastGap) {
      last.end = end;
    } else {
      runs.push({start, end});
    }
  }
  return runs;
}

/**
 * @param {string} map wasm-ld's, of the module before it was cut
 * @param {{file: string, code: string}} first with its code as Binaryen prints it
 * @param {{file: string, code: string}} second
 * @returns {number} how many bytes were moved
 */
export function splitData(map, first, second) {
  const wasm = readFileSync(first.file);
  const memory = readMemory(wasm);
  const pieces = readPieces(map, memory);
  const owners = ownersOf(pieces, memory);
  const kept = usedByFirst(first.code, pieces, owners, memory);
  const wanted = usedBySecond(second.code, owners, memory);
  const moved = pieces.filter((piece) => wanted.has(piece) && !kept.has(piece));
  if (!moved.length) throw new Error(`No data of ${first.file} is the second part's alone`);
  clear(wasm, moved);
  writeFileSync(first.file, wasm);
  writeFileSync(second.file, Buffer.concat([readFileSync(second.file), writeSegments(memory, joined(moved))]));
  return moved.reduce((sum, {start, end}) => sum + end - start, 0);
}
