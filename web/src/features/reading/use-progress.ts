import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { put } from '../../api.ts';
import { patchReading, type Reading } from '../readinglists/readinglists.queries.ts';
import type { TextBlock } from './passage-dom.ts';
import { type Block, progressAt, scrollFor, type View } from './progress.ts';

const SAVE_AFTER_MS = 1000; // of rest
const WORTH_SAVING = 0.005;

/** On a phone the navigation covers the foot of the window. */
function barAtFoot(): number {
  if (!window.matchMedia('(max-width: 640px)').matches) return 0;
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--bar-height'), 10) || 0;
}

interface Props {
  text: RefObject<HTMLElement | null>;
  blocks: TextBlock[];
  /** The row of the reading list to remember it in; null where there is none, undefined while that is not known. */
  reading: Reading | null | undefined;
  /** False where the address leads to a certain passage instead of where one left. */
  resumes: boolean;
  /** Changes with the look of the text: the words that were read stay where they are. */
  look: string;
}

/**
 * How far the reader has come, in whole percent: resumed where he left, and saved while he reads, a second after he comes to
 * rest and when he leaves. Looking costs some ten positions of blocks in a frame in which somebody scrolled, and nothing else.
 */
export function useProgress({ text, blocks, reading, resumes, look }: Props): number {
  const client = useQueryClient();
  const [percent, setPercent] = useState(0);
  const latest = useRef(reading);
  latest.current = reading;
  const isKnown = reading !== undefined;
  // As it was when the text was opened: whoever lets go of a passage later stays where he is.
  const resumesFirst = useRef(resumes);
  const keepPlace = useRef(() => {});
  const hasScrolled = useHands();

  useEffect(() => {
    if (!isKnown || !blocks.length || !text.current) return;
    const element = text.current;
    const blockAt = (index: number): Block => {
      const { element: block, start, end } = blocks[index] as TextBlock;
      const { top, bottom } = block.getBoundingClientRect();
      return { start, end, top: top + window.scrollY, bottom: bottom + window.scrollY };
    };
    const view = (): View => ({
      scroll: window.scrollY,
      height: window.innerHeight - barAtFoot(),
      top: 0,
      bottom: element.getBoundingClientRect().bottom + window.scrollY,
    });
    let saved = latest.current?.progress ?? 0;
    let now = saved;
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;

    const save = () => {
      clearTimeout(rest);
      const row = latest.current;
      if (!row || !hasScrolled.current || Math.abs(now - saved) < WORTH_SAVING) return;
      saved = now;
      patchReading(client, row.id, { progress: now });
      // Not worth a message: the next rest saves it again.
      put(`/readinglists/${row.id}`, { progress: now }).catch(() => {
        saved = -1;
      });
    };
    const measure = () => {
      frame = 0;
      now = progressAt(view(), blocks.length, blockAt);
      setPercent(Math.round(now * 100));
    };
    const onScroll = () => {
      if (!frame) frame = requestAnimationFrame(measure);
      if (!hasScrolled.current) return;
      clearTimeout(rest);
      rest = setTimeout(save, SAVE_AFTER_MS);
    };
    const goTo = (progress: number) =>
      window.scrollTo({ top: scrollFor(progress, view(), blocks.length, blockAt), behavior: 'instant' });
    const resume = () => {
      if (!hasScrolled.current && resumesFirst.current && saved > 0.01 && saved < 0.995) goTo(saved);
      measure();
    };
    keepPlace.current = () => {
      if (now > 0 && now < 1) goTo(now);
    };
    // In the next frame: the router scrolls a new screen to its top first. Again with the fonts, which move every line.
    frame = requestAnimationFrame(resume);
    void document.fonts.ready.then(() => element.isConnected && resume());

    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll, { passive: true });
    window.addEventListener('pagehide', save);
    return () => {
      save();
      cancelAnimationFrame(frame);
      hasScrolled.current = false; // new nodes are to be scrolled to where the old ones were
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
      window.removeEventListener('pagehide', save);
    };
  }, [text, blocks, isKnown, client, hasScrolled]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the look that moves the words
  useLayoutEffect(() => keepPlace.current(), [look]);

  return percent;
}

const HANDS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Whether the reader has moved something himself: heard from the start, since he may be quicker than the answer with his place. */
function useHands(): RefObject<boolean> {
  const hasMoved = useRef(false);
  useEffect(() => {
    const onHand = () => {
      hasMoved.current = true;
    };
    for (const hand of HANDS) window.addEventListener(hand, onHand, { passive: true });
    return () => {
      for (const hand of HANDS) window.removeEventListener(hand, onHand);
    };
  }, []);
  return hasMoved;
}
