import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ICON } from '../theme.ts';
import styles from './copy-field.module.css';

interface Props {
  label: string;
  value: string;
  description?: string;
  /** More than one line. */
  rows?: number;
}

/** Text to take away: to read, to select, and to copy with a button. */
export function CopyField({ label, value, description, rows }: Props) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [state, setState] = useState<'copied' | 'failed'>();
  const copy = async () => {
    input.current?.select();
    setState((await copySelected(value)) ? 'copied' : 'failed');
  };
  const Field = rows ? Textarea : TextInput;
  return (
    <div>
      <Field
        ref={input}
        label={label}
        description={description}
        value={value}
        rows={rows}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        rightSectionWidth={44}
        rightSection={
          <ActionIcon variant="subtle" size="lg" aria-label={`Copy: ${label}`} title="Copy" onClick={copy}>
            {state === 'copied' ? <IconCheck {...ICON} /> : <IconCopy {...ICON} />}
          </ActionIcon>
        }
      />
      <div role="status" className={styles.state}>
        {state && SENTENCES[state]}
      </div>
    </div>
  );
}

const SENTENCES = { copied: 'Copied.', failed: 'The browser did not copy it. It is selected: press Ctrl-C.' };

/** Copies what is selected. A page that came over plain http from another machine has no clipboard but the old command. */
async function copySelected(text: string): Promise<boolean> {
  const isWritten = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return isWritten || document.execCommand('copy');
}
