import { IconDots } from '@tabler/icons-react';
import { type ComponentType, type CSSProperties, Fragment, lazy, type ReactNode, Suspense, useState } from 'react';
import { ICON } from '../theme.ts';
import styles from './list-row.module.css';
import { useRested } from './use-rested.ts';

// Menu brings the positioning library; it is fetched with the first menu that is opened.
const RowMenu = lazy(() => import('./row-menu.tsx'));

export interface RowAction {
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  run: () => void;
  /** For what is on or off, such as a like. */
  isOn?: boolean;
  /** Only behind "More actions". On a phone everything but the first is there. */
  inMenu?: boolean;
  destroys?: boolean;
}

interface Props {
  isSelected: boolean;
  /** True shows the dot and the weight; leave out where nothing is read or unread. */
  isUnread?: boolean;
  /** How far something in it has come, from 0 to 1: a thin line at its foot. Only for the eye: a fact says it too. */
  progress?: number;
  /** Before the text, such as an avatar; only for the eye, so it must say nothing that the text does not. */
  lead?: ReactNode;
  /** One line; the link that the row stands for. */
  title: ReactNode;
  /** A small sign at the beginning of the muted line, such as a star. */
  mark?: ReactNode;
  /** The muted line; empty ones are left out. */
  facts: ReactNode[];
  /** At the right, under the actions when they appear: counts, avatar. */
  side?: ReactNode;
  actions: RowAction[];
}

/** A row of any list: 60 px, the title in one line, facts under it, actions on hover and focus and always on touch. */
export function ListRow({ isSelected, isUnread, progress = 0, lead, title, mark, facts, side, actions }: Props) {
  const shown = facts.map((fact, index) => [index, fact] as const).filter(([, fact]) => fact);
  const [isRested, rest] = useRested();
  return (
    <div
      className={styles.row}
      data-selected={isSelected || undefined}
      data-unread={isUnread || undefined}
      onPointerEnter={rest}
    >
      {isUnread !== undefined && <span className={styles.dot} role="img" aria-label={isUnread ? 'Unread' : 'Read'} />}
      {lead && <span aria-hidden>{lead}</span>}
      <div className={styles.text}>
        <div className={styles.title}>{title}</div>
        <div className={styles.facts}>
          {mark}
          {shown.map(([index, fact], place) => (
            <Fragment key={index}>
              {place > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </div>
      </div>
      <div className={styles.side}>{side}</div>
      {progress > 0 && <span className={styles.progress} style={{ width: `${progress * 100}%` }} />}
      {actions.length > 0 && (
        <div className={styles.actions} style={roomFor(actions)}>
          {(isRested || isSelected) && <Actions actions={actions} />}
        </div>
      )}
    </div>
  );
}

function Actions({ actions }: { actions: RowAction[] }) {
  return (
    <>
      {actions
        .filter(({ inMenu }) => !inMenu)
        .map(({ label, icon: Icon, run, isOn }) => (
          <button
            key={label}
            type="button"
            className={styles.action}
            aria-label={label}
            title={label}
            aria-pressed={isOn}
            onClick={run}
          >
            <Icon {...ICON} />
          </button>
        ))}
      <More actions={actions} />
    </>
  );
}

/** How many buttons come: on touch, where they are always to be seen, their room is kept until they do. */
function roomFor(actions: RowAction[]): CSSProperties {
  const shown = actions.filter(({ inMenu }) => !inMenu).length;
  const hasMenu = shown < actions.length;
  const onPhone = Math.min(shown, 1) + Number(hasMenu || actions.length > 1);
  return { '--buttons': shown + Number(hasMenu), '--buttons-on-phone': onPhone } as CSSProperties;
}

function More({ actions }: { actions: RowAction[] }) {
  const [isWanted, setWanted] = useState(false);
  const hasOwn = actions.some(({ inMenu }) => inMenu);
  if (!hasOwn && actions.length < 2) return null; // the one action has its button, on a phone too
  const button = (
    <button
      type="button"
      className={`${styles.action} ${styles.more}`}
      data-phone-only={!hasOwn || undefined}
      aria-label="More actions"
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <IconDots {...ICON} />
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <RowMenu actions={actions} className={`${styles.action} ${styles.more}`} onClose={() => setWanted(false)} />
    </Suspense>
  );
}
