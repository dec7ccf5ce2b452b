import { IconHighlight, IconNote } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { ICON } from '../../theme.ts';
import { HighlightAudience } from './highlight-audience.tsx';
import styles from './selection-toolbar.module.css';
import type { Selected } from './use-selected-passage.ts';

interface Props {
  sheet: RefObject<HTMLElement | null>;
  selected: Selected;
  highlight: () => void;
  writeNote: () => void;
}

/** What may be done with the selected words, beside them: above, and below where fingers and the system's own menu are. */
export function SelectionToolbar({ sheet, selected: { box }, highlight, writeNote }: Props) {
  const frame = sheet.current?.getBoundingClientRect();
  if (!frame) return null;
  const isTouch = window.matchMedia('(hover: none)').matches;
  const middle = (box.left + box.right) / 2 - frame.left;
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label="The selected words"
      data-below={isTouch || undefined}
      style={{
        left: Math.min(Math.max(middle, 110), frame.width - 110),
        top: (isTouch ? box.bottom + 12 : box.top - 8) - frame.top,
      }}
      onPointerDown={(event) => event.preventDefault()} // the selection stays
    >
      <button type="button" className={styles.button} title="Highlight (h)" onClick={highlight}>
        <IconHighlight {...ICON} />
        Highlight
      </button>
      <button type="button" className={styles.button} title="Write a note on it (n)" onClick={writeNote}>
        <IconNote {...ICON} />
        Note
      </button>
      <HighlightAudience />
    </div>
  );
}
