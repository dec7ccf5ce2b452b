import type { apiOf } from './server.ts';

type Call = ReturnType<typeof apiOf>;

const TABLE = `## What to take along

| where | what it costs | when |
|---|---|---|
| parse at the edge | one type more | once |
| validate everywhere | the same check | for ever |

- [x] tell the others
- [ ] the import code, see https://github.com/carrel-example/import/pull/12

> A parser takes what is less structured and gives what is more structured.

\`\`\`ts
const list = nonEmpty(items); // or an error, here and nowhere else
\`\`\``;

const LONG = `# Chapter by chapter\n\n${Array.from(
  { length: 14 },
  (_, index) =>
    `**${index + 1}.** A deep module hides much behind little; what it hides it can change without asking anybody.`,
).join('\n\n')}`;

/** Notes of two people on a blog, on none, private, important, marked, long, and with an attempt at an attack. */
export async function seedNotes(matti: Call, ada: Call, blogIds: number[]): Promise<void> {
  const [first, second, , parse] = blogIds;
  const write = (call: Call, note: Record<string, unknown>) => call<{ id: number }>('POST', '/notes', note);
  await write(ada, { content: LONG, blogId: second });
  await write(matti, { content: 'Ask Åsa for the slides of her talk.', shared: false });
  const marked = await write(ada, { content: TABLE, blogId: parse, important: true });
  await matti('PUT', `/notes/${marked.id}/mark`);
  await write(ada, { content: 'Compare with *make illegal states unrepresentable*.', blogId: parse });
  await write(matti, {
    content: 'Read this **before** the import is written. The three rules at the end are what stays.',
    blogId: parse,
    important: true,
  });
  await write(matti, { content: 'Not sure about the second example.', blogId: parse, shared: false });
  await write(matti, { content: 'Props that mirror state: the same bug as ours.', blogId: first });
  await write(ada, {
    content:
      '<script>window.attacked = 1</script>\n\n[click](javascript:window.attacked=2) ![x](https://example.org/x.png)',
    blogId: first,
  });
}
