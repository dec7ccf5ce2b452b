import { Kbd } from '@mantine/core';
import { useKeyScopes } from '../keys.ts';
import { Dialog } from '../parts/dialog.tsx';
import styles from './keys-overlay.module.css';

/** Every key that works on the screen behind it. */
export default function KeysOverlay({ onClose }: { onClose: () => void }) {
  const scopes = useKeyScopes();
  return (
    <Dialog title="Keys" onClose={onClose}>
      {scopes.toReversed().map(({ name, bindings }) => (
        <section key={name} className={styles.scope}>
          <h3 className={styles.name}>{name}</h3>
          <dl className={styles.keys}>
            {name === 'Everywhere' && <Line keys="Ctrl K" label="Go to or do anything" />}
            {bindings.map(({ key, label }) => (
              <Line key={key} keys={key} label={label} />
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function Line({ keys, label }: { keys: string; label: string }) {
  return (
    <div className={styles.line}>
      <dt>
        <Kbd>{keys}</Kbd>
      </dt>
      <dd>{label}</dd>
    </div>
  );
}
