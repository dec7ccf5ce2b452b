import { type RefObject, useEffect, useState } from 'react';
import type { Quote } from '../../../../server/features/notes/notes.schemas.ts';
import { PassageMap } from './passage-dom.ts';
import { describeQuote } from './quote.ts';

export interface Selected {
  quote: Quote;
  /** Where it is in the window. */
  box: DOMRect;
}

const REST_MS = 150; // a selection that is still being drawn changes with every move

/** The words of the text that are selected at the moment, once the hand rests. */
export function useSelectedPassage(text: RefObject<HTMLElement | null>): [Selected | undefined, () => void] {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDrawing = false;
    const look = () => setSelected(isDrawing || !text.current ? undefined : readSelection(text.current));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    };
    const begin = (event: PointerEvent) => {
      isDrawing = event.pointerType === 'mouse' && Boolean(text.current?.contains(event.target as Node));
    };
    const end = () => {
      isDrawing = false;
      later();
    };
    document.addEventListener('selectionchange', later);
    document.addEventListener('pointerdown', begin);
    document.addEventListener('pointerup', end);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', later);
      document.removeEventListener('pointerdown', begin);
      document.removeEventListener('pointerup', end);
    };
  }, [text]);
  const clear = () => {
    window.getSelection()?.removeAllRanges();
    setSelected(undefined);
  };
  return [selected, clear];
}

/** What is selected right now, which may be a moment ahead of the toolbar. */
export function readSelection(text: HTMLElement): Selected | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return undefined;
  const range = selection.getRangeAt(0);
  const map = new PassageMap(text);
  const passage = map.passageOf(range);
  const quote = passage && describeQuote(map.text, passage);
  return quote && { quote, box: range.getBoundingClientRect() };
}
