import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { FeedAnswer } from '../../../../server/features/feeds/feeds.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { FEEDS_KEY } from './feeds.queries.ts';

/** Follows a feed by its address, or by that of a page that names one. */
export default function FollowFeed({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    await post<FeedAnswer>('/feeds', { url: String(fields.get('url') ?? '').trim() });
    await client.invalidateQueries({ queryKey: FEEDS_KEY });
    onClose();
  });
  return (
    <Dialog title="Follow a feed" onClose={onClose}>
      <form ref={form} onSubmit={onSubmit}>
        <TextInput
          label="Address"
          name="url"
          type="url"
          placeholder="https://"
          description="Of the feed, or of the blog: its page says where the feed is."
          required
          maxLength={4000}
          data-autofocus
        />
        <FormError text={error ? errorSentence(error) : undefined} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Follow
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
