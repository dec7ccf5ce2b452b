import styles from './avatar.module.css';

/** The initials of a person; the name on hover and for screen readers. */
export function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('');
  return (
    <span className={styles.avatar} role="img" aria-label={name} title={name}>
      {initials.toUpperCase()}
    </span>
  );
}
