import { SectionedPage } from '../../parts/sectioned-page.tsx';

const SECTIONS = [
  { to: '/settings/profile', label: 'Profile' },
  { to: '/settings/password', label: 'Password' },
  { to: '/settings/sessions', label: 'Sessions' },
  { to: '/settings/tokens', label: 'API tokens' },
  { to: '/settings/tags', label: 'Tags' },
  { to: '/settings/appearance', label: 'Appearance' },
  { to: '/settings/from-anywhere', label: 'Save from anywhere' },
];

export function SettingsScreen() {
  return <SectionedPage title="Settings" sections={SECTIONS} />;
}
