import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { NotificationAnswer } from '../../../../server/features/activity/activity.schemas.ts';
import { put } from '../../api.ts';
import { notificationsQuery, unseenQuery } from './activity.queries.ts';
import { BlogName, Happening, TeamName } from './happening.tsx';
import { HappeningList } from './happening-list.tsx';

/** What each kind says, after the name of who did it. */
const SAID: Record<string, string> = {
  mentioned: 'mentioned you in a note',
  replied: 'replied to your note',
  reacted: 'reacted to your note',
  marked: 'marked your note',
  'team-reading': 'put on your team’s list',
  'added-to-team': 'took you into the team',
};

/** What concerns one. It is new on this visit and counts as seen from now on. */
export function Notifications() {
  const client = useQueryClient();
  const list = useInfiniteQuery(notificationsQuery);
  const newest = list.data?.pages[0]?.items[0];
  const upTo = newest && !newest.seen ? newest.id : undefined;
  useEffect(() => {
    if (upTo === undefined) return;
    // The rows stay marked as new; only the number goes. When it fails they are new on the next visit too.
    client.setQueryData(unseenQuery.queryKey, 0);
    put('/notifications/seen', { upTo }).catch(() => {});
  }, [client, upTo]);
  return (
    <HappeningList
      list={list}
      empty="Nothing yet. You hear here when somebody mentions you, replies to you, or puts something on your team’s list."
    >
      {(one) => <Item key={one.id} {...one} />}
    </HappeningList>
  );
}

function Item({ kind, time, seen, actor, team, blog, note }: NotificationAnswer) {
  const said = SAID[kind] ?? 'did something that concerns you';
  const isTeam = kind === 'added-to-team';
  const where = isTeam ? (
    <TeamName team={team} />
  ) : blog ? (
    <BlogName blog={blog} />
  ) : note ? (
    <Link to="/notes/$id" params={{ id: note.id }}>
      Show it
    </Link>
  ) : null;
  const did = blog && note ? `${said} on` : note ? `${said}:` : said;
  return <Happening who={actor} did={did} to={where} excerpt={note?.excerpt} time={time} isNew={!seen} />;
}
