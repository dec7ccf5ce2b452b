import { TextInput } from '@mantine/core';

/** The day and the word that a blog has on a team's list. */
export function ReadingFields({ dueOn, word }: { dueOn?: string | null; word?: string | null }) {
  return (
    <>
      <TextInput
        label="Read by"
        name="dueOn"
        type="date"
        min="1900-01-01"
        max="2999-12-31"
        defaultValue={dueOn ?? ''}
        description="If the team should have read it by a day"
      />
      <TextInput label="A word why" name="word" maxLength={500} defaultValue={word ?? ''} />
    </>
  );
}

/** What these fields say, as the API takes it: what is empty is none. */
export function readFields(fields: FormData): { dueOn: string | null; word: string | null } {
  const text = (name: string) => String(fields.get(name) ?? '').trim() || null;
  return { dueOn: text('dueOn'), word: text('word') };
}
