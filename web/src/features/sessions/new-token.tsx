import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewToken, SessionAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { SESSIONS_KEY } from './session-list.queries.ts';

/** Makes an API token and shows it, this once. */
export default function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const [token, setToken] = useState<string>();
  return (
    <Dialog title={token ? 'Your new API token' : 'New API token'} onClose={onClose} isFirm={Boolean(token)}>
      {token ? <ShownOnce token={token} onClose={onClose} /> : <TokenForm show={setToken} onClose={onClose} />}
    </Dialog>
  );
}

function TokenForm({ show, onClose }: { show: (token: string) => void; onClose: () => void }) {
  const client = useQueryClient();
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    const { token } = await post<SessionAnswer & { token: string }>('/sessions', readToken(fields));
    show(token);
    await client.invalidateQueries({ queryKey: SESSIONS_KEY });
  });
  return (
    <form ref={form} onSubmit={onSubmit}>
      <Stack gap="md">
        <TextInput
          label="What it is for"
          placeholder="Backup script"
          name="label"
          required
          maxLength={200}
          data-autofocus
        />
        <TextInput
          label="Last day (optional)"
          description="Without one it lives on as long as it is used, like a login."
          name="lastDay"
          type="date"
          min={dayOf(new Date())}
          max="9999-12-31"
        />
      </Stack>
      <FormError text={error ? errorSentence(error) : undefined} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy}>
          Make token
        </Button>
      </Group>
    </form>
  );
}

function ShownOnce({ token, onClose }: { token: string; onClose: () => void }) {
  const curl = `curl -H "Authorization: Bearer ${token}" ${window.location.origin}/api/readinglists`;
  return (
    <>
      <Stack gap="xs">
        <CopyField label="Token" description="It is shown only now. Keep it like a password." value={token} />
        <CopyField label="To try it in a terminal" value={curl} rows={5} />
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose} autoFocus>
          Done
        </Button>
      </Group>
    </>
  );
}

function readToken(fields: FormData): NewToken {
  const lastDay = String(fields.get('lastDay'));
  const expiresAt = lastDay ? new Date(`${lastDay}T23:59:59`).toISOString() : undefined; // the end of that day, here
  return { label: String(fields.get('label')), expiresAt };
}

/** The day of a time as a date field wants it, by the clock on the wall. */
function dayOf(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
