import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../../keys.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { ICON } from '../../theme.ts';
import { useOpenBlog } from '../blogs/blog-link.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { type NoteDialog, NoteDialogs } from './note-dialogs.tsx';
import { NoteList } from './note-list.tsx';
import { notesQuery } from './notes.queries.ts';
import { NotesCount } from './notes-count.tsx';
import { NotesEmpty } from './notes-empty.tsx';
import { filtersOf, type NotesSearch } from './notes-search.ts';
import { TeamFilter } from './team-filter.tsx';

const TABS: { value: NonNullable<NotesSearch['tab']>; label: string }[] = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'All' },
  { value: 'mentions', label: 'Mentions' },
  { value: 'marked', label: 'Marked' },
  { value: 'important', label: 'Important' },
];

const route = getRouteApi('/inside/notes');

/** Notes of every blog and of none. */
export function NotesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const openBlog = useOpenBlog();
  const [dialog, setDialog] = useState<NoteDialog>();
  const tab = search.tab ?? 'mine';
  const list = useInfiniteQuery(notesQuery(filtersOf(search, viewer.id)));
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const notes = tab === 'marked' ? all.filter(({ marked }) => marked) : all; // one whose mark was taken back goes at once

  const change = (part: NotesSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: 'search' in part });
  const write = () => setDialog({ kind: 'write' });
  useKeys('This screen', [{ key: 'n', label: 'Write a note', run: write }]);
  const isNarrowed = Boolean(search.search || search.team || (search.user && tab !== 'mine'));
  const author = { label: `By ${all[0]?.user.name ?? 'one person'}`, clear: () => change({ user: undefined }) };

  return (
    <Page
      title="Notes"
      action={
        <Button leftSection={<IconPlus {...ICON} />} onClick={write}>
          Write a note
        </Button>
      }
    >
      <Toolbar
        tabs={{
          label: 'Which notes',
          items: TABS,
          value: tab,
          onChange: (value) => change(value === 'mine' ? { tab: undefined, user: undefined } : { tab: value }),
        }}
        search={{ label: 'Search notes', value: search.search, onChange: (text) => change({ search: text }) }}
        chips={search.user && tab !== 'mine' ? [author] : []}
      >
        <TeamFilter value={search.team} onChange={(team) => change({ team })} />
      </Toolbar>
      <NotesCount count={list.isSuccess ? notes.length : undefined} hasMore={list.hasNextPage} />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !notes.length && !list.hasNextPage && (
        <NotesEmpty tab={tab} isNarrowed={isNarrowed} change={change} write={write} />
      )}
      {(notes.length > 0 || list.hasNextPage) && (
        <NoteList
          key={tab}
          label="Notes"
          notes={notes}
          keys={[{ key: 'o', label: 'Open its blog', run: ({ blogId }) => blogId && openBlog({ id: blogId }) }]}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
          open={setDialog}
        />
      )}
      <NoteDialogs dialog={dialog} team={search.team} onClose={() => setDialog(undefined)} />
    </Page>
  );
}
