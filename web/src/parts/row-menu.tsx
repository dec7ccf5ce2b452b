import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { ICON } from '../theme.ts';
import { IN_CONTENT } from './in-content.ts';
import type { RowAction } from './list-row.tsx';
import styles from './row-menu.module.css';

interface Props {
  actions: RowAction[];
  className: string;
  onClose: () => void;
}

/** The open menu of a row: what has no button of its own, which on a phone is all but the first. */
export default function RowMenu({ actions, className, onClose }: Props) {
  const isPhone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const items = actions.filter(({ inMenu }, index) => inMenu || (isPhone && index > 0));
  return (
    <Menu
      defaultOpened
      onClose={onClose}
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      portalProps={IN_CONTENT}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={className} aria-label="More actions">
          <IconDots {...ICON} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ label, icon: Icon, run, destroys }) => (
          <Menu.Item
            key={label}
            leftSection={<Icon {...ICON} />}
            className={destroys ? styles.destroys : undefined}
            onClick={run}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
