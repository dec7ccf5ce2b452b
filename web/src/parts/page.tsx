import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface Props {
  title: string;
  /** Beside the title: the one thing that is done most on this screen. */
  action?: ReactNode;
  /** As wide as the window, for a table of many columns. */
  isWide?: boolean;
  children: ReactNode;
}

/** The content column of a screen of lists or forms, with its heading. */
export function Page({ title, action, isWide, children }: Props) {
  useDocumentTitle(`${title} · Carrel`);
  return (
    <div className={styles.page} data-wide={isWide || undefined}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {action}
      </header>
      {children}
    </div>
  );
}
