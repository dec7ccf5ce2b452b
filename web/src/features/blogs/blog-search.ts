import { readInteger, readText } from '../../search-params.ts';

/** What every list of blogs can be narrowed by, as it stands in the address. */
export interface BlogSearch {
  search?: string;
  author?: string;
  year?: number;
}

/** What one's own list can be narrowed by as well. */
export interface OwnSearch extends BlogSearch {
  tag?: string;
  /** Only what is starred. */
  starred?: true;
}

export function readBlogSearch(search: Record<string, unknown>): BlogSearch {
  return { search: readText(search.search), author: readText(search.author), year: readInteger(search.year, 0, 9999) };
}

/** The filters that are on, for the chips of a toolbar. */
export function filterChips({ author, year }: BlogSearch, change: (part: BlogSearch) => void) {
  return [
    ...(author ? [{ label: `By ${author}`, clear: () => change({ author: undefined }) }] : []),
    ...(year ? [{ label: `From ${year}`, clear: () => change({ year: undefined }) }] : []),
  ];
}
