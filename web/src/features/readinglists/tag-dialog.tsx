import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { Button, Group, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import type { Reading } from './readinglists.queries.ts';
import styles from './tag-dialog.module.css';
import { MOST_CHARACTERS, tagsQuery } from './tags.queries.ts';
import { useSetTags } from './use-set-tags.ts';

const MOST_TAGS = 20;

/** The tags of one's own entry: taken from those that one has, or typed anew. */
export default function TagDialog({ reading, onClose }: { reading: Reading; onClose: () => void }) {
  const { data: known = [] } = useQuery(tagsQuery);
  const [tags, setTags] = useState(reading.tags);
  const setTagsOf = useSetTags();
  const save = () => {
    if (tags.join('\n') !== reading.tags.join('\n')) setTagsOf(reading, tags);
    onClose();
  };
  return (
    <Dialog title={`Tags on “${reading.blog.title}”`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TagsInput
          label="Tags"
          classNames={{ inputField: styles.field }}
          description="Only you see them. Enter or a comma ends one."
          data={known.map(({ name }) => name)}
          value={tags}
          onChange={(given) => setTags(partTags(given))}
          maxTags={MOST_TAGS}
          maxLength={MOST_CHARACTERS}
          limit={6}
          withScrollArea={false}
          comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Save</Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** What is put in whole, by pasting or on leaving the field, is parted at commas like what is typed. */
function partTags(given: string[]): string[] {
  const tags = given.flatMap((tag) => tag.split(',')).map((tag) => tag.trim());
  return [...new Map(tags.filter(Boolean).map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, MOST_TAGS);
}
