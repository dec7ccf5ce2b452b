import { useDocumentTitle } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Page } from './page.tsx';
import styles from './sectioned-page.module.css';
import { useCurrentInSight } from './use-current-in-sight.ts';

interface Props {
  title: string;
  /** Each has an address of its own below the page's. */
  sections: { to: string; label: string }[];
}

/** A screen of several sections: its heading, the way to each, and the one whose address is open. */
export function SectionedPage({ title, sections }: Props) {
  const pathname = useLocation().pathname.replace(/\/$/, '');
  const section = sections.find(({ to }) => to === pathname);
  const row = useCurrentInSight<HTMLUListElement>(pathname);
  useDocumentTitle(`${section ? `${section.label} · ` : ''}${title} · Carrel`); // runs after Page's own, which lies inside
  return (
    <Page title={title}>
      <nav aria-label={title}>
        <ul ref={row} className={styles.sections}>
          {sections.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} className={styles.section} activeOptions={{ exact: true, includeSearch: false }}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </Page>
  );
}
