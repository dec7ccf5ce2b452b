import { useQueryClient } from '@tanstack/react-query';
import type { FeedAnswer, OpmlAnswer } from '../../../../server/features/feeds/feeds.schemas.ts';
import { del, errorSentence, post } from '../../api.ts';
import { showMessage } from '../../parts/messages.ts';
import { plural } from '../../parts/plural.ts';

const MOST_BYTES = 1_000_000; // what the server takes

/** What is done with the feeds that one follows. */
export function useFeeds() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(['feeds', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))).then(() => {});
  const attempt = async (begin: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      showMessage({ text: `${begin}. ${errorSentence(error)}`, isError: true });
    }
    await refresh();
  };
  return {
    check: (feed: FeedAnswer) =>
      void attempt('The feed is not looked at', async () => {
        await post(`/feeds/${feed.id}/check`, {});
        showMessage({ text: `Looking at ${feed.title ?? feed.url} …` });
        setTimeout(() => void refresh(), 2000); // a job looks; most feeds have answered by then
      }),
    unfollow: (feed: FeedAnswer) =>
      void attempt('You follow it still', async () => {
        await del(`/feeds/${feed.id}`);
        const undo = () => void post('/feeds', { url: feed.url }).then(refresh, refresh);
        showMessage({ text: `You follow ${feed.title ?? feed.url} no more.`, undo });
      }),
    importFile: (file: File) =>
      attempt('The file was not read', async () => {
        if (file.size > MOST_BYTES) {
          showMessage({ text: `${file.name} is larger than 1 MB, which is the most.`, isError: true });
          return;
        }
        const { added, known, skipped } = await post<OpmlAnswer>('/feeds/opml', { opml: await file.text() });
        const rest = [known && `${known} followed already`, skipped && `${skipped} without an address of the web`];
        const more = rest.filter(Boolean).join(', ');
        showMessage({ text: `You follow ${plural(added, 'feed')} more${more ? ` (${more})` : ''}.` });
      }),
  };
}
