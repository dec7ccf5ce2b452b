import { Autocomplete, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PersonListAnswer } from '../../../../server/features/people/people.schemas.ts';
import type { MemberAnswer, NewMember, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { errorSentence, get, post } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';
import styles from './team.module.css';
import { refreshTeams } from './teams.queries.ts';

const MOST = 20; // people to pick from; some of them may belong to the team already
const ROLES = [
  { value: 'member', label: 'Member' },
  { value: 'owner', label: 'Owner' },
];

interface Props {
  team: TeamPageAnswer;
  onClose: () => void;
}

/** Takes somebody in: one types a username, or some letters of a name and picks. */
export default function AddMember({ team, onClose }: Props) {
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const people = useCandidates(team, username);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const role = new FormData(event.currentTarget).get('role') as MemberAnswer['role'];
    setBusy(true);
    try {
      const wanted: NewMember = { username: username.trim(), role };
      const { name } = await post<MemberAnswer>(`/teams/${team.id}/members`, wanted);
      await refreshTeams(client);
      showMessage({ text: `${name} belongs to “${team.name}” now.` });
      onClose();
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Add a member to “${team.name}”`} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Autocomplete
            label="Who"
            description="A username, or some letters of a name to pick from"
            required
            data={people.map((person) => person.username)}
            filter={({ options }) => options}
            renderOption={({ option }) => <Candidate person={people.find((one) => one.username === option.value)} />}
            value={username}
            onChange={setUsername}
            comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
            maxLength={254}
            data-autofocus
          />
          <NativeSelect
            label="Role"
            name="role"
            description="Owners add and remove members, rename the team and delete it"
            data={ROLES}
          />
        </Stack>
        <FormError text={problem} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Add member
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function Candidate({ person }: { person: PersonListAnswer | undefined }) {
  return (
    <div className={styles.person}>
      {person?.name}
      <span className={styles.username}>{person?.username}</span>
    </div>
  );
}

/** People whose name has these letters in it and who do not belong to the team yet. */
function useCandidates({ members }: TeamPageAnswer, letters: string): PersonListAnswer[] {
  const [name] = useDebouncedValue(letters.trim(), 150);
  const { data = [] } = useQuery({
    queryKey: ['people', 'candidates', name],
    queryFn: ({ signal }) => get<PersonListAnswer[]>('/users', { name, limit: MOST }, signal),
    placeholderData: keepPreviousData,
  });
  const taken = new Set(members.map(({ id }) => id));
  return data.filter(({ id }) => !taken.has(id));
}
