import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { frameDialog } from '../../parts/frame-dialog.ts';

const dialog = frameDialog<Pick<BlogAnswer, 'id' | 'title'>>();

/** Opens the dialog that puts a blog on a team's list. */
export const useShare = () => dialog.open;

/** The blog that the dialog is open for, and how to close it; for the frame. */
export const useShared = dialog.useOpened;
