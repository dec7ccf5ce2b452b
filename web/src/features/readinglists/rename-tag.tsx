import { useState } from 'react';
import { NameForm } from '../../parts/name-form.tsx';
import styles from './rename-tag.module.css';
import { MOST_CHARACTERS, type Tag } from './tags.queries.ts';
import { findOtherTag, useRenameTag } from './use-rename-tag.ts';

/** Calls a tag something else; where that is another one's name, asks first. */
export default function RenameTag({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const renameTag = useRenameTag();
  const [other, setOther] = useState<string>();
  const rename = async (wanted: string) => {
    const found = other ? undefined : await findOtherTag(tag, wanted);
    if (found) return setOther(found);
    if (wanted !== tag.name) await renameTag(tag, other ?? wanted, Boolean(other));
    onClose();
  };
  return (
    <NameForm
      title={`Rename the tag “${tag.name}”`}
      name={tag.name}
      most={MOST_CHARACTERS}
      submit={other ? 'Merge tags' : 'Rename'}
      onSubmit={rename}
      onChange={() => setOther(undefined)}
      onClose={onClose}
    >
      <p role="status" className={styles.merge}>
        {other && `You have a tag “${other}” already. Both become this one; that cannot be undone.`}
      </p>
    </NameForm>
  );
}
