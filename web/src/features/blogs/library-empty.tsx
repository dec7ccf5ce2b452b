import { Button } from '@mantine/core';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { LibrarySearch } from './blogs.routes.ts';

interface Props {
  search: LibrarySearch;
  change: (part: LibrarySearch) => void;
}

export function LibraryEmpty({ search: { search, author, year, user }, change }: Props) {
  if (search || author || year || user)
    return (
      <EmptyState text="No blog fits what you search for.">
        <Button
          variant="default"
          onClick={() => change({ search: undefined, author: undefined, year: undefined, user: undefined })}
        >
          Show all blogs
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState text="Nobody has added a blog yet.">
      <Button onClick={() => change({ add: true })}>Add the first blog</Button>
    </EmptyState>
  );
}
