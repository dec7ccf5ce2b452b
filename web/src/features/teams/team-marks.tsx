import { Link } from '@tanstack/react-router';
import type { ReadingListItem } from '../../../../server/features/readinglists/readinglists.schemas.ts';

/** The teams that read a blog of one's own list, among the facts of its row. */
export function teamMarks(teams: ReadingListItem['teams'] = []) {
  return teams.map(({ id, name }) => (
    <Link key={`team-${id}`} to="/teams/$id" params={{ id }} title={`On the list of “${name}”`}>
      {name}
    </Link>
  ));
}
