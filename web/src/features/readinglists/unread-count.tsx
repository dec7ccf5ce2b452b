import { useQuery } from '@tanstack/react-query';
import { sayNumber } from '../../parts/plural.ts';
import { readingCountsQuery } from './readinglists.queries.ts';

/** How many blogs wait to be read, for the sidebar. */
export function UnreadCount() {
  const { data } = useQuery(readingCountsQuery);
  if (!data?.unread) return null;
  return (
    <>
      {sayNumber(data.unread)}
      <span hidden> unread</span>
    </>
  );
}
