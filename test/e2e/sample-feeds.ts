import { Feed } from '../../server/features/feeds/feed.model.ts';
import { InboxItem } from '../../server/features/feeds/inbox-item.model.ts';
import { Post } from '../../server/features/feeds/post.model.ts';
import { Subscription } from '../../server/features/feeds/subscription.model.ts';

const POSTS = [
  ['Goodbye, clean code', 'Dan Abramov', 'What I learned from a refactoring that I should not have done.'],
  ['The two Reacts', 'Dan Abramov', 'UI is a function of data and state.'],
  [
    'A chain reaction, in which one thing after another leads to a title that is longer than any row is wide',
    null,
    null,
  ],
] as const;

/** Two feeds that a user follows: one with posts that wait in the inbox, and one that cannot be had. */
export async function seedFeeds(userId: number): Promise<void> {
  const nextCheckAt = new Date(Date.now() + 3_600_000);
  const [good, bad] = await Feed.bulkCreate(
    [
      {
        url: 'https://overreacted.io/rss.xml',
        title: 'overreacted',
        siteUrl: 'https://overreacted.io/',
        state: 'ready',
        checkedAt: new Date(),
        nextCheckAt,
      },
      {
        url: 'https://example.org/no-feed',
        state: 'failed',
        reason: 'example.org names no feed on this page.',
        failures: 1,
        checkedAt: new Date(),
        nextCheckAt,
      },
    ],
    { returning: true },
  );
  for (const { id: feedId } of [good as Feed, bad as Feed]) await Subscription.create({ userId, feedId });
  for (const [title, author, summary] of POSTS) {
    const url = `https://overreacted.io/${encodeURIComponent(title)}`;
    const publishedAt = new Date();
    const feedId = (good as Feed).id;
    const post = await Post.create({ feedId, guidHash: title, url, title, author, summary, publishedAt });
    await InboxItem.create({ userId, postId: post.id });
  }
}
