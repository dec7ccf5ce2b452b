import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { useKeys } from '../../keys.ts';
import { openPage } from '../blogs/blog-link.tsx';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import { changeReadingSettings, useReadingSettings } from './reading-settings.ts';
import type { ReaderActions } from './use-reader-actions.ts';

interface Props {
  blog: BlogAnswer;
  text: RefObject<HTMLElement | null>;
  actions: ReaderActions;
  highlight: () => void;
  writeNote: () => void;
  markNote: () => void;
  close: () => void;
}

/** Everything that can be done while reading, by key. */
export function useReaderKeys({ blog, text, actions, highlight, writeNote, markNote, close }: Props): void {
  const navigate = useNavigate();
  const addToList = useAddToList();
  const { size } = useReadingSettings();
  const { reading, previous, next, open, toggleRead, toggleStar, changeTags, finish } = actions;
  useKeys('Reading', [
    { key: 'M', label: 'Mark as read and open the next', run: finish },
    { key: 'm', label: 'Mark as read, or unread again', run: toggleRead },
    { key: 'f', label: 'Star, or take the star away', run: toggleStar },
    { key: 'T', label: 'Tags', run: changeTags },
    { key: ']', label: 'Next unread', run: () => next && open(next) },
    { key: '[', label: 'Previous unread', run: () => previous && open(previous) },
    { key: 'j', label: 'Select the next paragraph', run: () => selectParagraph(text.current, 1) },
    { key: 'k', label: 'Select the previous paragraph', run: () => selectParagraph(text.current, -1) },
    { key: 'h', label: 'Highlight what is selected', run: highlight },
    { key: 'n', label: 'Write a note on what is selected, or on the blog', run: writeNote },
    { key: 's', label: 'Mark the chosen note of another, or take the mark back', run: markNote },
    { key: 'Escape', label: 'Let go of what is selected or chosen', run: close },
    { key: '+', label: 'Larger text', run: () => changeReadingSettings({ size: size + 1 }) },
    { key: '-', label: 'Smaller text', run: () => changeReadingSettings({ size: size - 1 }) },
    { key: 'i', label: 'Facts and notes', run: () => void navigate({ to: '/blogs/$id', params: { id: blog.id } }) },
    { key: 'v', label: 'Open the page', run: () => openPage(blog) },
    { key: 'a', label: 'Add to my list', run: () => reading === null && void addToList(blog) },
  ]);
}

const PARAGRAPHS = 'p, li, h2, h3, h4, h5, h6, pre, blockquote, figcaption, dd, dt, td, th';

/** Selects the paragraph after or before the selected one, at first the topmost in sight, and brings it to where one reads. */
function selectParagraph(text: HTMLElement | null, step: 1 | -1): void {
  const selection = window.getSelection();
  if (!text || !selection) return;
  const all = [...text.querySelectorAll<HTMLElement>(PARAGRAPHS)].filter(
    (paragraph) => paragraph.textContent?.trim() && !paragraph.querySelector(PARAGRAPHS),
  );
  const anchor = selection.isCollapsed ? null : selection.anchorNode;
  const at = anchor ? all.findIndex((paragraph) => paragraph.contains(anchor)) : -1;
  const inSight = all.findIndex((paragraph) => paragraph.getBoundingClientRect().top >= 60);
  const paragraph = all[at >= 0 ? at + step : inSight];
  if (!paragraph) return;
  selection.selectAllChildren(paragraph);
  paragraph.scrollIntoView({ block: 'center' });
}
