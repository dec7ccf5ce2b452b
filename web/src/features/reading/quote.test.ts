import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeQuote, findQuote } from './quote.ts';

const TEXT =
  'Modules should be deep. A deep module hides much behind little, and what it hides it can change without asking anybody. ' +
  'A shallow module hides little behind much. Most of its code is interface, and most of its cost is paid by those who call it. ' +
  'Step one: write the comment first. Step two: write the interface. Step three: write the code. ' +
  'The best modules are those whose interface is much simpler than what they do. Think of a garbage collector: it has no ' +
  'interface at all. The comment comes first, because what cannot be described in a sentence is not one thing. ' +
  'A deep module hides much behind little, as was said, and it does so for years.';

/** The passage of a text with these words; the nth of several. */
function passageOf(words: string, nth = 0, text = TEXT) {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}
const quoteOf = (words: string, nth = 0) => {
  const quote = describeQuote(TEXT, passageOf(words, nth));
  if (!quote) throw new Error(`no quote of ${words}`);
  return quote;
};
/** What is found of a quote in a text, as words. */
const found = (text: string, quote: ReturnType<typeof quoteOf>) => {
  const passage = findQuote(text, quote);
  return passage && text.slice(passage.start, passage.end);
};

describe('a quote', () => {
  test('is the words and up to 64 characters before and after, without the white space at its ends', () => {
    expect(describeQuote(TEXT, passageOf(' hides much behind little,'))).toEqual({
      exact: 'hides much behind little,',
      prefix: 'Modules should be deep. A deep module ',
      suffix: ' and what it hides it can change without asking anybody. A shall',
    });
  });

  test('is none without words, and none where there is too much to keep', () => {
    expect(describeQuote(TEXT, { start: 5, end: 5 })).toBeUndefined();
    expect(describeQuote(TEXT, passageOf(' '))).toBeUndefined();
    expect(describeQuote('x'.repeat(6000), { start: 0, end: 5001 })).toBeUndefined();
    expect(describeQuote('x'.repeat(6000), { start: 0, end: 5000 })?.exact).toHaveLength(5000);
  });

  test('never holds half a character', () => {
    const text = `${'🙂'.repeat(40)}a${'🙂'.repeat(40)}`; // 64 code units from an odd place would begin amid one
    const quote = describeQuote(text, { start: 79, end: 82 });
    expect(quote?.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true);
  });
});

describe('an unchanged text', () => {
  test('gives every quote back from exactly its place, also of words that are there several times', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 400 }), (start, length) => {
        const quote = describeQuote(TEXT, { start, end: Math.min(TEXT.length, start + length) });
        if (!quote) return;
        const passage = findQuote(TEXT, quote);
        const from = TEXT[start] === ' ' ? start + 1 : start;
        expect(passage).toEqual({ start: from, end: from + quote.exact.length });
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('does so whatever the white space was', () => {
    expect(found(TEXT, { exact: 'A\n\tshallow  module', prefix: 'anybody.\n', suffix: '\nhides' })).toBe(
      'A shallow module',
    );
  });
});

