import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import styles from './activity.module.css';
import { digestQuery } from './activity.queries.ts';

/** Whether one wants what is new once a week by mail; not there where the server sends no mail. */
export function WeeklyMail() {
  const { data } = useQuery(digestQuery);
  const choose = useOptimistic<boolean>({
    send: (on) => put('/digest', { on }),
    patch: (client, on) => {
      const set = (value: boolean) => client.setQueryData(digestQuery.queryKey, (now) => now && { ...now, on: value });
      set(on);
      return () => set(!on);
    },
    touches: [[...digestQuery.queryKey]],
    failed: 'Your choice was not kept',
  });
  if (!data?.available) return null;
  return (
    <Switch
      className={styles.mail}
      label="Send me once a week what is new, by mail"
      checked={data.on}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
