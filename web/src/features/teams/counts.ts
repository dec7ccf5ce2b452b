import type { TeamReadingAnswer } from '../../../../server/features/teams/team-readings.schemas.ts';

/** "3 of 5 have read"; of those only who show it, so that hiding does not look like not reading. */
export function sayCounts({ read, inProgress, unread, hidden }: TeamReadingAnswer['counts']): string {
  const shown = read + inProgress + unread;
  if (!shown) return `${hidden} hidden`;
  return `${read} of ${shown} ${shown === 1 ? 'has' : 'have'} read${hidden ? `, ${hidden} hidden` : ''}`;
}
