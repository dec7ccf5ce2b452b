import { expect, test } from 'vitest';
import { sharedPage } from './shared-page.ts';

test.each([
  [
    { url: 'https://a.example/x', title: ' A page ' },
    { url: 'https://a.example/x', title: 'A page' },
  ],
  [{ text: 'Look: https://a.example/x?y=1.' }, { url: 'https://a.example/x?y=1' }],
  [{ text: 'see (https://en.example/wiki/Carrel_(desk)) there' }, { url: 'https://en.example/wiki/Carrel_(desk)' }],
  [{ title: 'http://a.example', text: 'nothing' }, { url: 'http://a.example' }],
  [{ url: 'javascript:alert(1)', title: 'Bad' }, { title: 'Bad' }],
  [{ text: 'no address' }, {}],
  [{}, {}],
])('%j is %j', (shared, page) => {
  expect(sharedPage(shared)).toEqual(page);
});
