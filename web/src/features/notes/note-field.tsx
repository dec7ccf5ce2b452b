import { Button } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import { type Mentionable, MentionField } from './mention-field.tsx';
import styles from './note-field.module.css';

const Markdown = lazy(() => import('./markdown.tsx').then(({ Markdown }) => ({ default: Markdown })));

interface Props {
  value: string;
  onChange: (text: string) => void;
  mentionable?: Mentionable;
}

/** The text of a note: written as Markdown, and how it will look. */
export function NoteField({ value, onChange, mentionable }: Props) {
  const id = useId();
  const [isPreview, setPreview] = useState(false);
  return (
    <div>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          Note <span className={styles.hint}>Markdown</span>
        </label>
        <Button
          variant={isPreview ? 'light' : 'subtle'}
          size="compact-sm"
          aria-pressed={isPreview}
          onClick={() => setPreview(!isPreview)}
        >
          Preview
        </Button>
      </div>
      {/* Hidden, not taken away: the text keeps its place of writing. */}
      <div hidden={isPreview}>
        <MentionField
          id={id}
          name="content"
          maxLength={100_000}
          autosize
          minRows={8}
          maxRows={18}
          value={value}
          onChange={onChange}
          mentionable={mentionable}
          data-autofocus
        />
      </div>
      {isPreview && (
        <section className={styles.preview} aria-label="Preview">
          <Suspense>
            {value.trim() ? (
              <Markdown text={value} under={2} />
            ) : (
              <p className={styles.hint}>Nothing is written yet.</p>
            )}
          </Suspense>
        </section>
      )}
    </div>
  );
}
