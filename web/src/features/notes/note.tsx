import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { NoteCard } from './note-card.tsx';
import { type NoteDialog, NoteDialogs } from './note-dialogs.tsx';
import { noteQuery } from './notes.queries.ts';

const route = getRouteApi('/inside/notes/$id');

/** One note with the whole conversation: where a link to a note leads. */
export function NoteScreen() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<NoteDialog>();
  const [isOpen, setOpen] = useState(true);
  const { data: note, error, refetch } = useQuery({ ...noteQuery(id), enabled: id > 0 });
  const isMissing = !id || (error instanceof ApiError && error.status === 404);

  return (
    <Page title={note && !isMissing ? `Note by ${note.user.name}` : 'Note'}>
      {isMissing && (
        <EmptyState text="There is no note at this address that you may see. Its author may have deleted it or closed it.">
          <Button onClick={() => navigate({ to: '/notes', search: { tab: 'all' } })}>Show all notes</Button>
        </EmptyState>
      )}
      {!note && !error && !isMissing && <RowSkeletons count={3} />}
      {error && !note && !isMissing && <ErrorState error={error} retry={refetch} />}
      {note && !isMissing && (
        <NoteCard note={note} isWhole isOpen={isOpen} toggle={() => setOpen(!isOpen)} open={setDialog} />
      )}
      <NoteDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  );
}
