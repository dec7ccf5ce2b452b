/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { storeArticle } from '../../server/features/blogs/articles.ts';
import { PHONE } from './browser.ts';
import { seedSample } from './sample.ts';
import { articleOf, seedArticles } from './sample-articles.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let context: BrowserContext;
let page: Page;
let complaints: string[];
let people: Awaited<ReturnType<typeof seedSample>>;

beforeAll(async () => {
  people = await seedSample(server.url);
  await seedArticles(people.matti.call, people.ada.call);
  ({ page, context, complaints } = await server.open(people.matti.token));
  // Nothing is asked from the internet; what a page asks for there gets a picture.
  await context.route(
    (url) => !url.href.startsWith(server.url),
    (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
});

const PATIENCE = { timeout: 90_000 };
const title = (name: string, of = page) => of.getByRole('heading', { level: 1, name });
const mark = (words: string, of = page) => of.locator('mark[data-notes]', { hasText: words });
const bar = (of = page) => of.getByRole('toolbar', { name: 'Reading' });
const card = (words: string, of = page) => of.getByRole('article').filter({ hasText: words }).last();

/** Selects words of the text as a hand with a mouse does, and waits for what may be done with them. */
async function select(words: string, of = page) {
  await of.getByText(words).first().scrollIntoViewIfNeeded();
  await of.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('main article') as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`The text has no ${wanted}.`);
  }, words);
  await of.getByRole('toolbar', { name: 'The selected words' }).waitFor();
}

test('a row, Enter, o and the blog’s screen lead to the text; v leads to the page', PATIENCE, async () => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Choose boring technology' }).click();
  await page.waitForURL(/\/blogs\/6\/read$/);
  await title('Choose boring technology').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Choose boring technology' }).focus();
  await page.keyboard.press('o');
  await page.waitForURL(/\/blogs\/6\/read$/);
  await page.getByRole('heading', { level: 2, name: 'What a token buys' }).waitFor(); // its keys come with the text
  await page.keyboard.press('i');
  await page.waitForURL(/\/blogs\/6$/);
  await page.getByRole('main').getByRole('button', { name: 'Read', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'What a token buys' }).waitFor();
  await context.route(/mcfunley\.com/, (route) => route.fulfill({ contentType: 'text/html', body: 'The page itself' }));
  const [popup] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('v')]);
  await popup.waitForURL(/mcfunley\.com/);
  await popup.close();
  expect(await page.getByRole('heading', { name: 'Choose boring technology' }).count()).toBe(1); // the page's own repeats it
});

test('a blog without a text says why, and an address without a blog that there is none', PATIENCE, async () => {
  await page.goto('/blogs/10/read');
  await page.getByText('The site asks not to keep copies of its text').waitFor();
  await page.goto('/blogs/999/read');
  await page.getByText('There is no blog at this address').waitFor();
});

test('pictures wait for the reader, and say nothing of him when they come', PATIENCE, async () => {
  const asked: string[] = [];
  const listen = (request: { url(): string; headers(): Record<string, string> }) => {
    if (!request.url().startsWith(server.url))
      asked.push(`${request.url()} ${request.headers().referer ?? 'no referrer'}`);
  };
  page.on('request', listen);
  await page.goto('/blogs/6/read');
  await page.getByText('The picture in this text is not loaded').waitFor();
  await page.getByRole('img', { name: 'A reading desk in a library' }).waitFor();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Show it' }).click();
  await page.getByRole('img', { name: 'A reading desk in a library' }).scrollIntoViewIfNeeded();
  await expect.poll(() => asked).toEqual(['https://pictures.example/desk.png no referrer']);
  page.off('request', listen);
});

test('where the server fetches pictures, they come from it and wait for nobody', PATIENCE, async () => {
  await page.route('**/api/blogs/6/article', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), images: 'proxy' } });
  });
  const asked = page.waitForRequest(/\/image\?/);
  await page.goto('/blogs/6/read');
  await page.getByRole('img', { name: 'A reading desk in a library' }).scrollIntoViewIfNeeded();
  expect((await asked).url()).toBe(
    `${server.url}/api/blogs/6/image?src=${encodeURIComponent('https://pictures.example/desk.png')}`,
  );
  expect(await page.getByText('not loaded').count()).toBe(0);
  await page.unroute('**/api/blogs/6/article');
});

