import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import { prepareArticle } from './article-dom.ts';
import { PassageMap, type TextBlock } from './passage-dom.ts';
import { useReadingSettings } from './reading-settings.ts';

/** The nodes of a text, what is in them, and whether its pictures are shown. */
export function usePreparedText(article: ArticleAnswer, title: string, text: RefObject<HTMLElement | null>) {
  const { pictures: always } = useReadingSettings();
  const [isAsked, setAsked] = useState(false);
  const { blogId, html, images } = article;
  const showsPictures = images === 'proxy' || (images === 'ask' && (always || isAsked));

  const prepared = useMemo(() => {
    const pictureSource = (src: string) => {
      if (!showsPictures) return undefined;
      return images === 'proxy' ? `/api/blogs/${blogId}/image?src=${encodeURIComponent(src)}` : src;
    };
    const { content, contents, pictures } = prepareArticle(html, { title, pictureSource });
    return { content, contents, pictures, words: new PassageMap(content).text };
  }, [blogId, html, images, title, showsPictures]);

  const [blocks, setBlocks] = useState<TextBlock[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other nodes are other blocks
  useLayoutEffect(() => {
    if (text.current) setBlocks(new PassageMap(text.current).blocks());
  }, [text, prepared]);

  return {
    ...prepared,
    blocks,
    /** How many pictures wait for the reader's word; 0 where there is none to give. */
    waiting: images === 'ask' && !showsPictures ? prepared.pictures : 0,
    showPictures: () => setAsked(true),
  };
}
