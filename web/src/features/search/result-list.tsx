import { useRef } from 'react';
import type { SearchResult } from '../../../../server/features/search/search.schemas.ts';
import { useSelection } from '../../parts/use-selection.ts';
import { openPage } from '../blogs/blog-link.tsx';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import styles from './result-list.module.css';
import { SearchRow } from './search-row.tsx';

/** What was found, best first. Never long enough to be worth leaving parts out of the document. */
export function ResultList({ results }: { results: SearchResult[] }) {
  const list = useRef<HTMLOListElement>(null);
  const addToList = useAddToList();
  const selected = useSelection(
    'Results',
    list,
    results,
    [
      { key: 'o', label: 'Open the page', run: ({ blog }) => blog && openPage(blog) },
      { key: 'a', label: 'Add to my list', run: ({ blog }) => blog && addToList(blog) },
    ],
    (index) => list.current?.children[index]?.scrollIntoView({ block: 'nearest' }),
  );
  return (
    <ol ref={list} className={styles.list} aria-label="Results">
      {results.map((result, index) => (
        <li key={`${result.kind} ${result.note?.id ?? result.blog?.id}`} className={styles.item} data-index={index}>
          <SearchRow result={result} isSelected={index === selected} />
        </li>
      ))}
    </ol>
  );
}
