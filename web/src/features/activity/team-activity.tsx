import { useInfiniteQuery } from '@tanstack/react-query';
import type { ActivityAnswer } from '../../../../server/features/activity/activity.schemas.ts';
import { activityQuery } from './activity.queries.ts';
import { BlogName, Happening } from './happening.tsx';
import { HappeningList } from './happening-list.tsx';

const DID: Record<ActivityAnswer['kind'], string> = {
  listed: 'put on the list',
  read: 'read',
  noted: 'wrote a note',
  joined: 'joined the team',
};

/** What happened in a team. */
export function TeamActivity({ team }: { team: number }) {
  const list = useInfiniteQuery(activityQuery(team));
  return (
    <HappeningList list={list} empty="Nothing has happened in this team yet.">
      {({ kind, time, user, blog, note }) => (
        <Happening
          key={`${kind} ${time} ${user.id} ${blog?.id} ${note?.id}`}
          who={user}
          did={kind === 'noted' && blog ? `${DID[kind]} on` : DID[kind]}
          to={<BlogName blog={blog} />}
          excerpt={note?.excerpt}
          time={time}
        />
      )}
    </HappeningList>
  );
}
