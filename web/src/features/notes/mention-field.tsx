import { Popover, Textarea, type TextareaProps, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MentionableAnswer } from '../../../../server/features/notes/conversation.schemas.ts';
import { get } from '../../api.ts';
import { plural } from '../../parts/plural.ts';
import { type MentionAt, mentionAt } from './mention-at.ts';
import styles from './mention-field.module.css';

const MOST = 6;

/** Who may be mentioned: everybody, the members of a team, or who may see a note. */
export type Mentionable = { team?: number; note?: number };

interface Props extends Omit<TextareaProps, 'value' | 'onChange'> {
  value: string;
  onChange: (text: string) => void;
  /** Nobody when left out. */
  mentionable?: Mentionable;
}

/** A field for Markdown that offers people behind an @. The focus stays in the text; the arrows move through the people. */
export function MentionField({ value, onChange, mentionable, onKeyDown, ...props }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [at, setAt] = useState<MentionAt>();
  const [refused, setRefused] = useState<number>(); // where an @ stands that is to be left alone
  const [active, setActive] = useState(0);
  const people = useMentionable(mentionable, at?.search);
  const isOpen = at !== undefined && at.start !== refused && people.length > 0;
  const current = Math.min(active, people.length - 1);

  const look = (text: string, caret: number) => {
    const next = mentionAt(text, caret);
    setAt(next);
    setActive(0);
    if (next?.start !== refused) setRefused(undefined);
  };
  const pick = ({ written }: MentionableAnswer) => {
    if (!at || !field.current) return;
    const before = `${value.slice(0, at.start)}@${written} `;
    flushSync(() => onChange(before + value.slice(at.start + 1 + at.search.length).replace(/^ /, '')));
    field.current.setSelectionRange(before.length, before.length);
    setAt(undefined);
    setRefused(at.start);
  };
  const move = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const person = people[current];
    if (event.key === 'ArrowDown') setActive((current + 1) % people.length);
    else if (event.key === 'ArrowUp') setActive((current + people.length - 1) % people.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) pick(person);
    else if (event.key === 'Escape') setRefused(at.start);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Popover
      opened={isOpen}
      position="bottom-start"
      width="target"
      withinPortal={false}
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Textarea
          {...props}
          ref={field}
          value={value}
          onChange={({ currentTarget: { value: text, selectionStart } }) => {
            onChange(text);
            look(text, selectionStart);
          }}
          onKeyDown={move}
          onBlur={() => setAt(undefined)}
          aria-autocomplete={mentionable && 'list'}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${current}` : undefined}
          data-mantine-stop-propagation={isOpen || undefined} // Escape closes the people, not the dialog
        />
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown}>
        <div role="listbox" id={listId} aria-label="People to mention">
          {people.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              key={person.id}
              role="option"
              id={`${listId}-${index}`}
              tabIndex={-1}
              aria-selected={index === current}
              className={styles.person}
              onPointerDown={(event) => event.preventDefault()} // the text keeps the focus
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(person)}
            >
              {person.name} <span className={styles.username}>{person.username}</span>
            </div>
          ))}
        </div>
      </Popover.Dropdown>
      <VisuallyHidden role="status">
        {isOpen && `${plural(people.length, 'person', 'people')} to mention; arrows to move, Enter to pick`}
      </VisuallyHidden>
    </Popover>
  );
}

function useMentionable(mentionable: Mentionable | undefined, typed: string | undefined): MentionableAnswer[] {
  const [search] = useDebouncedValue(typed?.trim(), 120);
  const isAsked = mentionable !== undefined && typed !== undefined && search !== undefined;
  const { data = [] } = useQuery({
    queryKey: ['mentions', mentionable, search],
    queryFn: ({ signal }) => get<MentionableAnswer[]>('/mentions', { ...mentionable, search, limit: MOST }, signal),
    enabled: isAsked,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const begin = typed?.trim().toLowerCase() ?? '';
  return isAsked ? data.filter((person) => fits(person, begin)) : [];
}

/** What was found for fewer letters is narrowed at once. */
function fits({ name, username }: MentionableAnswer, begin: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith(begin) || lower.includes(` ${begin}`) || username.toLowerCase().startsWith(begin);
}
