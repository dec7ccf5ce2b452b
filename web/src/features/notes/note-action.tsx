import type { ComponentType } from 'react';
import { ICON } from '../../theme.ts';
import styles from './note-card.module.css';

interface Props {
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** What it does now, on hover, where that is not the label. */
  hint?: string;
  /** For what is on or off; the label stays the same. */
  isOn?: boolean;
  run: () => void;
}

/** A button of a note. */
export function NoteAction({ label, hint = label, icon: Icon, isOn, run }: Props) {
  return (
    <button type="button" className={styles.action} aria-label={label} title={hint} aria-pressed={isOn} onClick={run}>
      <Icon {...ICON} />
    </button>
  );
}
