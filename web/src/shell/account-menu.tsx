import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSignOut } from '../features/sessions/sign-out.ts';
import { IN_CONTENT } from '../parts/in-content.ts';
import { ICON } from '../theme.ts';
import { usePages } from './pages.ts';

const SCHEMES = [
  { value: 'auto', label: 'Theme of the system' },
  { value: 'light', label: 'Light theme' },
  { value: 'dark', label: 'Dark theme' },
] as const;

const ICON_GAP = 10; // as Mantine leaves it beside the icons of the other entries

interface Props {
  className: string | undefined;
  label: string;
  withPages: boolean;
  openKeys: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The open account menu: theme, keys, signing out, and on a phone the pages that the bar has no room for. */
export default function AccountMenu({ className, label, withPages, openKeys, onClose, children }: Props) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const pages = usePages().filter(({ inBar }) => withPages && !inBar);
  return (
    <Menu
      defaultOpened
      onClose={onClose}
      position="top-start"
      width={208}
      portalProps={IN_CONTENT}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
      styles={{ itemIndicator: { width: ICON.size, marginInlineEnd: ICON_GAP } }}
    >
      <Menu.Target>
        <button type="button" className={className} aria-label={label}>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ to, label: name, icon: Icon }) => (
          <Menu.Item key={to} leftSection={<Icon {...ICON} />} onClick={() => navigate({ to })}>
            {name}
          </Menu.Item>
        ))}
        {pages.length > 0 && <Menu.Divider />}
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {SCHEMES.map(({ value, label: name }) => (
            <Menu.RadioItem key={value} value={value} checkIcon={<IconCheck {...ICON} />} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard {...ICON} />} onClick={openKeys}>
          Keys
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...ICON} />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
