// npm run build:extension: everything here but this file into dist/save-to-carrel.zip, as the stores of browsers want it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const FOLDER = import.meta.dirname;
const TARGET = path.join(FOLDER, '../dist/save-to-carrel.zip');
const VERSION = 20; // of the format: 2.0, which knows deflate
const DEFLATE = 8;
const DAY = 0x21; // 1 January 1980, so that the same files make the same archive

/** What a file's two headers have in common. @param {Buffer} content @param {Buffer} packed @param {string} name */
function facts(content, packed, name) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(DEFLATE, 4);
  header.writeUInt16LE(DAY, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

const names = readdirSync(FOLDER)
  .filter((name) => name !== 'build.js')
  .sort();
/** @type {Buffer[]} */
const files = [];
/** @type {Buffer[]} */
const directory = [];
let offset = 0;
for (const name of names) {
  const content = readFileSync(path.join(FOLDER, name));
  const packed = deflateRawSync(content, { level: 9 });
  const shared = facts(content, packed, name);
  const local = [Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed];
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, Buffer.from(name));
  files.push(...local);
  offset += local.reduce((sum, part) => sum + part.length, 0);
}
const size = directory.reduce((sum, part) => sum + part.length, 0);
const end = Buffer.alloc(22);
end.write('PK\x05\x06', 'latin1');
end.writeUInt16LE(names.length, 8);
end.writeUInt16LE(names.length, 10);
end.writeUInt32LE(size, 12);
end.writeUInt32LE(offset, 16);
mkdirSync(path.dirname(TARGET), { recursive: true });
writeFileSync(TARGET, Buffer.concat([...files, ...directory, end]));
console.log(`${path.relative(process.cwd(), TARGET)}: ${names.length} files`);
