import { expect, test } from 'vitest';
import { titleFromUrl } from './titleFromUrl.ts';

test.each([
  ['https://overreacted.io/writing-resilient-components/', 'Writing resilient components · overreacted.io'],
  ['https://www.example.com/2024/05/my_first_post.html?x=1', 'My first post · example.com'],
  ['https://example.com/posts/12345', 'Posts · example.com'],
  ['https://example.com/blog/index.html', 'Blog · example.com'],
  ['https://example.com/', 'example.com'],
  ['https://example.com/2024/01/', 'example.com'],
  ['https://example.com/%C3%A4iti%20ja%20is%C3%A4', 'Äiti ja isä · example.com'],
  ['https://example.com/%E0%A4%A', 'example.com'],
  ['https://example.com/%00%0Abad%07title', 'Bad title · example.com'],
])('%s is called "%s" until its page is there', (url, title) => {
  expect(titleFromUrl(url)).toBe(title);
});
