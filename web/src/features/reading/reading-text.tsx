import { type MouseEvent, memo, type RefObject, useEffect, useLayoutEffect } from 'react';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import { markScrolling } from './article-dom.ts';
import { layersOf } from './layers.ts';
import { clearPaint, PassageMap } from './passage-dom.ts';
import styles from './reading-text.module.css';
import type { FoundNote } from './use-passages.ts';

interface Props {
  text: RefObject<HTMLDivElement | null>;
  article: ArticleAnswer;
  content: DocumentFragment;
  /** Changes with the look of the text. */
  look: string;
  found: FoundNote[];
  viewerId: number;
  /** The notes that are chosen at the moment. */
  chosen: ReadonlySet<number>;
  choose: (noteId: number) => void;
}

/**
 * The text itself: the one place of the client where html of somebody else comes into the page, as nodes that
 * `prepareArticle` made, never through innerHTML. React knows only the box around it; highlights are painted into the nodes.
 */
export const ReadingText = memo(function ReadingText(props: Props) {
  const { text, article, content, look, found, viewerId, chosen, choose } = props;

  useLayoutEffect(() => {
    text.current?.replaceChildren(content.cloneNode(true));
  }, [text, content]);

  // Painted anew only when a passage came or went: a note that is marked or edited keeps its mark, and the mark the focus.
  const passages = found.map(({ note, passage: { start, end } }) => [note.id, start, end].join('-')).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: new content is painted anew, and `passages` stands for what was found
  useLayoutEffect(() => {
    const root = text.current;
    if (!root) return;
    const authors = new Map(found.map(({ note }) => [note.id, note.user]));
    const layers = layersOf(found.map(({ note, passage }) => ({ id: note.id, ...passage })));
    new PassageMap(root).paint(layers, (mark, { ids, begins }, isFirst) => {
      mark.dataset.notes = ids.join(' ');
      const isMine = ids.some((id) => authors.get(id)?.id === viewerId);
      mark.dataset.whose = isMine ? 'mine' : 'others';
      if (!isFirst || !begins.length) return;
      mark.tabIndex = 0;
      mark.setAttribute('role', 'button');
      mark.title = `Highlighted by ${isMine ? 'you' : authors.get(begins[0] as number)?.name}`;
    });
    return () => clearPaint(root);
  }, [text, content, passages, viewerId]);

  useEffect(() => {
    for (const mark of marksIn(text.current))
      mark.toggleAttribute(
        'data-chosen',
        notesOf(mark).some((id) => chosen.has(id)),
      );
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters make other widths
  useLayoutEffect(() => {
    const root = text.current;
    if (!root) return;
    const watch = new ResizeObserver(() => markScrolling(root));
    watch.observe(root);
    return () => watch.disconnect();
  }, [text, content, look]);

  const open = (target: EventTarget) => {
    const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-notes]') : null;
    // The innermost of several is the one that was written last, and most likely the one that is meant.
    const id = mark && notesOf(mark).at(-1);
    if (id) choose(id);
    return Boolean(id);
  };
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (href?.startsWith('#')) {
      event.preventDefault(); // the address stays that of the blog
      showPlace(decodeURIComponent(href.slice(1)));
    } else if (!link && window.getSelection()?.isCollapsed) open(event.target);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is acted on are links and marks within, which take keys themselves
    <div
      ref={text}
      className={styles.text}
      lang={article.language ?? undefined}
      dir={article.direction}
      onClick={click}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || event.key === ' ') && open(event.target)) event.preventDefault();
      }}
    />
  );
});

/** The highlights as they are painted, in the order of the text. */
export function marksIn(root: ParentNode | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('mark[data-notes]') ?? [])];
}

export function notesOf(mark: HTMLElement): number[] {
  return (mark.dataset.notes ?? '').split(' ').map(Number);
}

/** Brings a heading or a footnote to where one reads, and the focus with it, so that keys go on from there. */
export function showPlace(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}
