/** The characters of one block of the text, and where on the page it stands at the moment, in pixels. */
export interface Block {
  start: number;
  /** Exclusive. */
  end: number;
  top: number;
  bottom: number;
}

/** What is seen of the page: its upper edge in the window's own pixels, its height, and how far one could scroll. */
export interface View {
  scroll: number;
  height: number;
  /** Where the text begins and ends, as `scroll` counts. */
  top: number;
  bottom: number;
}

/**
 * How far somebody came, from 0 to 1, as a share of the characters: another width or size comes to the same words. The line that
 * is asked about moves from the top of the window, where one begins, to its foot, where one ends.
 */
export function progressAt(view: View, count: number, blockAt: (index: number) => Block): number {
  const fraction = scrolledOf(view);
  if (!count || fraction <= 0) return 0;
  if (fraction >= 1) return 1;
  const line = view.scroll + fraction * view.height;
  const index = firstIndex(count, (i) => blockAt(i).bottom > line);
  const last = blockAt(count - 1).end;
  if (index === count || !last) return 1;
  const { start, end, top, bottom } = blockAt(index);
  const within = Math.min(1, Math.max(0, (line - top) / (bottom - top || 1)));
  return (start + within * (end - start)) / last;
}

/** Where to scroll to so that `progressAt` answers `progress`. */
export function scrollFor(progress: number, view: View, count: number, blockAt: (index: number) => Block): number {
  if (!count || progress <= 0) return view.top;
  const character = progress * blockAt(count - 1).end;
  const { start, end, top, bottom } = blockAt(
    Math.min(
      count - 1,
      firstIndex(count, (i) => blockAt(i).end > character),
    ),
  );
  const line = top + ((character - start) / (end - start || 1)) * (bottom - top);
  // line = scroll + fraction * height, and the fraction follows from scroll: solved for scroll.
  const range = rangeOf(view);
  return range > 0 ? (line * range + view.top * view.height) / (range + view.height) : view.top;
}

function scrolledOf(view: View): number {
  const range = rangeOf(view);
  return range > 0 ? (view.scroll - view.top) / range : view.scroll + view.height >= view.bottom ? 1 : 0;
}

function rangeOf({ top, bottom, height }: View): number {
  return bottom - top - height;
}

/** The first index that fits, or `count`; what does not fit stands before what does. */
function firstIndex(count: number, fits: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
