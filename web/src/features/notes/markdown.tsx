import { Link } from '@tanstack/react-router';
import { type ComponentProps, createContext, memo, useContext } from 'react';
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Mention } from '../../../../server/features/notes/conversation.schemas.ts';
import { type HtmlNode, linkMentions } from './link-mentions.ts';
import styles from './markdown.module.css';

interface Props {
  text: string;
  /** The level of the heading that this text stands under; its own headings come below that one. */
  under: 1 | 2 | 3;
  /** Who is mentioned in it. */
  mentions?: Mention[];
}

/**
 * Markdown that somebody else wrote, as elements: never through innerHTML, and HTML in it is shown as the letters it is made of.
 * Pictures are links, because one from another host would tell that host who reads this note and when.
 */
export const Markdown = memo(function Markdown({ text, under, mentions }: Props) {
  return (
    <div className={styles.text}>
      <ReactMarkdown
        remarkPlugins={PLUGINS}
        rehypePlugins={mentions?.length ? [...NO_IDS, () => linkMentions(mentions)] : NO_IDS}
        urlTransform={allowedUrl}
        components={COMPONENTS[under]}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});

const PLUGINS = [remarkGfm];
const NO_IDS = [() => dropIds];

/** http, https and mailto, also when relative; '' for every other address. */
export function allowedUrl(url: string): string {
  const base = 'https://relative.invalid';
  if (!URL.canParse(url, base)) return '';
  return ['http:', 'https:', 'mailto:'].includes(new URL(url, base).protocol) ? url : '';
}

function MarkdownLink({ href, children, node }: ComponentProps<'a'> & ExtraProps) {
  const { dataPerson } = node?.properties ?? {};
  if (typeof dataPerson === 'number')
    return (
      <Link to="/people/$id" params={{ id: dataPerson }} className={styles.person}>
        {children}
      </Link>
    );
  if (!href || href.startsWith('#')) return <>{children}</>; // a refused address, or a footnote, whose id would not be the only one
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      <InLink value={true}>{children}</InLink>
    </a>
  );
}

/** A picture that is itself the text of a link must not become a link within it. */
const InLink = createContext(false);

function Picture({ src, alt }: ComponentProps<'img'> & ExtraProps) {
  const text = `Picture: ${alt || 'without a description'}`;
  const isInLink = useContext(InLink);
  return isInLink || typeof src !== 'string' ? text : <MarkdownLink href={src}>{text}</MarkdownLink>;
}

/** The box of a task list. */
function Box({ checked }: ComponentProps<'input'> & ExtraProps) {
  return (
    <span
      className={styles.box}
      role="img"
      aria-label={checked ? 'Done' : 'Not done'}
      data-done={checked || undefined}
    />
  );
}

function ScrollingTable({ children }: ComponentProps<'table'> & ExtraProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the arrow keys must reach it
    <section className={styles.table} aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  );
}

/** All headings of a text get one level, so that none is skipped, and look different by what they were. */
function componentsUnder(under: Props['under']): Components {
  const Heading = `h${under + 1}` as 'h2' | 'h3' | 'h4';
  const heading = ({ node, children }: ComponentProps<'h1'> & ExtraProps) => (
    <Heading data-was={node?.tagName}>{children}</Heading>
  );
  const headings = { h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading };
  return { ...headings, a: MarkdownLink, img: Picture, input: Box, table: ScrollingTable };
}
const COMPONENTS = { 1: componentsUnder(1), 2: componentsUnder(2), 3: componentsUnder(3) };

/** Several notes stand on one page, and the ids that footnotes bring would be there several times. */
function dropIds(node: HtmlNode): void {
  if (node.properties) node.properties = { ...node.properties, id: undefined, ariaDescribedBy: undefined };
  node.children?.forEach(dropIds);
}
