import fc from 'fast-check';

/** Texts that have broken servers before: NUL, half characters, SQL, patterns, prototypes, sizes at the edge of a limit. */
const TEXTS = [
  ...[
    '',
    ' ',
    '\t\n',
    '\0',
    'a\0b',
    '\ud800',
    'x\udc00',
    '\ufeff',
    '\u202e',
    '%',
    '_',
    '\\',
    "'",
    '"',
    "'; DROP TABLE users; --",
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    'true',
    '0',
    '-1',
    '1e400',
    '0x10',
  ],
  ...[
    '2147483647',
    '2147483648',
    '9'.repeat(30),
    '../../../etc/passwd',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '#{7*7}',
  ],
  ...[
    '0000-00-00T00:00:00Z',
    '2026-02-30T25:61:61Z',
    '9999-12-31T23:59:59+99:99',
    'http://',
    'https://[',
    'javascript:1',
  ],
  ...['x'.repeat(201), 'x'.repeat(1001), 'x'.repeat(100_001), '😀'.repeat(500), 'ß'.repeat(1000), 'İ'.repeat(500)],
];

export const hostileText = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const DEPTH = 20_000;

/** Values of every wrong kind. */
export const JSON_TEXTS = [
  ...[
    'null',
    'true',
    '[]',
    '{}',
    '[{}]',
    '[null]',
    '0',
    '-0',
    '-1',
    '1.5',
    '1e400',
    '-1e400',
    '1e21',
    '9007199254740993',
  ],
  ...[
    '2147483647',
    '2147483648',
    '9'.repeat(400),
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"a":1}}}',
  ],
  ...['{"toString":null}', '{"length":-1}', '"\\u0000"', '["\\ud800"]', '{"a\\u0000":1}'],
  '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
];

/** JSON as text, because a value could not hold 1e400, a key given twice or `__proto__`. */
export const hostileJson = fc.oneof(
  hostileText.map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(...JSON_TEXTS),
);

/** What is no JSON at all. */
export const brokenJson = fc.oneof(
  fc.constantFrom(
    ' ',
    '{',
    '}',
    '{"a"',
    "{'a':1}",
    '{"a":1,}',
    '[1,]',
    'undefined',
    'NaN',
    '{"a":1}{"b":2}',
    '\ufeff{}',
    '\0',
    '"\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** One segment or value of a URL, as the bytes of the request line have it. */
export const URL_PARTS = [
  ...[
    '%E0%A4',
    '%00',
    '%ED%A0%80',
    '%',
    '%zz',
    '%2F',
    '..%2F..%2F',
    '%C0%AF',
    '%FF',
    '%25',
    '1%00',
    '%2e%2e',
    '*',
    ':id',
  ],
  ...[
    '0',
    '-1',
    '1.5',
    '1e3',
    '1e400',
    '0x1',
    '+1',
    '%201',
    '2147483647',
    '2147483648',
    '9'.repeat(50),
    'x'.repeat(1500),
  ],
  ...['__proto__', 'constructor', 'null', 'NaN', 'true', 'a,b', ';a=b', '%F0%9F%98%80', '1%2C2', '1&id=2'],
];

export const hostileUrlPart = fc.oneof(
  fc.constantFrom(...URL_PARTS),
  hostileText.filter((text) => text.isWellFormed() && text.length < 1200).map(encodeURIComponent),
);

/** Cursors made up: right and wrong order names, with keys of every kind. */
export const hostileCursor = fc
  .tuple(
    fc.constantFrom('likes', 'newest', 'oldest', 'title', 'year', 'id', 'name', '__proto__'),
    fc.array(
      hostileJson.filter((json) => json.length < 500),
      { maxLength: 3 },
    ),
  )
  .map(([order, keys]) => Buffer.from(`[${[JSON.stringify(order), ...keys].join(',')}]`).toString('base64url'));

const AUTHORIZATIONS = [
  '',
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Basic YTpi',
  'bearer a b',
  `Bearer ${'x'.repeat(5000)}`,
  'Bearer \xff',
  '__proto__ 1',
];
const COOKIES = [
  'carrel_session=%E0%A4',
  'carrel_session=',
  'carrel_session="x"',
  ';;=;',
  '__proto__=1; constructor=2',
  'a=b;'.repeat(500),
  '\xff=\xfe',
];
const TYPES = [
  ...[
    '',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
  ],
  ...[
    'application/json;',
    'application/jsonx',
    'APPLICATION/JSON',
    '/',
    ';',
    'application/json, text/plain',
    'application/merge-patch+json',
  ],
];

const HEADERS: Record<string, string[]> = {
  authorization: AUTHORIZATIONS,
  cookie: COOKIES,
  'content-type': TYPES,
  origin: ['null', 'https://elsewhere.example', 'http://', '\xff', 'http://[', 'http://localhost:80'],
  host: ['', '[', 'a b', 'localhost:99999999', '\xff'],
  accept: ['text/html', '', '*/*;q=x', 'application/xml'],
  'content-encoding': ['gzip', 'br', 'x'],
  'x-forwarded-for': ['', ',', 'x', '::1, 999.1.1.1', 'a'.repeat(3000)],
  'x-forwarded-proto': ['', 'https', 'gopher', 'https,http'],
  'x-forwarded-host': ['', '[', 'a,b'],
  'user-agent': ['', 'x'.repeat(5000), '\xff\xfe'],
  range: ['bytes=0-', 'bytes=9-1', 'x'],
  'if-modified-since': ['x', 'Thu, 01 Jan 1970 00:00:00 GMT'],
};

/** Some headers that a careless or hostile client may send. */
export const hostileHeaders = fc
  .array(
    fc.oneof(
      ...Object.entries(HEADERS).map(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((pairs): Record<string, string> => Object.fromEntries(pairs));
