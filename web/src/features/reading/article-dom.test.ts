// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { prepareArticle } from './article-dom.ts';
import { layersOf } from './layers.ts';
import { clearPaint, PassageMap } from './passage-dom.ts';

const prepare = (html: string, show = true) =>
  prepareArticle(html, { title: 'The title', pictureSource: (src) => (show ? src : undefined) });
const htmlOf = (html: string, show = true) => {
  const box = document.createElement('div');
  box.append(prepare(html, show).content);
  return box.innerHTML;
};

test.each([
  '<script>alert(1)</script>',
  '<img src="javascript:alert(1)" onerror="alert(1)">',
  '<img src="x" onerror="alert(1)">',
  '<svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>',
  '<iframe src="https://x.example"></iframe><form action="/api/logout"><input></form>',
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  '<a href="/api/logout">x</a>',
  '<p style="position:fixed" id="root">x</p>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
])('%s would do nothing, had the server let it through', (html) => {
  const shown = htmlOf(html);
  expect(shown).not.toMatch(/<script|onerror|onclick|onload|style|svg|math|iframe|form|input|javascript|logout|root/);
});

test('headings follow on the title, one after the other, and make the contents', () => {
  const { contents } = prepare(
    '<h1>The  Title!</h1><h3>One</h3><h5>Below</h5><h3> </h3><h2 id="user-content-x">Two</h2>',
  );
  expect(contents).toEqual([
    { id: 'section-1', text: 'One', depth: 0 },
    { id: 'section-2', text: 'Below', depth: 1 },
    { id: 'user-content-x', text: 'Two', depth: 0 },
  ]);
  expect(htmlOf('<h1>The title</h1><h3>One</h3><h5>Below</h5>')).toBe(
    '<h2 id="section-1">One</h2><h3 id="section-2">Below</h3>',
  );
});

test('pictures are loaded late and without a referrer, or only said to be there', () => {
  const html = '<p><img src="https://a.example/b.png" alt="A desk"></p>';
  expect(htmlOf(html)).toMatch(/src="https:\/\/a\.example\/b\.png".*loading="lazy".*referrerpolicy="no-referrer"/);
  expect(htmlOf(html, false)).toBe(
    '<p><span role="img" data-picture="Picture: A desk" aria-label="A desk"></span></p>',
  );
  expect(prepare(html, false).pictures).toBe(1);
});

test('links leave without the opener, those within the text stay', () => {
  expect(htmlOf('<a href="https://a.example/">x</a>')).toContain('target="_blank" rel="noopener noreferrer nofollow"');
  expect(htmlOf('<a href="#user-content-1">x</a>')).toBe('<a href="#user-content-1">x</a>');
});

test('a passage over several nodes and blocks is painted, and taken away without a trace', () => {
  const root = document.createElement('div');
  root.innerHTML = '<p>One <b>deep</b> module</p>\n<ul><li>hides <mark>much</mark></li></ul>';
  const before = root.innerHTML;
  const map = new PassageMap(root);
  expect(map.text).toBe('One deep module hides much');
  const at = (words: string) => ({ start: map.text.indexOf(words), end: map.text.indexOf(words) + words.length });
  const layers = layersOf([
    { id: 1, ...at('deep module hides') },
    { id: 2, ...at('module hides much') },
  ]);
  map.paint(layers, (mark, { ids }, isFirst) => {
    mark.dataset.notes = ids.join();
    if (isFirst) mark.dataset.first = '';
  });
  expect(
    [...root.querySelectorAll('mark[data-notes]')].map((m) => [m.textContent, (m as HTMLElement).dataset.notes]),
  ).toEqual([
    ['deep', '1'],
    [' ', '1'],
    ['module', '1,2'],
    ['hides', '1,2'],
    [' ', '2'],
    ['much', '2'],
  ]);
  expect(new PassageMap(root).text).toBe(map.text);
  clearPaint(root);
  expect(root.innerHTML).toBe(before);
});

test('a selection is the passage it covers, wherever its ends lie', () => {
  const root = document.createElement('div');
  root.innerHTML = '<p>One <b>deep</b> module</p><p>hides much</p>';
  document.body.replaceChildren(root);
  const map = new PassageMap(root);
  const [first, second] = root.querySelectorAll('p');
  const words = (select: (range: Range) => void) => {
    const range = document.createRange();
    select(range);
    const passage = map.passageOf(range);
    return passage && map.text.slice(passage.start, passage.end);
  };
  expect(words((range) => range.selectNodeContents(first as Node))?.trim()).toBe('One deep module');
  expect(words((range) => range.selectNode(root.querySelector('b') as Node))).toBe('deep');
  expect(
    words((range) => {
      range.setStart(first?.firstChild as Node, 1);
      range.setEnd(second?.firstChild as Node, 5);
    }),
  ).toBe('ne deep module hides');
  expect(
    words((range) => {
      range.setStart(first as Node, 2);
      range.setEnd(second as Node, 0); // as a triple click selects a paragraph
    })?.trim(),
  ).toBe('module');
  expect(words((range) => range.selectNode(root))).toBe('One deep module hides much'); // from outside to outside
  document.body.append(document.createElement('p'));
  expect(words((range) => range.selectNode(document.body.lastChild as Node))).toBeUndefined();
  expect(words((range) => range.collapse())).toBeUndefined();
  expect(map.blocks().map(({ element, start, end }) => [element.localName, map.text.slice(start, end)])).toEqual([
    ['p', 'One deep module'],
    ['p', 'hides much'],
  ]);
});
