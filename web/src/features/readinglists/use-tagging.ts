import { frameDialog } from '../../parts/frame-dialog.ts';
import type { Reading } from './readinglists.queries.ts';

const dialog = frameDialog<Reading>();

/** Opens the dialog with the tags of an entry. */
export const useTagging = () => dialog.open;

/** The entry that the dialog is open for, and how to close it; for the frame. */
export const useTagged = dialog.useOpened;
