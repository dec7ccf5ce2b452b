import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { PHONE } from './browser.ts';
import { seedSample } from './sample.ts';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let matti: Page;
let ada: Page;
let eve: Page;
let complaints: string[][];

beforeAll(async () => {
  const people = await seedSample(server.url);
  const outsider = await signUp(server.url, 'Eve Outside');
  complaints = [];
  const open = async (token: string, size?: typeof PHONE) => {
    const opened = await server.open(token, { size });
    complaints.push(opened.complaints);
    return opened.page;
  };
  [matti, ada, eve] = await Promise.all([
    open(people.matti.token),
    open(people.ada.token, PHONE),
    open(outsider.token),
  ]);
});

const PATIENCE = { timeout: 90_000 };
const note = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).first();
const replies = (page: Page) => page.getByRole('list', { name: 'Replies' }).getByRole('article');

test('a note for a team mentions somebody who is picked while typing', PATIENCE, async () => {
  await matti.goto('/blogs/8');
  await matti.getByRole('button', { name: 'Write a note' }).click();
  const dialog = matti.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: /^Note/ });
  await dialog.getByLabel('Who may see it').selectOption('Database club');
  await field.fill('Does this hold, ');
  await field.press('End');
  await field.pressSequentially('@ev');
  await field.press('Backspace');
  await field.press('Backspace');
  await field.pressSequentially('lo');
  const option = dialog.getByRole('option', { name: /^Ada Lovelace/ });
  await option.waitFor();
  expect(await dialog.getByRole('option', { name: /Eve Outside/ }).count()).toBe(0); // she is not in the team
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  await field.press('Escape');
  await option.waitFor({ state: 'detached' });
  await field.press('Backspace');
  await field.press('Backspace');
  await field.press('Backspace');
  await field.pressSequentially('@love');
  await option.waitFor();
  await field.press('Enter');
  expect(await field.inputValue()).toBe('Does this hold, @Ada Lovelace ');
  await field.pressSequentially('or not?');
  await matti.keyboard.press('Control+Enter');
  await note(matti, 'Does this hold').getByText('Database club').waitFor();
  await note(matti, 'Does this hold').getByRole('link', { name: '@Ada Lovelace' }).waitFor();
});

test('she finds it among what mentions her, reacts and replies, on a phone', PATIENCE, async () => {
  await ada.goto('/notes?tab=mentions');
  await note(ada, 'Does this hold').getByRole('link', { name: '@Ada Lovelace' }).waitFor();
  await note(ada, 'Does this hold').getByRole('button', { name: 'React' }).click();
  await ada.getByRole('menuitem', { name: 'Not sure' }).click();
  await note(ada, 'Does this hold').getByRole('button', { name: 'Not sure, 1 person', pressed: true }).waitFor();
  await note(ada, 'Does this hold').getByRole('button', { name: 'Reply' }).click();
  const field = ada.getByRole('textbox', { name: 'Reply to Matti Luukkainen' });
  expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await field.fill('It leaks where it *must*.');
  await ada.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await replies(ada).filter({ hasText: 'It leaks where it must.' }).waitFor();
  expect(await field.inputValue()).toBe('');
});

test('he answers by keyboard; a draft stays; the reply is edited and deleted', PATIENCE, async () => {
  await matti.reload();
  await note(matti, 'Does this hold').getByRole('button', { name: 'Not sure, 1 person', pressed: false }).waitFor();
  await matti.keyboard.press('j');
  await matti.keyboard.press('r');
  await replies(matti).filter({ hasText: 'It leaks' }).waitFor();
  await matti.keyboard.type('Not everywh');
  await matti.keyboard.press('Escape');
  await note(matti, 'Does this hold').getByRole('button', { name: '1 reply' }).click();
  await replies(matti).first().waitFor({ state: 'detached' });
  await note(matti, 'Does this hold').getByRole('button', { name: '1 reply' }).click();
  const field = matti.getByRole('textbox', { name: 'Reply to Matti Luukkainen' });
  expect(await field.inputValue()).toBe('Not everywh');
  await field.fill('Not everywhere.');
  await matti.keyboard.press('Control+Enter');
  const mine = replies(matti).filter({ hasText: 'Not everywhere.' });
  await mine.waitFor();
  await note(matti, 'Does this hold').getByRole('button', { name: '2 replies' }).waitFor();

  await mine.getByRole('button', { name: 'Edit' }).click();
  const dialog = matti.getByRole('dialog', { name: 'Edit reply' });
  expect(await dialog.getByLabel('Who may see it').count()).toBe(0);
  await dialog.getByRole('textbox', { name: /^Note/ }).fill('Hardly anywhere.');
  await dialog.getByRole('button', { name: 'Save reply' }).click();
  const changed = replies(matti).filter({ hasText: 'Hardly anywhere.' });
  await changed.getByRole('button', { name: 'Delete' }).click();
  await matti.getByRole('button', { name: 'Delete reply' }).click();
  await changed.waitFor({ state: 'detached' });
});

test('who is not in the team sees nothing of it', PATIENCE, async () => {
  await matti.goto('/notes?tab=all&team=1');
  await note(matti, 'Does this hold').getByText('just now').click();
  await matti.waitForURL(/\/notes\/\d+$/);
  await replies(matti).filter({ hasText: 'It leaks' }).waitFor();
  await eve.goto(new URL(matti.url()).pathname);
  await eve.getByText('There is no note at this address').waitFor();
  await eve.goto('/blogs/8');
  await eve.getByText('Nobody has written a note here').waitFor();
});

test('his note goes, her reply stays', PATIENCE, async () => {
  await note(matti, 'Does this hold').getByRole('button', { name: 'Delete' }).first().click();
  await matti.getByText('What others replied stays.').waitFor();
  await matti.getByRole('button', { name: 'Delete note' }).click();
  await matti.getByText('This note was deleted.').waitFor();
  await ada.goto('/blogs/8');
  await ada.getByText('This note was deleted.').waitFor();
  await ada.getByRole('button', { name: '1 reply' }).click();
  await replies(ada).filter({ hasText: 'It leaks' }).getByRole('button', { name: 'Delete' }).click();
  await ada.getByRole('button', { name: 'Delete reply' }).click();
  await ada.getByText('Nobody has written a note here').waitFor();
  expect(complaints.flat().filter((text) => !text.includes('404'))).toEqual([]);
});
