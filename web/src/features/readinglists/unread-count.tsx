import { useQuery } from '@tanstack/react-query';
import { readingCountsQuery } from './readinglists.queries.ts';

/** How many blogs wait to be read, for the sidebar. */
export function UnreadCount() {
  const { data } = useQuery(readingCountsQuery);
  if (!data?.unread) return null;
  return (
    <>
      {data.unread.toLocaleString('en')}
      <span hidden> unread</span>
    </>
  );
}
