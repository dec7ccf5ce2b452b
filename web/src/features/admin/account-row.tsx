import { IconKey, IconLogout, IconShieldMinus, IconShieldPlus, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../../parts/avatar.tsx';
import { ListRow, type RowAction } from '../../parts/list-row.tsx';
import { plural } from '../../parts/plural.ts';
import { Tag } from '../../parts/tag.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import type { AccountDialog } from './account-dialog.ts';
import type { Account, Standing } from './accounts.queries.ts';

interface Props {
  account: Account;
  isSelected: boolean;
  set: (account: Account, change: Partial<Standing>) => void;
  open: (dialog: AccountDialog) => void;
}

export function AccountRow({ account, isSelected, set, open }: Props) {
  const { id, name, username, admin, disabled, blogCount, noteCount, teams } = account;
  const isSelf = useViewer().id === id;
  const actions: RowAction[] = [
    disabled
      ? { label: 'Enable', icon: IconUserCheck, run: () => set(account, { disabled: false }) }
      : { label: 'Disable', icon: IconUserOff, run: () => set(account, { disabled: true }) },
    admin
      ? { label: 'Take admin rights away', icon: IconShieldMinus, run: () => set(account, { admin: false }) }
      : { label: 'Make admin', icon: IconShieldPlus, run: () => set(account, { admin: true }) },
    // One's own password has its place in the settings.
    ...(isSelf
      ? []
      : [{ label: 'Set a new password', icon: IconKey, inMenu: true, run: () => open({ kind: 'password', account }) }]),
    {
      label: 'End all sessions',
      icon: IconLogout,
      inMenu: true,
      destroys: true,
      run: () => open({ kind: 'sessions', account }),
    },
  ];
  return (
    <ListRow
      isSelected={isSelected}
      title={
        <>
          <Link to="/library" search={{ user: id }} title={`Blogs that ${name} added`}>
            {name}
          </Link>
          {isSelf && <Tag>you</Tag>}
          {admin && <Tag>admin</Tag>}
          {disabled && <Tag isWarning>disabled</Tag>}
        </>
      }
      facts={[
        username,
        plural(blogCount, 'blog'),
        plural(noteCount, 'note'),
        teams.length > 0 && teams.map((team) => team.name).join(', '),
      ]}
      side={<Avatar name={name} />}
      actions={actions}
    />
  );
}
