import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { get } from '../../api.ts';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import styles from './already-here.module.css';

interface Props {
  url: string;
  /** The blog that is being edited, which has this address itself. */
  except: number | undefined;
  onClose: () => void;
}

/** Says that a blog with this address is in the library, and offers that one. Not a refusal: it may be added again. */
export function AlreadyHere({ url, except, onClose }: Props) {
  const [asked] = useDebouncedValue(url.trim(), 250);
  const addToList = useAddToList();
  const { data: found } = useQuery({
    queryKey: ['blogs', 'at', asked],
    queryFn: ({ signal }) => get<BlogAnswer[]>('/blogs', { url: asked, limit: 2 }, signal),
    enabled: URL.canParse(asked),
  });
  const blog = asked === url.trim() ? found?.find(({ id }) => id !== except) : undefined;
  return (
    <div role="status" className={styles.place}>
      {blog && (
        <div className={styles.found}>
          <span>
            “{blog.title}” is in the library at this address already; {blog.user.name} added it.
          </span>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              addToList(blog);
              onClose();
            }}
          >
            Add that one to my list
          </Button>
        </div>
      )}
    </div>
  );
}