test('how far one came is saved while reading, shown in the list, and where one comes back to', PATIENCE, async () => {
  await page.goto('/blogs/6/read');
  await title('Choose boring technology').waitFor();
  await bar().getByRole('button', { name: 'Mark as read' }).waitFor(); // from here on it knows where to save
  const heading = page.getByRole('heading', { name: 'What it costs later' });
  const saved = page.waitForResponse((response) => response.request().postData()?.includes('"progress"') ?? false);
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 10); // a hand, after which a place is worth saving
  await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await saved;
  const percent = await bar()
    .getByText(/^\d+ %$/)
    .textContent();
  expect(Number.parseInt(percent ?? '', 10)).toBeGreaterThan(20);

  await bar().getByRole('link', { name: 'To your reading list' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Choose boring technology' });
  await row.getByText(`${percent} read`).waitFor();
  await page.goto('/blogs/6/read');
  await heading.waitFor();
  await bar()
    .getByText(percent as string)
    .waitFor();
  await expect.poll(() => heading.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(200);
  expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(600);

  const { page: small, context: phone } = await server.open(people.matti.token, { size: PHONE });
  await small.goto('/blogs/6/read');
  const there = small.getByRole('heading', { name: 'What it costs later' });
  await there.waitFor();
  await expect.poll(() => there.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(844);
  await phone.close();
});

test('the look is the reader’s, is remembered, and keeps the words where they are', PATIENCE, async () => {
  await page.goto('/blogs/6/read');
  await title('Choose boring technology').waitFor();
  const text = page.locator('[lang=en][dir=ltr]').last();
  const width = () => text.evaluate((element) => element.getBoundingClientRect().width);
  const style = (name: string) =>
    text.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
  expect(await style('font-size')).toBe('19px');
  expect(await style('font-family')).toMatch(/^"Literata Variable"/);
  const medium = await width();
  await page.getByRole('button', { name: 'How the text looks' }).click();
  await page.getByRole('button', { name: 'Larger' }).click();
  await page.getByText('Sans serif').click();
  await page.getByText('Narrow').click();
  await page.getByText('Loose').click();
  await page.keyboard.press('Escape');
  await expect.poll(width).toBeLessThan(medium);
  await page.reload();
  await title('Choose boring technology').waitFor();
  expect(await style('font-size')).toBe('20px');
  expect(await style('font-family')).toMatch(/^"Inter Variable"/);
  await page.keyboard.press('-');
  await expect.poll(() => style('font-size')).toBe('19px');
  await page.evaluate(() => localStorage.removeItem('carrel-reading'));
});

test('contents lead to a heading, footnotes to their place, and the address stays', PATIENCE, async () => {
  await page.goto('/blogs/6/read');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: 'When to choose the other' }).click();
  await expect
    .poll(() =>
      page.getByRole('heading', { name: 'When to choose the other' }).evaluate((h) => h.getBoundingClientRect().top),
    )
    .toBeLessThan(120);
  await contents.locator('[aria-current=location]').getByText('When to choose the other').waitFor();
  await page.getByRole('link', { name: '1', exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('user-content-fn1');
  expect(page.url()).toMatch(/\/blogs\/6\/read$/);
});

test('a text from right to left stands so, with its language, and its code from left to right', PATIENCE, async () => {
  await page.goto('/blogs/8/read');
  const paragraph = page.getByText('القراءة البطيئة ليست ترفًا');
  await paragraph.waitFor();
  expect(
    await paragraph.evaluate((p) => [getComputedStyle(p).direction, p.closest('[lang]')?.getAttribute('lang')]),
  ).toEqual(['rtl', 'ar']);
});

test(
  'words are selected, noted, and there after a reload; another sees them and marks the note',
  PATIENCE,
  async () => {
    await page.goto('/blogs/6/read');
    await title('Choose boring technology').waitFor();
    await select('The cost of a tool is not the week');
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The cost of a tool is not the week').waitFor();
    await dialog.getByRole('textbox').fill('Tell the **others** on Monday.');
    await dialog.getByRole('button', { name: 'Save note' }).click();
    await mark('The cost of a tool is not the week').waitFor();
    await page.reload();
    await mark('The cost of a tool is not the week').click();
    await page.waitForURL(/note=\d+/);
    await card('Tell the others on Monday.').getByRole('button', { name: 'Edit' }).waitFor();

    const { page: other, context: theirs } = await server.open(people.ada.token);
    await other.goto(page.url()); // the link leads to the passage
    await expect.poll(() => mark('The cost of a tool', other).first().getAttribute('data-whose')).toBe('others');
    await expect
      .poll(() =>
        mark('The cost of a tool', other)
          .first()
          .evaluate((m) => m.getBoundingClientRect().top),
      )
      .toBeLessThan(800);
    const marked = other.waitForResponse(/\/mark$/);
    await card('Tell the others on Monday.', other).getByRole('button', { name: 'Mark' }).click();
    await marked;
    await other.goto('/notes?tab=marked');
    const link = other.getByRole('link', { name: 'The cost of a tool is not the week' });
    await link.click();
    await mark('The cost of a tool', other).first().waitFor();
    await theirs.close();
  },
);

async function showHighlightsTo(audience: string) {
  await page.getByRole('button', { name: 'Who sees my highlights' }).click();
  await page.getByRole('menuitem', { name: audience }).click();
  await page.getByRole('button', { name: `Who sees my highlights: ${audience}` }).waitFor();
}

test('a highlight needs no words, can be for oneself or a team, and is taken back', PATIENCE, async () => {
  await page.goto('/blogs/6/read');
  await title('Choose boring technology').waitFor();
  await select('Nobody counts these tokens');
  await showHighlightsTo('Only me');
  await page.keyboard.press('h');
  await page.getByText('Highlighted, for you only.').waitFor();
  await mark('Nobody counts these tokens').waitFor();
  await card('Nobody counts these tokens').getByText('Only you').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await mark('Nobody counts these tokens').waitFor({ state: 'detached' });
  await select('Nobody counts these tokens');
  await showHighlightsTo('Database club');
  await page.keyboard.press('h');
  await page.getByText('Highlighted, for Database club.').waitFor();
  await card('Nobody counts these tokens').getByText('Database club').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await mark('Nobody counts these tokens').waitFor({ state: 'detached' });
  await select('Nobody counts these tokens');
  await showHighlightsTo('Everyone');
  await page.keyboard.press('Escape');
  await page.getByRole('toolbar', { name: 'The selected words' }).waitFor({ state: 'detached' });
});

test('by keyboard alone: a paragraph is selected and highlighted, and a highlight is opened', PATIENCE, async () => {
  await page.goto('/blogs/6/read');
  await title('Choose boring technology').waitFor();
  await page.keyboard.press('h');
  await page.getByText('Select up to 5,000 characters of the text first').waitFor();
  for (const key of ['j', 'j', 'j', 'k', 'h']) await page.keyboard.press(key);
  await page.getByText('Highlighted.').waitFor();
  await mark('What is old has been wrong').first().waitFor();
  await mark('Spend one on the database').focus();
  await page.keyboard.press('Enter');
  await card('We spent both in the first month.').and(page.locator('[data-selected]')).waitFor();
  await page.keyboard.press('s');
  await page.getByText('Marked the note of Ada Lovelace.').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Mark as read and open the next').waitFor();
  await page.keyboard.press('Escape');
});

test(
  'a text that was fetched anew keeps its passages; those whose words are gone are said to be',
  PATIENCE,
  async () => {
    await page.goto('/blogs/6/read');
    const lost = page.getByRole('region', { name: 'Passages not found' });
    await lost.getByText('This sentence was taken out by its author').waitFor();
    await storeArticle(
      6,
      articleOf(`<p>A new beginning, that was not here before.</p><p>Every team has a few tokens to spend on what is brand-new. Spend
      one on a database, and one on the language; and there is nothing left for the rest.</p><p>Those of a thing that is two
      years old are in your pager. The <b>cost</b> of a tool is not the week in which it is set up.</p>`),
    );
    await page.reload();
    await mark('Spend').first().waitFor();
    const painted = await page.locator('mark[data-notes]').allTextContents();
    expect(painted.join('|').replace(/\s+/g, ' ')).toContain('Spend one on a database, and one on the language');
    expect(painted).toContain('in your pager');
    expect(painted.join('')).toContain('cost of a tool is not the week');
    await lost.getByText('one thing at a time, to the end').waitFor();
  },
);

test(
  'done with one: it is marked as read and the next unread one is there, then the one before',
  PATIENCE,
  async () => {
    const next = bar().getByRole('button', { name: 'Next unread' }).and(page.locator(':enabled'));
    await page.goto('/blogs/8/read');
    await next.waitFor();
    await page.keyboard.press('M');
    await page.waitForURL(/\/blogs\/7\/read$/);
    await page.getByText('The text of this blog was not fetched').waitFor();
    await page.getByText(/^Marked as read: The law of leaky abstractions/).waitFor();
    await bar().getByRole('button', { name: 'Previous unread' }).click();
    await page.waitForURL(/\/blogs\/10\/read$/); // 9 was read before, and 8 is now
    await title('You can’t tell people anything').waitFor();
    await next.waitFor();
    await page.keyboard.press(']');
    await page.waitForURL(/\/blogs\/7\/read$/);
    expect(complaints).toEqual([]);
  },
);

test('on a phone a highlight opens its notes over the foot, and the contents are a drawer', PATIENCE, async () => {
  await storeArticle(
    12,
    articleOf(
      `<h2>One</h2>${'<p>Words of a text that fills a screen, and more.</p>'.repeat(30)}<h2>Two</h2><p>The end of it.</p>`,
    ),
  );
  const quote = { exact: 'The end of it', prefix: '', suffix: '.' };
  await people.ada.call('POST', '/notes', { blogId: 12, quote, content: 'Short.' });
  const { page: small, context: phone } = await server.open(people.matti.token, { size: PHONE });
  await small.goto('/blogs/12/read');
  await small.getByRole('button', { name: 'Contents' }).tap();
  await small.getByRole('dialog').getByRole('link', { name: 'Two' }).tap();
  await small.getByRole('dialog').waitFor({ state: 'detached' });
  await mark('The end of it', small).tap();
  const panel = small.getByRole('region', { name: 'Notes on this passage' });
  await panel.getByText('Short.').waitFor();
  await panel.getByRole('button', { name: 'Close' }).tap();
  await panel.waitFor({ state: 'detached' });
  await phone.close();
});
