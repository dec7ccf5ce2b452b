import { Link } from '@tanstack/react-router';
import type { PersonListAnswer } from '../../../../server/features/people/people.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { ListRow } from '../../parts/list-row.tsx';
import { plural } from '../../parts/plural.ts';
import { TeamLinks } from './team-links.tsx';

interface Props {
  person: PersonListAnswer;
  isSelected: boolean;
}

export function PersonRow({ person, isSelected }: Props) {
  const { id, name, username, blogCount, noteCount, teams } = person;
  return (
    <ListRow
      isSelected={isSelected}
      lead={<Avatar name={name} />}
      title={
        <Link to="/people/$id" params={{ id }} title={name}>
          {name}
        </Link>
      }
      facts={[
        plural(blogCount, 'blog'),
        plural(noteCount, 'note'),
        username,
        teams.length > 0 && <TeamLinks teams={teams} />,
      ]}
      actions={[]}
    />
  );
}
