import { describe, expect, test } from 'vitest';
import { normaliseUrl } from './normaliseUrl.ts';

describe('two addresses of one page become the same', () => {
  test.each([
    ['HTTPS://Example.COM/Path', 'https://example.com/Path'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['http://example.com:80/a', 'http://example.com/a'],
    ['http://example.com:8080/a', 'http://example.com:8080/a'],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com./a/', 'https://example.com/a'],
    ['https://example.com/a///', 'https://example.com/a'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://example.com/?b=2&a=1', 'https://example.com/?a=1&b=2'],
    ['https://example.com/?t=b&t=a&c', 'https://example.com/?c&t=b&t=a'],
    ['https://example.com/?', 'https://example.com/'],
    ['https://example.com/?q=a%20b', 'https://example.com/?q=a%20b'],
    ['https://example.com/a?utm_source=x&UTM_Medium=y&id=7', 'https://example.com/a?id=7'],
    ['https://example.com/a?fbclid=1&gclid=2&mc_eid=3&_hsenc=4&mtm_campaign=5', 'https://example.com/a'],
    ['https://example.com/a?utm%5Fsource=x', 'https://example.com/a'],
    ['https://example.com/a?ref=kept&source=kept', 'https://example.com/a?ref=kept&source=kept'],
    ['https://example.com/a#section-2', 'https://example.com/a'],
    ['https://example.com/a#', 'https://example.com/a'],
    ['https://example.com/#/posts/7', 'https://example.com/#/posts/7'],
    ['https://example.com/#!posts/7', 'https://example.com/#!posts/7'],
    ['https://example.com/#/posts/7:~:text=word', 'https://example.com/#/posts/7'],
    ['https://example.com/%7euser/%c3%a4', 'https://example.com/~user/%C3%A4'],
    ['https://example.com/ä', 'https://example.com/%C3%A4'],
    ['https://BÜCHER.example/', 'https://xn--bcher-kva.example/'],
    ['  https://example.com/a  ', 'https://example.com/a'],
    ['http://[2606:4700::1111]:80/', 'http://[2606:4700::1111]/'],
  ])('%s', (given, expected) => {
    expect(normaliseUrl(given)).toBe(expected);
    expect(normaliseUrl(expected)).toBe(expected);
  });
});

test.each([
  ['no address', 'not a web address'],
  ['ftp://example.com/', 'Only http and https'],
  ['javascript:alert(1)', 'Only http and https'],
  ['https://user:secret@example.com/', 'user name or password'],
])('refuses %s', (given, sentence) => {
  expect(() => normaliseUrl(given)).toThrow(sentence);
});
