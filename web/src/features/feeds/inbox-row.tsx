import { IconBookmarkPlus, IconExternalLink, IconX } from '@tabler/icons-react';
import { ListRow } from '../../parts/list-row.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { openPage } from '../blogs/blog-link.tsx';
import type { InboxItem } from './feeds.queries.ts';
import { useDismissPost, useListPost } from './use-inbox.ts';

export function InboxRow({ item, isSelected }: { item: InboxItem; isSelected: boolean }) {
  const list = useListPost();
  const dismiss = useDismissPost();
  const { title, url, author, summary, feed, publishedAt, createdAt } = item;
  return (
    <ListRow
      isSelected={isSelected}
      title={
        <a href={url} target="_blank" rel="noopener noreferrer" title={summary ?? title}>
          {title}
        </a>
      }
      facts={[feed.title, author !== feed.title && author, <RelativeDate key="date" iso={publishedAt ?? createdAt} />]}
      actions={[
        { label: 'Add to my list', icon: IconBookmarkPlus, run: () => list(item) },
        { label: 'Open the page', icon: IconExternalLink, run: () => openPage(item) },
        { label: 'Dismiss', icon: IconX, run: () => dismiss(item) },
      ]}
    />
  );
}
