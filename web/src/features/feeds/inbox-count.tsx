import { useQuery } from '@tanstack/react-query';
import { sayNumber } from '../../parts/plural.ts';
import { inboxCountQuery } from './feeds.queries.ts';

/** How many posts wait, for the sidebar. */
export function InboxCount() {
  const { data } = useQuery(inboxCountQuery);
  if (!data) return null;
  return (
    <>
      {sayNumber(data)}
      <span hidden> new</span>
    </>
  );
}
