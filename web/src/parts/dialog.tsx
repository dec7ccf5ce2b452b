import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Wider for what is written at length. */
  size?: 'lg';
  onClose: () => void;
  /** A click beside it does not close it: for what is shown only once. */
  isFirm?: boolean;
  children: ReactNode;
}

/** A dialog of ours: mount it to open it. Fetched with the screen's own lazy part, so that the first paint does without. */
export function Dialog({ title, size, onClose, isFirm = false, children }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!isFirm}
      lockScroll={false} // base.css does, and keeps the scroll bar's place; this would let the page jump
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontWeight: 600, fontSize: 'var(--font-title)' } }}
    >
      {children}
    </Modal>
  );
}
