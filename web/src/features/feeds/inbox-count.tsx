import { useQuery } from '@tanstack/react-query';
import { inboxCountQuery } from './feeds.queries.ts';

/** How many posts wait, for the sidebar. */
export function InboxCount() {
  const { data } = useQuery(inboxCountQuery);
  if (!data) return null;
  return (
    <>
      {data.toLocaleString('en')}
      <span hidden> new</span>
    </>
  );
}
