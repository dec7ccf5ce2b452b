import { IconExternalLink, IconRefresh, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FeedAnswer } from '../../../../server/features/feeds/feeds.schemas.ts';
import { ListRow } from '../../parts/list-row.tsx';
import { sayNumber } from '../../parts/plural.ts';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { openPage, siteOf } from '../blogs/blog-link.tsx';

interface Props {
  feed: FeedAnswer;
  isSelected: boolean;
  check: (feed: FeedAnswer) => void;
  unfollow: (feed: FeedAnswer) => void;
}

export function FeedRow({ feed, isSelected, check, unfollow }: Props) {
  const { id, url, siteUrl, title, state, reason, waiting, checkedAt } = feed;
  const name = title ?? url;
  return (
    <ListRow
      isSelected={isSelected}
      title={
        <Link to="/inbox" search={{ feed: id }} title={name}>
          {name}
        </Link>
      }
      facts={[
        reason && <span title={reason}>{reason}</span>,
        state === 'waiting' && 'is being looked at …',
        siteOf(siteUrl ?? url),
        waiting > 0 && `${sayNumber(waiting)} new`,
        checkedAt && (
          <span key="checked">
            looked at <RelativeDate iso={checkedAt} />
          </span>
        ),
      ]}
      actions={[
        { label: 'Look now', icon: IconRefresh, run: () => check(feed) },
        { label: 'Open the site', icon: IconExternalLink, run: () => openPage({ url: siteUrl ?? url }) },
        { label: 'Unfollow', icon: IconX, run: () => unfollow(feed) },
      ]}
    />
  );
}
