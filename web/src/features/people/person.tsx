import { Button } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ApiError } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { usePages } from '../../shell/pages.ts';
import { ICON } from '../../theme.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { personQuery } from './people.queries.ts';
import { PersonBlogs } from './person-blogs.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonNotes } from './person-notes.tsx';

const route = getRouteApi('/inside/people/$id');

/** One person: what he added, what he wrote for others to see, where he belongs. */
export function PersonScreen() {
  const { id } = route.useParams();
  const { tab = 'blogs' } = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const viewer = useViewer();
  const { data: person, error, isPending, refetch } = useQuery(personQuery(id));

  if (!person) {
    const isMissing = error instanceof ApiError && (error.status === 404 || error.status === 400);
    return (
      <Page title="Person">
        {isPending && <RowSkeletons />}
        {isMissing && (
          <EmptyState text="There is nobody at this address; the account may be disabled.">
            <Button onClick={() => goTo({ to: '/people' })}>Show who is here</Button>
          </EmptyState>
        )}
        {error && !isMissing && <ErrorState error={error} retry={refetch} />}
      </Page>
    );
  }

  const isMe = person.id === viewer.id;
  return (
    <Page title={person.name} action={isMe && <SettingsButton />}>
      <PersonFacts person={person} isMe={isMe} />
      <Toolbar
        tabs={{
          label: 'What to show',
          items: [
            { value: 'blogs', label: 'Blogs' },
            { value: 'notes', label: isMe ? 'Notes' : 'Shared notes' },
          ],
          value: tab,
          onChange: (next) => void navigate({ search: { tab: next === 'notes' ? 'notes' : undefined } }),
        }}
      />
      {tab === 'blogs' ? <PersonBlogs person={person} isMe={isMe} /> : <PersonNotes person={person} isMe={isMe} />}
    </Page>
  );
}

/** The way to one's settings, where this client has such a page. */
function SettingsButton() {
  const settings = usePages().find(({ to }) => to === '/settings');
  const navigate = useNavigate();
  if (!settings) return null;
  return (
    <Button variant="default" leftSection={<IconSettings {...ICON} />} onClick={() => navigate({ to: settings.to })}>
      Settings
    </Button>
  );
}
