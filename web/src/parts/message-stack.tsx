import { ActionIcon, Button } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { ICON } from '../theme.ts';
import styles from './message-stack.module.css';
import { hideMessage, useMessages } from './messages.ts';

/** Where messages appear. It stands in the page from the start, so that screen readers hear what comes into it. */
export function MessageStack() {
  const messages = useMessages();
  return (
    <section className={styles.stack} aria-live="polite" aria-label="Messages">
      {messages.map(({ id, text, undo, isError }) => (
        <div key={id} className={styles.message} role={isError ? 'alert' : undefined}>
          {isError && <IconAlertCircle {...ICON} className={styles.icon} />}
          <span className={styles.text}>{text}</span>
          {undo && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                hideMessage(id);
                undo();
              }}
            >
              Undo
            </Button>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label="Close message" onClick={() => hideMessage(id)}>
            <IconX {...ICON} />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
}
