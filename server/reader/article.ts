/**
 * What a page says about itself and, unless it is withheld, its text. Facts come from the page and are claims of it:
 * `canonicalUrl` above all must not be trusted to name another site's page.
 */
export type Article = {
  title: string;
  author: string | null;
  /** ISO 8601 in UTC; null when only the year is known. A date without a time is midnight UTC. */
  publishedAt: string | null;
  /** The year as written on the page, from 1991 to the current one. */
  year: number | null;
  siteName: string;
  /** Plain text of at most 300 characters. */
  excerpt: string | null;
  /** BCP 47, as `fi` or `pt-BR`. */
  language: string | null;
  direction: 'ltr' | 'rtl';
  /** Absolute http(s) URL. */
  leadImage: string | null;
  /** Absolute http(s) URL; the address the page names as its own, or null. */
  canonicalUrl: string | null;
  wordCount: number;
  /** At 238 words a minute, at least 1; 0 when there is no text. */
  readingMinutes: number;
  /** Sanitised: safe to put into a page as it is. */
  html: string | null;
  /** The same as plain text, blocks separated by an empty line. */
  text: string | null;
  /** Why there is no text: the site asks not to keep copies, none was found, or only a PDF's title is read. */
  withheld: 'noarchive' | 'no-text' | 'pdf' | null;
};

/** What is known of a page before its text is looked at. */
export type Facts = Omit<Article, 'wordCount' | 'readingMinutes' | 'html' | 'text' | 'withheld'>;
