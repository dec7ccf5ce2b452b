import { useDocumentTitle } from '@mantine/hooks';
import { IconBook2 } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { errorSentence } from '../../api.ts';
import { FormError } from '../../parts/form-error.tsx';
import styles from './entry-form.module.css';

interface Props {
  title: string;
  lead?: string;
  submit: (fields: FormData) => Promise<void>;
  children: ReactNode;
  foot?: ReactNode;
}

/** The page around a login or a first account: its own small world, without the frame. */
export function EntryForm({ title, lead, submit, children, foot }: Props) {
  useDocumentTitle(`${title} · Carrel`);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await submit(new FormData(event.currentTarget));
    } catch (error) {
      setProblem(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <IconBook2 size={28} stroke={1.5} className={styles.mark} />
          Carrel
        </div>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        <form className={styles.form} onSubmit={send} aria-busy={isBusy}>
          {children}
          <FormError text={problem} />
        </form>
        {foot && <p className={styles.foot}>{foot}</p>}
      </div>
    </main>
  );
}
