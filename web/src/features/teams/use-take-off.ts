import { useQueryClient } from '@tanstack/react-query';
import type { NewTeamReading } from '../../../../server/features/teams/team-readings.schemas.ts';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { del, errorSentence, post } from '../../api.ts';
import { showMessage } from '../../parts/messages.ts';
import { refreshTeamReadings, type TeamReading } from './team-readings.queries.ts';

/** Takes a blog off a team's list; undo puts it there again, with its day and word. */
export function useTakeOff({ id, name }: Pick<TeamAnswer, 'id' | 'name'>): (reading: TeamReading) => Promise<void> {
  const client = useQueryClient();
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      showMessage({ text: errorSentence(error), isError: true });
    }
    await refreshTeamReadings(client);
  };
  return ({ blog, dueOn, word }) =>
    attempt(async () => {
      await del(`/teams/${id}/readings/${blog.id}`);
      const again: NewTeamReading = { blogId: blog.id, dueOn, word };
      const undo = () => void attempt(() => post(`/teams/${id}/readings`, again));
      showMessage({ text: `Taken off the list of “${name}”: ${blog.title}`, undo });
    });
}
