import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BlogAnswer, BlogChange, NewBlog } from '../../../../server/features/blogs/blogs.schemas.ts';
import { errorSentence, post, put } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';
import { AlreadyHere } from './already-here.tsx';

interface Props {
  /** The blog to edit; without it one is added. */
  blog?: BlogAnswer;
  onClose: () => void;
}

/** Adds a blog, or changes one. */
export default function BlogDialog({ blog, onClose }: Props) {
  const client = useQueryClient();
  const [url, setUrl] = useState(blog?.url ?? '');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    try {
      if (blog) await put<BlogAnswer>(`/blogs/${blog.id}`, readBlog(fields));
      else await addBlog(readBlog(fields), fields.has('toList'));
      await Promise.all(
        ['blogs', 'readinglists', 'authors'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
      onClose();
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };

  return (
    <Dialog title={blog ? 'Edit blog' : 'Add a blog'} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Address"
            name="url"
            type="url"
            placeholder="https://"
            required
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            data-autofocus
          />
          <AlreadyHere url={url} except={blog?.id} onClose={onClose} />
          <TextInput
            label="Title"
            name="title"
            required={Boolean(blog)}
            description={blog ? undefined : 'Leave it empty, and the page is asked; author and year too.'}
            maxLength={1000}
            defaultValue={blog?.title}
          />
          <TextInput label="Author" name="author" maxLength={500} defaultValue={blog?.author ?? ''} />
          <NumberInput
            label="Year"
            name="year"
            min={1991}
            max={new Date().getFullYear()}
            allowDecimal={false}
            hideControls
            defaultValue={blog?.year ?? ''}
          />
          {!blog && <Checkbox name="toList" defaultChecked label="Put it on my reading list too" />}
        </Stack>
        <FormError text={problem} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            {blog ? 'Save' : 'Add blog'}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function readBlog(fields: FormData): BlogChange & { url: string } {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    url: text('url'),
    title: text('title') || undefined,
    author: text('author') || null,
    year: Number(text('year')) || null,
  };
}

/** The text of the page is wanted in any case; it is there to be read. */
async function addBlog(fields: NewBlog, toList: boolean): Promise<void> {
  const { id, url, title } = await post<BlogAnswer>('/blogs', { ...fields, fetch: true });
  // By its address where no title was given: the blog may have been there, and on the list, already.
  if (toList) await post('/readinglists', fields.title ? { blogId: id } : { url });
  const added = fields.title ? `Added “${title}”` : 'Saved the page';
  showMessage({ text: toList ? `${added}, also to your reading list.` : `${added} to the library.` });
}
