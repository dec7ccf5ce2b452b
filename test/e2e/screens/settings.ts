import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';

const choose = async (page: Page, name: string, action: string) => {
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

/** One's own settings, and what admins have. */
export const SETTINGS: Screen[] = [
  { name: 'settings-profile', path: '/settings/profile', ready: 'Everybody on this server sees both' },
  { name: 'settings-password', path: '/settings/password', ready: 'New password again' },
  { name: 'settings-sessions', path: '/settings/sessions', ready: 'this one' },
  {
    name: 'end-others',
    path: '/settings/sessions',
    ready: 'this one',
    open: async (page) => {
      await page.getByRole('button', { name: 'End all others' }).click();
      await page.getByText('End all other sessions?').waitFor();
    },
  },
  { name: 'settings-tokens', path: '/settings/tokens', ready: 'New token' },
  {
    name: 'new-token',
    path: '/settings/tokens',
    ready: 'New token',
    open: async (page) => {
      await page.getByRole('button', { name: 'New token' }).click();
      await page.getByLabel('What it is for').fill('A backup');
    },
  },
  {
    name: 'new-token-made',
    path: '/settings/tokens',
    ready: 'New token',
    open: async (page) => {
      await page.getByRole('button', { name: 'New token' }).click();
      await page.getByLabel('What it is for').fill('A backup');
      await page.getByRole('button', { name: 'Make token' }).click();
      await page.getByRole('button', { name: 'Done' }).waitFor();
    },
  },
  { name: 'settings-tags', path: '/settings/tags', ready: 'to reread' },
  { name: 'settings-tags-empty', path: '/settings/tags', ready: 'You have no tags', newcomer: true },
  {
    name: 'merge-tags',
    path: '/settings/tags',
    ready: 'to reread',
    open: async (page) => {
      await page.getByRole('link', { name: 'craft' }).press('e');
      await page.getByRole('textbox', { name: 'Name' }).fill('Databases');
      await page.keyboard.press('Enter');
      await page.getByText('Both become this one').waitFor();
    },
  },
  {
    name: 'delete-tag',
    path: '/settings/tags',
    ready: 'to reread',
    open: async (page) => {
      await page.getByRole('link', { name: 'craft' }).press('x');
      await page.getByText('on your reading list. This cannot be undone').waitFor();
    },
  },
  { name: 'settings-appearance', path: '/settings/appearance', ready: 'As the system' },

  { name: 'admin', path: '/admin', ready: 'ada@example.com' },
  { name: 'admin-all', path: '/admin?scope=all&name=a', ready: 'ada@example.com' },
  { name: 'admin-disabled', path: '/admin?scope=disabled', ready: 'Nobody is disabled' },
  { name: 'admin-nothing', path: '/admin?name=nobody', ready: 'Nobody fits what you search for' },
  { name: 'create-account', path: '/admin?add=true', ready: 'Create account' },
  {
    name: 'set-password',
    path: '/admin',
    ready: 'ada@example.com',
    open: async (page) => {
      await choose(page, 'Ada Lovelace', 'Set a new password');
      await page.getByRole('button', { name: 'Set password' }).waitFor();
    },
  },
  {
    name: 'end-all-sessions',
    path: '/admin',
    ready: 'ada@example.com',
    open: async (page) => {
      await choose(page, 'Ada Lovelace', 'End all sessions');
      await page.getByText('is signed out everywhere').waitFor();
    },
  },
  { name: 'admin-server', path: '/admin/server', ready: 'no migration is pending' },
  { name: 'admin-for-others', path: '/admin', ready: 'This page is for admins', newcomer: true },
];
