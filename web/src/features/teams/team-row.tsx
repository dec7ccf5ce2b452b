import { Link } from '@tanstack/react-router';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { ListRow } from '../../parts/list-row.tsx';
import { plural } from '../../parts/plural.ts';

interface Props {
  team: TeamAnswer;
  isSelected: boolean;
}

export function TeamRow({ team: { id, name, memberCount, role }, isSelected }: Props) {
  return (
    <ListRow
      isSelected={isSelected}
      title={
        <Link to="/teams/$id" params={{ id }} title={name}>
          {name}
        </Link>
      }
      facts={[plural(memberCount, 'member'), role && sayMyRole(role)]}
      actions={[]}
    />
  );
}

export function sayMyRole(role: 'owner' | 'member'): string {
  return role === 'owner' ? 'you are an owner' : 'you are a member';
}
