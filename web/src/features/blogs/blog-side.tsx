import { type Icon, IconHeart, IconNote } from '@tabler/icons-react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { plural, sayNumber } from '../../parts/plural.ts';
import styles from './blog-side.module.css';

/** The right end of a blog's row: likes, notes and who added it. */
export function BlogSide({ blog: { likes, liked, noteCount = 0, user } }: { blog: BlogAnswer }) {
  return (
    <>
      <Count icon={IconHeart} count={likes} word="like" isOn={liked} />
      <Count icon={IconNote} count={noteCount} word="note" />
      <Avatar name={user.name} />
    </>
  );
}

interface CountProps {
  icon: Icon;
  count: number;
  /** What is counted, in the singular. */
  word: string;
  /** Filled in the accent colour: the viewer's own like is among them. */
  isOn?: boolean;
}

/** Of none nothing is shown, but its place stays, so that one count stands under the other from row to row. */
function Count({ icon: Icon, count, word, isOn }: CountProps) {
  if (!count) return <span className={styles.count} />;
  const words = plural(count, word);
  return (
    <span className={styles.count} data-on={isOn || undefined} role="img" aria-label={words} title={words}>
      <Icon size={16} stroke={1.5} />
      {sayNumber(count)}
    </span>
  );
}
