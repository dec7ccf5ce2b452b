import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MarkedAnswer } from '../../../../server/features/notes/marked.schemas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { plural } from '../../parts/plural.ts';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { teamQuery } from '../teams/teams.queries.ts';
import { NoteCard } from './note-card.tsx';
import { type NoteDialog, NoteDialogs } from './note-dialogs.tsx';
import { teamMarkedQuery } from './notes.queries.ts';
import styles from './team-marked.module.css';

const route = getRouteApi('/inside/teams/$id/marked');

/** What the members of a team marked this week, the most marked first. */
export function TeamMarkedScreen() {
  const { id } = route.useParams();
  const [dialog, setDialog] = useState<NoteDialog>();
  const [talking, setTalking] = useState<number>();
  const { data: team } = useQuery(teamQuery(id));
  const list = useInfiniteQuery(teamMarkedQuery(id));
  const notes = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title="Marked this week">
      <p className={styles.facts}>
        By the members of{' '}
        <Link to="/teams/$id" params={{ id }} className={styles.team}>
          {team?.name ?? 'the team'}
        </Link>
        , the most marked first
      </p>
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !notes.length && (
        <EmptyState text="Nobody in the team has marked a note in the last seven days." />
      )}
      {notes.length > 0 && (
        <ol className={styles.list} aria-label="Marked this week">
          {notes.map((note) => (
            <li key={note.id}>
              <p className={styles.by}>{sayWho(note)}</p>
              <NoteCard
                note={note}
                isWhole={false}
                isOpen={talking === note.id}
                toggle={() => setTalking(talking === note.id ? undefined : note.id)}
                open={setDialog}
              />
            </li>
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          Show more
        </Button>
      )}
      <NoteDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  );
}

/** "Marked by Ada and Matti", "Marked by Ada, Matti, Åsa and 3 more". */
function sayWho({ marks, markedBy }: MarkedAnswer): string {
  const names = markedBy.slice(0, 3).map(({ name }) => name);
  const more = marks - names.length;
  const all = more > 0 ? [...names, plural(more, 'more person', 'more people')] : names;
  return `Marked by ${new Intl.ListFormat('en').format(all)}`;
}
