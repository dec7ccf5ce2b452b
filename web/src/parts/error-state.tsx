import { Button } from '@mantine/core';
import { errorSentence } from '../api.ts';
import styles from './states.module.css';

/** What went wrong, and a way to try again; without `retry` where the same would only go wrong again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <p className={styles.text}>{errorSentence(error)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
