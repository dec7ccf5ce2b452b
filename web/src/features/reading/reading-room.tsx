import { Button } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { NoteDialogs } from '../notes/note-dialogs.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { PassagePanel } from './passage-panel.tsx';
import styles from './reading.module.css';
import { ReadingAside } from './reading-aside.tsx';
import { ReadingBar } from './reading-bar.tsx';
import { ReadingContents } from './reading-contents.tsx';
import { ReadingEnd } from './reading-end.tsx';
import { ReadingHead } from './reading-head.tsx';
import { useReadingSettings } from './reading-settings.ts';
import { marksIn, notesOf, ReadingText } from './reading-text.tsx';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { usePassageActions } from './use-passage-actions.ts';
import { usePassages } from './use-passages.ts';
import { usePreparedText } from './use-prepared-text.ts';
import { useProgress } from './use-progress.ts';
import { useReaderActions } from './use-reader-actions.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useSelectedPassage } from './use-selected-passage.ts';

const ContentsDrawer = lazy(() => import('./contents-drawer.tsx'));

interface Props {
  blog: BlogAnswer;
  article: ArticleAnswer;
  /** The note whose passage the address leads to. */
  noteId: number | undefined;
  /** Whether there is room beside the text. */
  isWide: boolean;
}

/** The text with everything around it. */
export function ReadingRoom({ blog, article, noteId, isWide }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const isRoomy = useMediaQuery('(min-width: 1560px)', undefined, { getInitialValueInEffect: false });
  const viewer = useViewer();
  const { font, size, width, spacing } = useReadingSettings();
  const look = [font, size, width, spacing].join();
  const prepared = usePreparedText(article, blog.title, text);
  const actions = useReaderActions(blog);
  const { found, lost } = usePassages(blog.id, prepared.words);
  const [selected, clearSelection] = useSelectedPassage(text);
  const passages = usePassageActions({ blogId: blog.id, text, found, noteId, clearSelection });
  const { dialog, setDialog, chosen, choose, highlight, writeNote, markNote } = passages;
  const [hasDrawer, setDrawer] = useState(false);
  const percent = useProgress({ text, blocks: prepared.blocks, reading: actions.reading, resumes: !noteId, look });
  useDocumentTitle(`${blog.title} · Carrel`);
  useShowPassage(text, noteId, found);

  const letGo = () => {
    clearSelection();
    if (noteId) choose(undefined);
  };
  useReaderKeys({ blog, text, actions, highlight, writeNote, markNote, close: letGo });

  const hasContents = prepared.contents.length > 1;
  const contents = hasContents && <ReadingContents entries={prepared.contents} />;
  const aside = <ReadingAside found={found} lost={lost} chosen={chosen} open={setDialog} />;
  return (
    <div className={styles.screen} data-font={font} data-width={width} data-spacing={spacing} style={sizeOf(size)}>
      <ReadingBar
        title={blog.title}
        percent={percent}
        actions={actions}
        openContents={hasContents && !isWide ? () => setDrawer(true) : undefined}
        asksForPictures={article.images === 'ask'}
      />
      <div className={styles.columns}>
        {isRoomy && <div className={styles.beside}>{contents}</div>}
        <article className={styles.sheet} ref={sheet}>
          <ReadingHead blog={blog} article={article} />
          {prepared.waiting > 0 && <PicturesWait count={prepared.waiting} show={prepared.showPictures} />}
          <ReadingText
            text={text}
            article={article}
            content={prepared.content}
            look={look}
            found={found}
            viewerId={viewer.id}
            chosen={chosen}
            choose={choose}
          />
          {selected && (
            <SelectionToolbar sheet={sheet} selected={selected} highlight={highlight} writeNote={writeNote} />
          )}
          <ReadingEnd blog={blog} actions={actions} />
          {!isWide && <div className={styles.below}>{aside}</div>}
        </article>
        {isWide && (
          <aside className={styles.beside} aria-label="Beside the text">
            {!isRoomy && contents}
            {aside}
          </aside>
        )}
      </div>
      {!isWide && chosen.size > 0 && (
        <PassagePanel found={found} chosen={chosen} open={setDialog} close={() => choose(undefined)} />
      )}
      <Suspense>
        {hasDrawer && <ContentsDrawer entries={prepared.contents} onClose={() => setDrawer(false)} />}
      </Suspense>
      <NoteDialogs dialog={dialog} blog={blog} onClose={() => setDialog(undefined)} />
    </div>
  );
}

function sizeOf(size: number): CSSProperties {
  return { '--text-size': `${size}px` } as CSSProperties;
}

function PicturesWait({ count, show }: { count: number; show: () => void }) {
  return (
    <div className={styles.pictures}>
      {count === 1
        ? 'The picture in this text is not loaded: the site that keeps it would learn that you read this.'
        : `The ${count} pictures in this text are not loaded: the sites that keep them would learn that you read this.`}
      <Button variant="default" size="compact-sm" className={styles.show} onClick={show}>
        {count === 1 ? 'Show it' : 'Show them'}
      </Button>
    </div>
  );
}

/** Brings the passage of the note in the address into sight, once each time the address names another. */
function useShowPassage(text: { current: HTMLElement | null }, noteId: number | undefined, found: unknown): void {
  const shown = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the note may be found later than it is asked for
  useEffect(() => {
    if (shown.current === noteId) return;
    const mark = noteId && marksIn(text.current).find((candidate) => notesOf(candidate).includes(noteId));
    if (noteId && !mark) return;
    shown.current = noteId;
    if (!mark) return;
    // In the next frame: the router scrolls a new screen to its top first.
    const frame = requestAnimationFrame(() => {
      const { top, bottom } = mark.getBoundingClientRect();
      if (top < 60 || bottom > window.innerHeight - 60) mark.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [text, noteId, found]);
}
