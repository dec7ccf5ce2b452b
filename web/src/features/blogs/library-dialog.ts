import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';

/** Which dialog of the library is open, and on what. */
export interface LibraryDialog {
  kind: 'edit' | 'delete' | 'note';
  blog: BlogAnswer;
}
