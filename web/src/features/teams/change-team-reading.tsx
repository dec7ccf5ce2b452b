import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { TeamReadingChange } from '../../../../server/features/teams/team-readings.schemas.ts';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { errorSentence, put } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { ReadingFields, readFields } from './reading-fields.tsx';
import { refreshTeamReadings, type TeamReading } from './team-readings.queries.ts';

interface Props {
  team: TeamAnswer;
  reading: TeamReading;
  onClose: () => void;
}

/** Changes the day and the word of a blog on a team's list. */
export default function ChangeTeamReading({ team, reading, onClose }: Props) {
  const client = useQueryClient();
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    await put(`/teams/${team.id}/readings/${reading.blog.id}`, readFields(fields) satisfies TeamReadingChange);
    await refreshTeamReadings(client);
    onClose();
  });
  return (
    <Dialog title={`“${reading.blog.title}” on the list of “${team.name}”`} onClose={onClose}>
      <form ref={form} onSubmit={onSubmit}>
        <Stack gap="md">
          <ReadingFields dueOn={reading.dueOn} word={reading.word} />
        </Stack>
        <FormError text={error ? errorSentence(error) : undefined} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Save
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
