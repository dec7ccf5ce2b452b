import { useQuery } from '@tanstack/react-query';
import { unseenQuery } from './activity.queries.ts';

/** Under the bell: how much one has not seen. */
export function UnseenCount() {
  const { data: unseen = 0 } = useQuery(unseenQuery);
  if (!unseen) return null;
  return (
    <>
      {unseen < 100 ? unseen : '99+'}
      <span hidden> not seen</span>
    </>
  );
}
