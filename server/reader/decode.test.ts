import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const russian = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]); // "Привет" in windows-1251
const japanese = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]); // "日本語" in Shift_JIS

test.each([
  [
    'UTF-8 with a BOM',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8('tänään')]),
    'text/html; charset=latin1',
    'tänään',
    'utf-8',
  ],
  ['UTF-16 with a BOM', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('tänään')]), '', 'tänään', 'utf-16le'],
  ['UTF-16 from the header', utf16('tänään'), 'text/html; charset=utf-16le', 'tänään', 'utf-16le'],
  ['the header', russian, 'text/html; charset=windows-1251', 'Привет', 'windows-1251'],
  ['a quoted header', russian, 'text/html; charset="CP1251"', 'Привет', 'windows-1251'],
  [
    'the header before the meta',
    Buffer.concat([latin1('<meta charset=utf-8>'), russian]),
    'text/html;charset=windows-1251',
    '<meta charset=utf-8>Привет',
    'windows-1251',
  ],
  [
    'a meta element',
    Buffer.concat([latin1('<meta charset="Shift_JIS">'), japanese]),
    'text/html',
    '<meta charset="Shift_JIS">日本語',
    'shift_jis',
  ],
  [
    'an old meta element',
    Buffer.concat([latin1('<META http-equiv="Content-Type" content="text/html; charset=windows-1251">'), russian]),
    '',
    '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">Привет',
    'windows-1251',
  ],
  [
    'an XML declaration',
    Buffer.concat([latin1('<?xml version="1.0" encoding="windows-1251"?>'), russian]),
    'application/rss+xml',
    '<?xml version="1.0" encoding="windows-1251"?>Привет',
    'windows-1251',
  ],
  ['nothing, valid UTF-8', utf8('tänään'), '', 'tänään', 'utf-8'],
  ['nothing, not UTF-8', latin1('t\xe4n\xe4\xe4n \x80'), '', 'tänään €', 'windows-1252'],
  ['a header that says latin1 over UTF-8', utf8('tänään'), 'text/html; charset=iso-8859-1', 'tänään', 'utf-8'],
  [
    'a header that says UTF-8 over latin1',
    latin1('t\xe4n\xe4\xe4n'),
    'text/html; charset=utf-8',
    'tänään',
    'windows-1252',
  ],
  [
    'a header that says UTF-8, a meta that is right',
    Buffer.concat([latin1('<meta charset=windows-1251>'), russian]),
    'text/html; charset=utf-8',
    '<meta charset=windows-1251>Привет',
    'windows-1251',
  ],
  [
    'one broken byte in UTF-8',
    Buffer.concat([utf8('tänään'), Buffer.from([0xe4])]),
    'text/html; charset=utf-8',
    'tänään\ufffd',
    'utf-8',
  ],
  ['a label nobody knows', utf8('tänään'), 'text/html; charset=wtf-9', 'tänään', 'utf-8'],
  [
    'a meta inside a comment',
    Buffer.concat([latin1('<!-- <meta charset=shift_jis> -->'), utf8('ä')]),
    '',
    '<!-- <meta charset=shift_jis> -->ä',
    'utf-8',
  ],
  ['a meta that claims UTF-16', utf8('<meta charset=utf-16>ä'), '', '<meta charset=utf-16>ä', 'utf-8'],
  ['no bytes', Buffer.alloc(0), '', '', 'utf-8'],
])('charset from %s', (_kind, bytes, contentType, text, charset) => {
  expect(decode(bytes, contentType)).toEqual({ text, charset });
});
