import { storeArticle } from '../../server/features/blogs/articles.ts';
import type { Article } from '../../server/reader/article.ts';
import type { apiOf } from './server.ts';

type Call = ReturnType<typeof apiOf>;

const PARAGRAPHS = [
  'Every team has a few tokens to spend on what is new. Spend one on the database and one on the language, and there is nothing left for the thing that the team was founded to make. Nobody counts these tokens, which is why they are always overdrawn.',
  'What is old has been wrong in every way it can be wrong, and somebody has written each of them down. The failure modes of a thing that is twenty years old are in a book; those of a thing that is two years old are in your pager.',
  'This is not a plea for never learning anything. It is a plea for learning one thing at a time, to the end, with the rest of the ground firm under the feet while one looks up.',
  'The cost of a tool is not the week in which it is installed. It is the years in which it has to be upgraded, watched, explained to whoever comes new, and in the end taken out again.',
  'When two tools overlap, the team pays for both and trusts neither. Half of the records are in the one, half in the other, and the rule that says which lives in a head that has left.',
];
const prose = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `<p>${PARAGRAPHS[(from + i) % PARAGRAPHS.length]}</p>`).join('\n');

/** A text with everything that texts have: headings, code, a wide table, a picture, a quotation, lists, footnotes. */
const BORING = `
<h1>Choose boring technology</h1>
${prose(0, 2)}
<h2>What a token buys</h2>
<p>Take a queue. It is <em>easy</em> to add one, see <a href="https://example.org/queues" rel="noopener noreferrer nofollow">the
long list</a> of them, and it is <strong>hard</strong> to be without one again.<sup><a href="#user-content-fn1" id="user-content-ref1">1</a></sup>
A table named <code>jobs</code> does the same for years:</p>
<pre><code class="language-sql">SELECT id, payload FROM jobs WHERE state = 'waiting' AND run_at &lt;= now() ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED;
-- and nothing else to install, to watch, or to back up</code></pre>
${prose(2, 2)}
<figure><img src="https://pictures.example/desk.png" alt="A reading desk in a library" width="1200" height="600"
  loading="lazy"><figcaption>A desk at which nothing has changed since 1934.</figcaption></figure>
<h3>How to count them</h3>
<ul><li>One for what nobody in the room has run at night.</li><li>One for what has no second maintainer.</li>
<li>None for what the whole company <ins>already</ins> pays for.</li></ul>
<blockquote><p>Let us say that everybody gets about three.</p></blockquote>
<h2>What it costs later</h2>
${prose(3, 2)}
<table><thead><tr><th>tool</th><th>installed in</th><th>upgraded in</th><th>watched by</th><th>understood by</th><th>taken out in</th><th>and replaced with</th></tr></thead>
<tbody><tr><td>PostgreSQL</td><td>an afternoon</td><td>a quiet Sunday</td><td>everybody</td><td>everybody</td><td>never</td><td>a newer PostgreSQL</td></tr>
<tr><td>the interesting one</td><td>a week</td><td>a quarter of the year</td><td>the one who chose it</td><td>nobody any more</td><td>two years</td><td>PostgreSQL</td></tr></tbody></table>
${prose(4, 3)}
<h2>When to choose the other</h2>
${prose(2, 4)}
<h3>Ask these three</h3>
<ol><li>What would it take to do it with what is here?</li><li>What would be taken out in return?</li><li>Who answers when it breaks?</li></ol>
${prose(1, 4)}
<hr>
<ol><li id="user-content-fn1">Asked in a room of forty, three had ever taken one out. <a href="#user-content-ref1">Back</a></li></ol>`;

const ARABIC = `
<p>القراءة البطيئة ليست ترفًا، بل هي الطريقة الوحيدة لفهم نص كُتب بعناية. من يقرأ بسرعة يرى الكلمات، ومن يقرأ ببطء يرى ما بينها.</p>
<h2>لماذا نقرأ معًا</h2>
<p>حين يقرأ فريق النص نفسه، تظهر أسئلة لا يطرحها قارئ واحد. الملاحظة في الهامش حوار مؤجل، و<code>npm run read</code> لا يكفي وحده.</p>
<blockquote><p>خير جليس في الزمان كتاب.</p></blockquote>
<ul><li>اقرأ فقرة.</li><li>توقف.</li><li>اكتب ما فهمت.</li></ul>
<h2>ما الذي يبقى</h2>
<p>يبقى ما كتبناه بأيدينا. لذلك نضع خطًا تحت الجملة، ونكتب بجانبها سببًا واحدًا.</p>`;

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text as the reader hands it over, with facts of no importance. */
export function articleOf(html: string, facts: Partial<Article> = {}): Article {
  const text = textOf(html.replace(/<h1>.*?<\/h1>/, ''));
  const wordCount = text.split(' ').length;
  return {
    title: 'A title of the page',
    author: null,
    publishedAt: null,
    year: null,
    siteName: 'A site',
    excerpt: text.match(/^.*?[.!?]/)?.[0] ?? null,
    language: 'en',
    direction: 'ltr',
    leadImage: null,
    canonicalUrl: null,
    wordCount,
    readingMinutes: Math.ceil(wordCount / 238),
    html,
    text,
    withheld: null,
    ...facts,
  };
}

/**
 * Texts for blogs of the sample: 6 has everything, with highlights of both people and one that is no longer there, 8 is written
 * from right to left. 10 asks for its text not to be kept.
 */
export async function seedArticles(matti: Call, ada: Call): Promise<void> {
  await storeArticle(6, articleOf(BORING, { siteName: 'Boring notes', publishedAt: '2015-03-30T00:00:00.000Z' }));
  await storeArticle(8, articleOf(ARABIC, { language: 'ar', direction: 'rtl', siteName: 'مدونة القراءة' }));
  await storeArticle(
    10,
    articleOf('', { html: null, text: null, wordCount: 0, readingMinutes: 0, withheld: 'noarchive' }),
  );
  const note = (call: Call, exact: string, prefix: string, suffix: string, content?: string) =>
    call('POST', '/notes', { blogId: 6, content, quote: { exact, prefix, suffix } });
  await note(
    ada,
    'Spend one on the database and one on the language',
    'to spend on what is new. ',
    ', and there is nothing left',
    'We spent **both** in the first month.',
  );
  await note(matti, 'in your pager', 'two years old are ', '.', 'Ours rang at four.');
  await note(matti, 'one thing at a time, to the end', 'It is a plea for learning ', ', with the rest');
  await note(ada, 'This sentence was taken out by its author', 'left. ', '. What is old');
  const [row] = await matti<{ id: number }[]>('GET', '/readinglists?blog=10');
  await matti('PUT', `/readinglists/${row?.id}`, { progress: 0.4 });
}
