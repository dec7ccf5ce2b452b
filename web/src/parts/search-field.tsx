import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys.ts';
import { ICON } from '../theme.ts';
import styles from './toolbar.module.css';

interface Props {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Searches while one types, after a pause of 200 ms; `/` leads here, Escape empties it and leads out. */
export function SearchField({ label, value = '', onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const router = useRouter();
  // Who has gone elsewhere in the pause, or is on the way, is not fetched back.
  const tell = useDebouncedCallback((next: string, page: string) => {
    if (router.latestLocation.pathname === page) onChange(next.trim() || undefined);
  }, 200);
  useKeys('Search', [{ key: '/', label: 'Search', run: () => input.current?.focus() }]);

  // An address that changed by itself (back, a link) wins, but not while one types.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value);
  }, [value]);

  const type = (next: string) => {
    setText(next);
    tell(next, router.latestLocation.pathname);
  };
  return (
    <TextInput
      ref={input}
      className={styles.search}
      aria-label={label}
      placeholder={label}
      type="text"
      inputMode="search"
      leftSection={<IconSearch {...ICON} />}
      rightSection={text && <CloseButton size="sm" aria-label="Empty the search" onClick={() => type('')} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        type('');
        input.current?.blur();
      }}
    />
  );
}
