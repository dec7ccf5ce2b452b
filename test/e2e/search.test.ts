import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { Article } from '../../server/features/blogs/article.model.ts';
import { seedSample } from './sample.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const { token } = (await seedSample(server.url)).matti;
  await Article.create({ blogId: 6, state: 'ready', text: 'Every company gets about three innovation tokens.' });
  ({ page, complaints } = await server.open(token));
});

const results = () => page.getByRole('list', { name: 'Results' }).getByRole('listitem');

test('from the palette to a word in a text, marked where it stands, and to its blog by keys', async () => {
  await page.goto('/');
  await page.getByText('Choose boring technology').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByText('Add a blog').waitFor();
  await page.keyboard.type('innovation token');
  await page.getByRole('dialog').getByText('Search everything for “innovation token”').waitFor();
  await page.getByRole('dialog').getByText('Search everything for “innovation token”').click();
  await results().first().waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('innovation token');
  expect(await results().first().locator('mark').allTextContents()).toEqual(['innovation', 'tokens']);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Choose boring technology' }).waitFor();
  await page.goBack();
  await results().first().waitFor();
});

test('filters are offered while one types, and taken by keys', async () => {
  await page.goto('/search');
  const box = page.getByRole('textbox', { name: 'Search everything' });
  await box.fill('au');
  await page.getByRole('button', { name: /^author:/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await box.pressSequentially('dan');
  await page.getByRole('button', { name: 'author:"Dan McKinley"' }).click();
  expect(await box.inputValue()).toBe('author:"Dan McKinley" ');
  await results().first().waitFor();
  await expect.poll(() => results().count()).toBe(1);
  await box.fill('is:later');
  await page.getByText('is: takes unread, read or starred').waitFor();
  await box.fill('tecnology');
  await page.getByText('Similar spelling').waitFor();
  expect(complaints).toEqual([]);
});

test('the page that a bookmark or a share button leads to saves with one click', async () => {
  await page.goto('/settings/from-anywhere');
  const href = await page.getByRole('link', { name: 'Save to Carrel' }).getAttribute('href');
  const program = decodeURIComponent(String(href).replace(/^javascript:void\((.*)\)$/, '$1'));
  const opened = await page.evaluate<string>(`((open, location, document) => ${program})(
    (address) => address, { href: 'https://a.example/b?c=1&d' }, { title: 'A & B' })`);
  await page.goto(opened);
  expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('https://a.example/b?c=1&d');
  await page.getByText('A & B').waitFor();
  await page.getByRole('button', { name: 'Save to my list' }).click();
  await page.getByText('On your list:').waitFor();

  await page.goto(`/save?text=${encodeURIComponent('Read this: https://shared.example/x')}`);
  await page.getByRole('button', { name: 'Save to my list' }).press('Enter');
  await page.getByRole('link', { name: 'Open it here' }).click();
  await page.getByText('shared.example').first().waitFor();
});
