import { Menu } from '@mantine/core';
import { IconMoodPlus } from '@tabler/icons-react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { IN_CONTENT } from '../../parts/in-content.ts';
import { plural, sayNumber } from '../../parts/plural.ts';
import { ICON } from '../../theme.ts';
import styles from './note-talk.module.css';
import { REACTIONS } from './reaction-kinds.ts';
import { useReact } from './use-react.ts';

/** The reactions to a note: each with its number, pressed where one's own is among them, and a menu with all of them. */
export function NoteReactions({ note, isSmall }: { note: NoteAnswer; isSmall?: boolean }) {
  const react = useReact();
  const counts = new Map(note.reactions.map((reaction) => [reaction.kind, reaction]));
  return (
    <>
      {REACTIONS.map(({ kind, label, icon: Icon }) => {
        const reaction = counts.get(kind);
        return (
          reaction && (
            <button
              key={kind}
              type="button"
              className={styles.reaction}
              aria-label={`${label}, ${plural(reaction.count, 'person', 'people')}`}
              aria-pressed={reaction.own}
              title={label}
              onClick={() => react(note, kind)}
            >
              <Icon size={16} stroke={1.5} aria-hidden />
              {sayNumber(reaction.count)}
            </button>
          )
        );
      })}
      <Menu
        position="bottom-start"
        transitionProps={{ duration: 0 }}
        portalProps={IN_CONTENT}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <button type="button" className={styles.action} aria-label="React" title={isSmall ? 'React' : undefined}>
            <IconMoodPlus size={16} stroke={1.5} aria-hidden />
            {!isSmall && 'React'}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {REACTIONS.map(({ kind, label, icon: Icon }) => (
            <Menu.Item key={kind} leftSection={<Icon {...ICON} />} onClick={() => react(note, kind)}>
              {counts.get(kind)?.own ? `Take “${label}” back` : label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
