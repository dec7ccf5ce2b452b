import { IconDoorExit, IconShield, IconShieldFilled, IconUserMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MemberAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { ListRow, type RowAction } from '../../parts/list-row.tsx';

interface Props {
  member: MemberAnswer;
  isMe: boolean;
  isSelected: boolean;
  mayManage: boolean;
  changeRole: (member: MemberAnswer) => void;
  remove: (member: MemberAnswer) => void;
}

export function MemberRow({ member, isMe, isSelected, mayManage, changeRole, remove }: Props) {
  const { id, name, role } = member;
  const isOwner = role === 'owner';
  const actions: RowAction[] = [
    {
      label: isOwner ? 'Make a member' : 'Make an owner',
      icon: isOwner ? IconShieldFilled : IconShield,
      run: () => changeRole(member),
    },
    {
      label: isMe ? 'Leave team' : 'Remove from the team',
      icon: isMe ? IconDoorExit : IconUserMinus,
      destroys: !isMe,
      run: () => remove(member),
    },
  ];
  return (
    <ListRow
      isSelected={isSelected}
      lead={<Avatar name={name} />}
      title={
        <Link to="/people/$id" params={{ id }} title={name}>
          {name}
        </Link>
      }
      facts={[isOwner ? 'Owner' : 'Member', isMe && 'you']}
      actions={mayManage ? actions : []}
    />
  );
}