describe('a changed text', () => {
  test('much may come before and go away behind', () => {
    expect(found(`A preface was added. ${TEXT}`, quoteOf('Most of its code is interface'))).toBe(
      'Most of its code is interface',
    );
    expect(found(TEXT.slice(100), quoteOf('no interface at all'))).toBe('no interface at all');
  });

  test.each([
    ['hides much behind little', 'hides a lot behind little'],
    ['what it hides', 'what it conceals'],
    ['A deep module', 'A truly deep module'],
    ['module hides', '“module” hides'],
    ['little, and', 'little and'],
  ])('a passage in which “%s” became “%s” is found whole', (before, after) => {
    const words = 'A deep module hides much behind little, and what it hides it can change';
    expect(found(TEXT.replace(before, after), quoteOf(words))).toBe(words.replace(before, after));
  });

  test('of places that look alike the one is taken that stands between the right words', () => {
    const first = quoteOf('A deep module hides much behind little', 0);
    const second = quoteOf('A deep module hides much behind little', 1);
    const changed = TEXT.replaceAll('hides much', 'conceals much');
    const [a, b] = [findQuote(changed, first), findQuote(changed, second)];
    expect(a?.start).toBe(changed.indexOf('A deep module'));
    expect(b?.start).toBe(changed.lastIndexOf('A deep module'));
    expect(changed.slice(b?.start, b?.end)).toBe('A deep module conceals much behind little');
  });

  test('steps that differ in a word are not mistaken for each other', () => {
    const quote = quoteOf('Step two: write the interface.');
    expect(found(TEXT.replace('Step two: write the interface.', 'Step two: draw the interface.'), quote)).toBe(
      'Step two: draw the interface.',
    );
  });

  test('it ends with whole words where the quote did', () => {
    const changed = TEXT.replace('those who call it', 'everyone who ever calls it');
    expect(found(changed, quoteOf('most of its cost is paid by those who call it'))).toBe(
      'most of its cost is paid by everyone who ever calls it',
    );
  });

  test('what is gone is not found, though its words are elsewhere', () => {
    expect(found(TEXT.replace('Step one: write the comment first. ', ''), quoteOf('comment first'))).toBeUndefined();
    expect(found(TEXT.replace(/Think of.*at all\. /, ''), quoteOf('Think of a garbage collector'))).toBeUndefined();
    expect(
      findQuote('An entirely different text about the sea and the ships on it.', quoteOf(TEXT.slice(24, 200))),
    ).toBeUndefined();
    expect(findQuote('', quoteOf('deep'))).toBeUndefined();
  });

  test('a long quote may have grown or shrunk in its middle', () => {
    const quote = quoteOf(TEXT.slice(24, 24 + 520));
    const grown = TEXT.replace('Step two:', `Step one and a half: ${'think about it again, '.repeat(8)}then step two:`);
    const words = found(grown, quote) as string;
    expect(words.startsWith('A deep module hides much') && words.endsWith(quote.exact.slice(-40))).toBe(true);
    expect(found(TEXT.replace(/A shallow.*call it\. /, ''), quote)).toContain('Step two');
  });

  test('any one word put in, taken out or changed anywhere leaves each passage to be found where it was', () => {
    const words = TEXT.split(' ');
    fc.assert(
      fc.property(
        fc.nat(words.length - 30),
        fc.integer({ min: 5, max: 25 }),
        fc.nat(words.length - 1),
        fc.constantFrom('in', 'out', 'change'),
        (from, count, at, kind) => {
          const start = words.slice(0, from).join(' ').length + (from ? 1 : 0);
          const quote = quoteAt(start, words.slice(from, from + count).join(' ').length);
          const changed = [...words];
          changed.splice(at, kind === 'in' ? 0 : 1, ...(kind === 'out' ? [] : ['extraordinary']));
          const text = changed.join(' ');
          const passage = findQuote(text, quote);
          expect(passage, quote.exact).toBeDefined();
          const shift = at < from ? text.length - TEXT.length : 0;
          expect(Math.abs((passage?.start ?? -999) - start - shift), `${kind} ${at}`).toBeLessThanOrEqual(16);
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });
});

function quoteAt(start: number, length: number) {
  const quote = describeQuote(TEXT, { start, end: start + length });
  if (!quote) throw new Error('no quote');
  return quote;
}

test('looking for fifty quotes that are gone costs less than a second in a text of 200,000 characters', () => {
  const long = Array.from({ length: 300 }, (_, i) => TEXT.replaceAll('e', 'aeiou'[i % 5] as string))
    .join(' ')
    .slice(0, 200_000);
  const gone = describeQuote(
    'Nothing of what follows stands in there; zebras jump over quick vexed foxes, buzzing. '.repeat(3),
    {
      start: 20,
      end: 150,
    },
  );
  const began = performance.now();
  for (let i = 0; i < 50; i++) expect(gone && findQuote(long, gone)).toBeUndefined();
  expect((performance.now() - began) / 50).toBeLessThan(200); // 4 ms on an idle machine: room for a busy one
});
