import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  NewInvitation,
  NewInvitationAnswer,
} from '../../../../server/features/invitations/invitations.schemas.ts';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { invitationsQuery } from './invitations.queries.ts';

const DAY_MS = 86_400_000;
const ROLES = [
  { value: 'member', label: 'Member' },
  { value: 'owner', label: 'Owner' },
];
const DAYS = [
  { value: '1', label: 'After a day' },
  { value: '7', label: 'After a week' },
  { value: '30', label: 'After 30 days' },
  { value: '', label: 'Never' },
];
const USES = [
  { value: '1', label: 'One person' },
  { value: '5', label: '5 people' },
  { value: '25', label: '25 people' },
  { value: '', label: 'Any number' },
];

interface Props {
  team: TeamAnswer;
  onClose: () => void;
}

/** Makes a link into a team, and shows it: the one time that it can be read. */
export default function Invite({ team, onClose }: Props) {
  const client = useQueryClient();
  const [made, setMade] = useState<NewInvitationAnswer>();
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    setMade(await post<NewInvitationAnswer>(`/teams/${team.id}/invitations`, readWanted(fields)));
    await client.invalidateQueries({ queryKey: invitationsQuery(team.id).queryKey });
  });
  if (made)
    return (
      <Dialog title={`A link into “${team.name}”`} onClose={onClose} isFirm>
        <CopyField
          label="Link"
          value={`${window.location.origin}/invite/${made.token}`}
          description="Send it to whom you invite. It is shown this once."
        />
        <Group justify="flex-end" mt="lg">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Dialog>
    );
  return (
    <Dialog title={`Invite to “${team.name}”`} onClose={onClose}>
      <form ref={form} onSubmit={onSubmit}>
        <Stack gap="md">
          <NativeSelect label="Role" name="role" data={ROLES} data-autofocus />
          <NativeSelect label="For" name="uses" data={USES} />
          <NativeSelect label="Ends" name="days" data={DAYS} defaultValue="7" />
        </Stack>
        <FormError text={error ? errorSentence(error) : undefined} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Make a link
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function readWanted(fields: FormData): NewInvitation {
  const [days, uses] = [Number(fields.get('days')), Number(fields.get('uses'))];
  return {
    role: fields.get('role') as NewInvitation['role'],
    maxUses: uses || null,
    expiresAt: days ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
  };
}
