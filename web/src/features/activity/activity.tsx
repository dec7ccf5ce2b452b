import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../parts/page.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { teamsQuery } from '../teams/teams.queries.ts';
import { Notifications } from './notifications.tsx';
import { TeamActivity } from './team-activity.tsx';
import { WeeklyMail } from './weekly-mail.tsx';

const route = getRouteApi('/inside/activity');

/** What concerns one, and what happened in each of one's teams. */
export function ActivityScreen() {
  const { team } = route.useSearch();
  const navigate = route.useNavigate();
  const teams = (useQuery(teamsQuery).data ?? []).filter(({ role, id }) => role || id === team);
  return (
    <Page title="Activity">
      {teams.length > 0 && (
        <Toolbar
          tabs={{
            label: 'Whose activity',
            items: [
              { value: 'mine', label: 'For you' },
              ...teams.map(({ id, name }) => ({ value: String(id), label: name })),
            ],
            value: team ? String(team) : 'mine',
            onChange: (value) => void navigate({ search: { team: value === 'mine' ? undefined : Number(value) } }),
          }}
        />
      )}
      {team ? (
        <TeamActivity team={team} />
      ) : (
        <>
          <WeeklyMail />
          <Notifications />
        </>
      )}
    </Page>
  );
}
