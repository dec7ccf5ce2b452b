import { Autocomplete, Button, Group, NumberInput, Popover, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { BlogSearch } from './blog-search.ts';
import { authorNamesQuery } from './blogs.queries.ts';

interface Props {
  target: ReactNode;
  value: BlogSearch;
  onChange: (part: BlogSearch) => void;
  onClose: () => void;
}

/** Author and year of the blogs to show. */
export default function BlogFilterForm({ target, value, onChange, onClose }: Props) {
  const { data: authors = [] } = useQuery(authorNamesQuery);
  const [author, setAuthor] = useState(value.author ?? '');
  const [year, setYear] = useState<string | number>(value.year ?? '');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onChange({ author: author.trim() || undefined, year: typeof year === 'number' ? year : undefined });
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
            <Group justify="flex-end">
              <Button type="submit">Show</Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
