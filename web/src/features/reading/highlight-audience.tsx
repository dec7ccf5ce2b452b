import { Menu } from '@mantine/core';
import { IconLock, IconUsersGroup, IconWorld } from '@tabler/icons-react';
import { IN_CONTENT } from '../../parts/in-content.ts';
import { ICON } from '../../theme.ts';
import { changeReadingSettings } from './reading-settings.ts';
import styles from './selection-toolbar.module.css';
import { useHighlightAudience } from './use-highlight-audience.ts';

/** Beside the selected words: who sees the highlights that are made from now on, and a menu to choose it. */
export function HighlightAudience() {
  const { audience, choices } = useHighlightAudience();
  const label = choices.find(({ value }) => value === audience)?.label ?? '';
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      portalProps={IN_CONTENT}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={`Who sees my highlights: ${label}`}
          title={`Who sees your highlights: ${label}`}
        >
          {icon(audience)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Who sees my highlights</Menu.Label>
        {choices.map(({ value, label: choice }) => (
          <Menu.Item
            key={value}
            leftSection={icon(value)}
            aria-current={value === audience || undefined}
            className={value === audience ? styles.chosen : undefined}
            onClick={() => changeReadingSettings({ highlightsFor: value })}
          >
            {choice}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function icon(audience: string) {
  if (audience === 'me') return <IconLock {...ICON} />;
  return audience === 'everyone' ? <IconWorld {...ICON} /> : <IconUsersGroup {...ICON} />;
}
