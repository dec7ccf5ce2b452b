import '@mantine/core/styles/Drawer.layer.css';
import { Drawer } from '@mantine/core';
import type { ContentsEntry } from './article-dom.ts';
import { ReadingContents } from './reading-contents.tsx';

/** The table of contents where there is no room beside the text. */
export default function ContentsDrawer({ entries, onClose }: { entries: ContentsEntry[]; onClose: () => void }) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={320}
      lockScroll={false}
      returnFocus={false} // the focus goes to the heading that was chosen
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title="Contents"
    >
      <ReadingContents entries={entries} onChosen={onClose} />
    </Drawer>
  );
}
