import { CloseButton, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { sayNumber } from './plural.ts';
import { SearchField } from './search-field.tsx';
import styles from './toolbar.module.css';
import { useCurrentInSight } from './use-current-in-sight.ts';

interface Tab<T> {
  value: T;
  label: string;
  count?: number;
}

interface Props<T extends string, S extends string> {
  tabs?: { label: string; items: Tab<T>[]; value: T; onChange: (value: T) => void };
  search?: { label: string; value: string | undefined; onChange: (value: string | undefined) => void };
  /** The filters that are on; each can be taken away. */
  chips?: { label: string; clear: () => void }[];
  sort?: { items: { value: S; label: string }[]; value: S; onChange: (value: S) => void };
  /** More controls, before the sort: a filter button. */
  children?: ReactNode;
}

/** What stays in sight above a list: tabs with counts, search, filters as chips, sort. Leave out what a list does not have. */
export function Toolbar<T extends string, S extends string>({ tabs, search, chips = [], sort, children }: Props<T, S>) {
  const row = useCurrentInSight<HTMLFieldSetElement>(tabs?.value ?? '');
  return (
    <div className={styles.toolbar}>
      {tabs && (
        <fieldset ref={row} className={styles.tabs} aria-label={tabs.label}>
          {tabs.items.map(({ value, label, count }) => (
            <button
              key={value}
              type="button"
              className={styles.tab}
              aria-pressed={value === tabs.value}
              onClick={() => tabs.onChange(value)}
            >
              {label}
              {count !== undefined && <span className={styles.count}>{sayNumber(count)}</span>}
            </button>
          ))}
        </fieldset>
      )}
      <div className={styles.controls}>
        {search && <SearchField {...search} />}
        {children}
        {sort && (
          <NativeSelect
            aria-label="Sort"
            data={sort.items}
            value={sort.value}
            onChange={(event) => sort.onChange(event.currentTarget.value as S)}
          />
        )}
      </div>
      {chips.length > 0 && (
        <ul className={styles.chips} aria-label="Filters">
          {chips.map(({ label, clear }) => (
            <li key={label} className={styles.chip}>
              {label}
              <CloseButton size="sm" aria-label={`Remove filter ${label}`} onClick={clear} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
