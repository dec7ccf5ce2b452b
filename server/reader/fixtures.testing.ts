import { readdirSync, readFileSync } from 'node:fs';
import type { Article } from './article.ts';

type Expected = Partial<Article> & {
  /** Fewest and most words. */
  words: [number, number];
  contains: string[];
  lacks: string[];
  html: string[];
  htmlLacks?: string[];
};

/** One page kind: the file beside its description, how a server sends it, and what has to be found in it. */
export type Fixture = {
  kind: string;
  file: string;
  path: string;
  contentType: string;
  headers?: Record<string, string>;
  /** How often the part between the repeat comments is written, to make a huge page of a small file. */
  repeat?: number;
  expected: Expected;
};

const folder = new URL('./fixtures/', import.meta.url);

export const fixtures: Fixture[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

export function fixtureBytes({ file, repeat }: Fixture): Buffer {
  const bytes = readFileSync(new URL(file, folder));
  if (!repeat) return bytes;
  return Buffer.from(bytes.toString().replace(/<!--repeat-->(.*)<!--\/repeat-->/s, (_, part) => part.repeat(repeat)));
}

/** Everything that is wrong with an article, in words; empty when the page came out right. */
export function faults(article: Article, { expected }: Fixture, origin: string): string[] {
  const { words, contains, lacks, html, htmlLacks = [], ...facts } = expected;
  const here = (text: string) => text.replaceAll('{origin}', origin);
  const found: string[] = [];
  for (const [name, value] of Object.entries(facts)) {
    const wanted = typeof value === 'string' ? here(value) : value;
    const got = article[name as keyof Article];
    if (got !== wanted) found.push(`${name} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
  }
  const text = article.text ?? '';
  if (article.wordCount < words[0] || article.wordCount > words[1]) found.push(`${article.wordCount} words`);
  found.push(...contains.filter((part) => !text.includes(part)).map((part) => `text lacks "${part}"`));
  found.push(...lacks.filter((part) => text.includes(part)).map((part) => `text has "${part}"`));
  found.push(...html.filter((part) => !article.html?.includes(here(part))).map((part) => `html lacks ${here(part)}`));
  found.push(...htmlLacks.filter((part) => article.html?.includes(part)).map((part) => `html has ${part}`));
  return found;
}
