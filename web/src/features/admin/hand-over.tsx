import { Button, Group, Stack } from '@mantine/core';
import { CopyField } from '../../parts/copy-field.tsx';
import styles from './dialog.module.css';

interface Props {
  username: string;
  password: string;
  onClose: () => void;
}

/** What an admin passes on to somebody whose password he has just set. */
export function HandOver({ username, password, onClose }: Props) {
  return (
    <>
      <Stack gap="xs">
        <p className={styles.text}>
          Pass these on. The password is shown only now; it can be changed under Settings, Password.
        </p>
        <CopyField label="E-mail" value={username} />
        <CopyField label="Password" value={password} />
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose} autoFocus>
          Done
        </Button>
      </Group>
    </>
  );
}
