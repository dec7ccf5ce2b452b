import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ICON } from '../../theme.ts';
import styles from './blog-filter.module.css';
import type { OwnSearch } from './blog-search.ts';

const BlogFilterForm = lazy(() => import('./blog-filter-form.tsx'));

interface Props {
  value: OwnSearch;
  onChange: (part: OwnSearch) => void;
  /** Whether it is one's own list, with star and tags. */
  hasOwn?: boolean;
}

/** The button that opens the filters of a list of blogs. */
export function BlogFilter({ value, onChange, hasOwn = false }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button
      variant="default"
      className={styles.button}
      aria-label="Filter"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      <IconFilter {...ICON} />
      <span className={styles.label}>Filter</span>
    </Button>
  );
  if (!isOpen) return button;
  return (
    <Suspense fallback={button}>
      <BlogFilterForm
        target={button}
        value={value}
        onChange={onChange}
        hasOwn={hasOwn}
        onClose={() => setOpen(false)}
      />
    </Suspense>
  );
}
