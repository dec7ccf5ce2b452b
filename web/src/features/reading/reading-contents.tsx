import { useEffect, useState } from 'react';
import type { ContentsEntry } from './article-dom.ts';
import styles from './reading-contents.module.css';
import { showPlace } from './reading-text.tsx';

interface Props {
  entries: ContentsEntry[];
  /** In a drawer, whose own title says what it is: what to do once one was chosen. */
  onChosen?: () => void;
}

/** The headings of the text, the one that is being read set apart. */
export function ReadingContents({ entries, onChosen }: Props) {
  const current = useCurrentHeading(entries);
  return (
    <nav aria-label="Contents">
      {!onChosen && <h2 className={styles.heading}>Contents</h2>}
      <ol className={styles.entries}>
        {entries.map(({ id, text, depth }) => (
          <li key={id} style={{ paddingInlineStart: Math.min(depth, 3) * 14 }}>
            <a
              href={`#${id}`}
              className={styles.entry}
              dir="auto"
              aria-current={id === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault();
                onChosen?.();
                showPlace(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const READ_FROM = 0.3; // of the window's height: a heading above this line is what one reads below of

function useCurrentHeading(entries: ContentsEntry[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight * READ_FROM;
      const isAbove = ({ id }: ContentsEntry) =>
        (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line;
      setCurrent(entries.findLast(isAbove)?.id);
    };
    // Told by the browser when a heading crosses the line, so that scrolling itself costs nothing.
    const watch = new IntersectionObserver(look, { rootMargin: `0px 0px -${100 - READ_FROM * 100}% 0px` });
    for (const { id } of entries) {
      const heading = document.getElementById(id);
      if (heading) watch.observe(heading);
    }
    return () => watch.disconnect();
  }, [entries]);
  return current;
}
