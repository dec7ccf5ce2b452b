import { IconArticle, IconBookmarkPlus, IconNote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { SearchResult } from '../../../../server/features/search/search.schemas.ts';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ICON } from '../../theme.ts';
import { blogFacts } from '../blogs/blog-link.tsx';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './search-row.module.css';
import { withoutMarkup } from './without-markup.ts';

interface Props {
  result: SearchResult;
  isSelected: boolean;
}

/** One thing found: what it is, the place where the words stand, and whether it is on one's list. */
export function SearchRow({ result, isSelected }: Props) {
  const { kind, blog, snippet, similar, reading } = result;
  const addToList = useAddToList();
  const Icon = kind === 'note' ? IconNote : IconArticle;
  return (
    <article className={styles.row} data-selected={isSelected || undefined}>
      <Icon {...ICON} className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <div className={styles.title}>
          <Where result={result} />
        </div>
        <div className={styles.facts}>
          {kind === 'note' && <Writer result={result} />}
          {(blog ? blogFacts(blog) : []).filter(Boolean).map((fact) => (
            <span key={String(fact)}>{fact}</span>
          ))}
          {reading && <span>{reading.read ? 'Read' : 'Unread on your list'}</span>}
          {similar && <Tag>Similar spelling</Tag>}
        </div>
        {snippet.length > 0 && (
          <p className={styles.snippet}>
            <MarkedText segments={kind === 'note' ? withoutMarkup(snippet) : snippet} />
          </p>
        )}
      </div>
      {blog && !reading && (
        <button
          type="button"
          className={styles.action}
          aria-label={`Add to my list: ${blog.title}`}
          title="Add to my list"
          onClick={() => addToList(blog)}
        >
          <IconBookmarkPlus {...ICON} />
        </button>
      )}
    </article>
  );
}

function Where({ result: { blog, title, note } }: Pick<Props, 'result'>) {
  const viewer = useViewer();
  if (blog)
    return (
      <Link to="/blogs/$id" params={{ id: blog.id }} title={blog.title}>
        <MarkedText segments={title} />
      </Link>
    );
  const isMine = note?.user.id === viewer.id;
  return (
    <Link to="/notes" search={isMine ? {} : { tab: 'all', user: note?.user.id }}>
      A note on no blog
    </Link>
  );
}

function Writer({ result: { note } }: Pick<Props, 'result'>) {
  const viewer = useViewer();
  if (!note) return null;
  return (
    <span>
      Note by {note.user.id === viewer.id ? 'you' : note.user.name}, <RelativeDate iso={note.date} />
    </span>
  );
}
