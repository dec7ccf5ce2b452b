import { Autocomplete, Button, Checkbox, Group, NumberInput, Popover, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { MOST_CHARACTERS, tagsQuery } from '../readinglists/tags.queries.ts';
import styles from './blog-filter.module.css';
import type { OwnSearch } from './blog-search.ts';
import { authorNamesQuery } from './blogs.queries.ts';

interface Props {
  target: ReactNode;
  value: OwnSearch;
  onChange: (part: OwnSearch) => void;
  hasOwn: boolean;
  onClose: () => void;
}

/** Author and year of the blogs to show; on one's own list also tag and star. */
export default function BlogFilterForm({ target, value, onChange, hasOwn, onClose }: Props) {
  const { data: authors = [] } = useQuery(authorNamesQuery);
  const [author, setAuthor] = useState(value.author ?? '');
  const [year, setYear] = useState<string | number>(value.year ?? '');
  const { data: tags = [] } = useQuery({ ...tagsQuery, enabled: hasOwn });
  const [tag, setTag] = useState(value.tag ?? '');
  const [starred, setStarred] = useState(value.starred ?? false);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const own = hasOwn && { tag: tag.trim() || undefined, starred: starred || undefined };
    onChange({ author: author.trim() || undefined, year: typeof year === 'number' ? year : undefined, ...own });
    onClose();
  };
  return (
    <Popover opened onDismiss={onClose} position="bottom-end" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown aria-label="Filter">
        <form onSubmit={apply}>
          <Stack gap="sm">
            <Autocomplete
              label="Author"
              placeholder="Anybody"
              data={authors}
              limit={6}
              openOnFocus={false}
              withScrollArea={false}
              value={author}
              onChange={setAuthor}
              comboboxProps={{ withinPortal: false }}
              data-autofocus
            />
            <NumberInput
              label="Year"
              placeholder="Any"
              min={1991}
              max={new Date().getFullYear()}
              allowDecimal={false}
              value={year}
              onChange={setYear}
            />
            {hasOwn && (
              <>
                <Autocomplete
                  label="Tag"
                  placeholder="Any"
                  data={tags.map(({ name }) => name)}
                  limit={6}
                  openOnFocus={false}
                  withScrollArea={false}
                  maxLength={MOST_CHARACTERS}
                  value={tag}
                  onChange={setTag}
                  comboboxProps={{ withinPortal: false }}
                />
                {tags.length > 0 && (
                  <Link to="/settings/tags" className={styles.manage}>
                    Manage tags
                  </Link>
                )}
                <Checkbox
                  label="Only starred"
                  checked={starred}
                  onChange={(event) => setStarred(event.currentTarget.checked)}
                />
              </>
            )}
            <Group justify="flex-end">
              <Button type="submit">Show</Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
