import type { AuthorAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import type { AuthorColumn, AuthorsSearch } from './authors.routes.ts';

const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

type Compare = (a: AuthorAnswer, b: AuthorAnswer) => number;

/** Numbers begin with the largest, names with A; who is equal stands by likes, then by name. */
const ORDERS: Record<AuthorColumn, Compare> = {
  likes: (a, b) => b.likes - a.likes,
  blogs: (a, b) => b.blogs - a.blogs || b.likes - a.likes,
  author: (a, b) => compare(a.author, b.author),
};

/**
 * The authors whose name has `search` in it, in any case, in the order that is asked for. Most liked first is how the server
 * gives them, and stays exactly that: among equals a page that comes later must not push rows between those on the screen.
 */
export function sortAuthors(authors: AuthorAnswer[], { search, sort = 'likes', reverse }: AuthorsSearch) {
  const wanted = search?.toLowerCase();
  const found = wanted ? authors.filter(({ author }) => author.toLowerCase().includes(wanted)) : authors;
  if (sort === 'likes' && !reverse) return found;
  const direction = reverse ? -1 : 1;
  return found.toSorted((a, b) => direction * ORDERS[sort](a, b) || compare(a.author, b.author));
}
