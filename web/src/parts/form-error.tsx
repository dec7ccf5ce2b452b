import { IconAlertCircle } from '@tabler/icons-react';
import { ICON } from '../theme.ts';
import styles from './form-error.module.css';

/** Why a form was refused. Its place is in the page from the start, so that screen readers hear it appear. */
export function FormError({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className={styles.error} hidden={!text}>
      <IconAlertCircle {...ICON} className={styles.icon} />
      {text}
    </div>
  );
}
