import { Button, Group, NativeSelect, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import type { NewTeamReading, TeamReadingAnswer } from '../../../../server/features/teams/team-readings.schemas.ts';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { del, errorSentence, get, post } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';
import { useSubmit } from '../../parts/use-submit.ts';
import { ReadingFields, readFields } from './reading-fields.tsx';
import { refreshTeamReadings } from './team-readings.queries.ts';
import { teamsQuery } from './teams.queries.ts';

const MOST = 6; // blogs to pick from, few enough to be seen at once

/** A blog of the library; id 0 stands for the page at an address, which is saved first. */
type Picked = Pick<BlogAnswer, 'id' | 'title'>;

type Option = Pick<BlogAnswer, 'id' | 'title' | 'author'>;

interface Props {
  /** The one that is known already; the other is picked. */
  blog?: Picked;
  team?: Pick<TeamAnswer, 'id' | 'name'>;
  onClose: () => void;
}

/** Puts a blog on a team's list, with a day and a word: a blog picked for this team, or a team picked for this blog. */
export default function ShareBlog({ blog, team, onClose }: Props) {
  const client = useQueryClient();
  const { data: teams } = useQuery({ ...teamsQuery, enabled: !team });
  const mine = teams?.filter(({ role }) => role);
  const [picked, setPicked] = useState<Picked | undefined>(blog);
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    const into = team ?? mine?.find(({ id }) => id === Number(fields.get('team')));
    if (!into || !picked) return;
    const at = `/teams/${into.id}/readings`;
    const which: NewTeamReading = picked.id ? { blogId: picked.id } : { url: picked.title };
    const { blog: put } = await post<TeamReadingAnswer>(at, { ...which, ...readFields(fields) });
    const undo = () => void del(`${at}/${put.id}`).then(() => refreshTeamReadings(client), tell);
    showMessage({ text: `Put on the list of “${into.name}”: ${put.title}`, undo });
    await refreshTeamReadings(client);
    onClose();
  });
  if (!team && mine?.length === 0)
    return (
      <Dialog title="Put on a team’s list" onClose={onClose}>
        You belong to no team yet. An owner takes you in, or you found one under Teams.
      </Dialog>
    );
  return (
    <Dialog title={team ? `Add a blog for “${team.name}”` : `Put “${blog?.title}” on a team’s list`} onClose={onClose}>
      <form ref={form} onSubmit={onSubmit}>
        <Stack gap="md">
          {!team && (
            <NativeSelect
              label="Team"
              name="team"
              data={mine?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
              data-autofocus
            />
          )}
          {!blog && <BlogPicker onPick={setPicked} />}
          <ReadingFields />
        </Stack>
        <FormError text={error ? errorSentence(error) : undefined} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy} disabled={!picked || (!team && !mine)}>
            Put on the list
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Finds a blog of the library by some letters of its title or author, or takes the address of a page. */
function BlogPicker({ onPick }: { onPick: (blog: Picked | undefined) => void }) {
  const [letters, setLetters] = useState('');
  const [picked, setPicked] = useState<Option>();
  const [search] = useDebouncedValue(letters.trim(), 150);
  const { data = [] } = useQuery({
    queryKey: ['blogs', 'candidates', search],
    queryFn: ({ signal }) =>
      get<BlogAnswer[]>('/blogs', { search: search.slice(0, 200), limit: MOST, sort: 'newest' }, signal),
    placeholderData: keepPreviousData,
  });
  const address = /^https?:\/\/\S+\.\S/.test(search) ? [{ id: 0, title: search, author: null }] : [];
  // What was picked stays among them, whatever is searched for after it.
  const blogs: Option[] = [...(picked ? [picked] : []), ...[...address, ...data].filter(({ id }) => id !== picked?.id)];
  return (
    <Select
      label="Blog"
      description="Some letters of a title or an author in the library, or the address of a page"
      required
      searchable
      data={blogs.map(({ id, title, author }) => ({
        value: String(id),
        label: author ? `${title} · ${author}` : title,
      }))}
      filter={({ options }) => options}
      // Both held here: left to itself the part forgets what was typed as soon as other options arrive.
      value={picked ? String(picked.id) : null}
      searchValue={letters}
      onSearchChange={setLetters}
      onChange={(id) => {
        const chosen = blogs.find((one) => String(one.id) === id);
        setPicked(chosen);
        onPick(chosen);
      }}
      withScrollArea={false} // a list that scrolls would have to be reached by Tab, which a list of options may not be
      nothingFoundMessage="Nothing in the library fits. Paste the address of the page."
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      data-autofocus
    />
  );
}

function tell(error: unknown): void {
  showMessage({ text: errorSentence(error), isError: true });
}
