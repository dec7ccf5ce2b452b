import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useKeys } from '../../keys.ts';
import { ICON } from '../../theme.ts';
import { authorsQuery } from '../authors/authors.queries.ts';
import { tagsQuery } from '../readinglists/tags.queries.ts';
import { teamsQuery } from '../teams/teams.queries.ts';
import { lastPart, offersFor, take } from './filters.ts';
import styles from './search-box.module.css';

interface Props {
  value: string;
  onChange: (value: string | undefined) => void;
}

/**
 * The one box of the search: words and filters. What may come next is offered under it; the down arrow leads there, Tab and
 * Enter take it. Searches after a pause of 250 ms, or at once with Enter.
 */
export function SearchBox({ value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), 250);
  useKeys('Search', [{ key: '/', label: 'Search', run: () => input.current?.focus() }]);
  const offers = offersFor(text, useValues(text));

  // An address that changed by itself (back, a link) wins, but not while one types.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value);
  }, [value]);

  const type = (next: string) => {
    setText(next);
    tell(next);
  };
  const pick = (offer: string) => {
    type(take(text, offer));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') tell.flush();
    else if (event.key === 'Escape') {
      if (text) type('');
      else input.current?.blur();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector('button')?.focus();
    }
  };
  return (
    <search className={styles.search}>
      <TextInput
        ref={input}
        aria-label="Search everything"
        placeholder="Words, “phrases”, OR, -minus, and filters"
        size="md"
        type="text"
        inputMode="search"
        spellCheck={false}
        autoFocus={!value}
        maxLength={200}
        leftSection={<IconSearch {...ICON} />}
        rightSection={text && <CloseButton size="sm" aria-label="Empty the search" onClick={() => pick('')} />}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} className={styles.offers} aria-label="Narrow the search">
        {offers.map(({ text: offer, hint }) => (
          <li key={offer}>
            <button
              type="button"
              className={styles.offer}
              onClick={() => pick(offer)}
              onKeyDown={moveAmong(input.current)}
            >
              <b>{offer}</b>
              {hint && <span className={styles.hint}>{hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}

/** What is known for the filter that is being typed; asked for only then. */
function useValues(text: string): Record<string, string[]> {
  const { name } = lastPart(text);
  const authors = useInfiniteQuery({ ...authorsQuery, enabled: name === 'author' });
  const tags = useQuery({ ...tagsQuery, enabled: name === 'tag' });
  const teams = useQuery({ ...teamsQuery, enabled: name === 'team' });
  return {
    author: authors.data?.pages.flatMap(({ items }) => items.map(({ author }) => author)) ?? [],
    tag: tags.data?.map((tag) => tag.name) ?? [],
    team: teams.data?.filter(({ role }) => role).map((team) => team.name) ?? [],
  };
}

/** The arrows lead along the offers, and up to the box. */
function moveAmong(box: HTMLInputElement | null) {
  return (event: KeyboardEvent<HTMLButtonElement>) => {
    const here = event.currentTarget.parentElement;
    const next = {
      ArrowRight: here?.nextElementSibling?.querySelector('button'),
      ArrowDown: here?.nextElementSibling?.querySelector('button'),
      ArrowLeft: here?.previousElementSibling?.querySelector('button') ?? box,
      ArrowUp: box,
      Escape: box,
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
