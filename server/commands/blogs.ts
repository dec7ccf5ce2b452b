import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BlogSort } from '../features/blogs/blogs.schemas.ts';
import { BLOG_ORDERS, type BlogRow, selectBlogs } from '../features/blogs/blogs.sql.ts';
import { presentBlog } from '../features/blogs/blogs.ts';
import { OPERATOR } from './operator.ts';
import { oneLine, print } from './output.ts';
import { everyPage } from './pages.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  sort: BlogSort;
  search?: string;
  author?: string;
  year?: number;
  json?: boolean;
}

export function addBlogsCommand(program: Command): void {
  program
    .command('blogs')
    .description('Print the library, one line a blog.')
    // The order in which rows never move while a long list is printed.
    .addOption(new Option('--sort <order>', 'the order').choices(Object.keys(BLOG_ORDERS)).default('oldest'))
    .option('--search <text>', 'only those with this in title or author')
    .option('--author <name>', 'only those of this author')
    .option('--year <year>', 'only those of this year', readYear)
    .option('--json', 'for programs: one JSON array')
    .addHelpText(
      'after',
      `
Examples:
  carrel blogs
  carrel blogs --sort likes | head
  carrel blogs --search react
  carrel blogs --json | jq -r '.[].url'`,
    )
    .action((options: Options) => withDatabase(() => printBlogs(options)));
}

async function printBlogs({ sort, json, ...filters }: Options): Promise<void> {
  const order = BLOG_ORDERS[sort];
  let before = '['; // what stands before the next element of the array, which is printed while it is fetched
  for await (const page of everyPage(order, (page) => selectBlogs(OPERATOR.id, filters, page, order))) {
    if (!json) await print(...page.map(line));
    else
      for (const blog of page) {
        await print(before + JSON.stringify(presentBlog(blog)));
        before = ',';
      }
  }
  if (json) await print(before === '[' ? '[]' : ']');
}

/** `Dan Abramov: 'On let vs const', 0 likes`; always "likes", so that a script finds the number in one place. */
function line({ author, title, likes }: BlogRow): string {
  return `${oneLine(author ?? '(no author)')}: '${oneLine(title)}', ${likes} likes`;
}

function readYear(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It must be a year, like 2019.');
  return Number(text);
}
