import { Avatar } from '../../parts/avatar.tsx';
import { plural } from '../../parts/plural.ts';
import styles from './person.module.css';
import { TeamLinks } from './team-links.tsx';

interface Props {
  person: {
    name: string;
    username: string;
    admin: boolean;
    noteCount: number;
    teams: { id: number; name: string }[];
  };
  isMe: boolean;
}

export function PersonFacts({ person: { name, username, admin, noteCount, teams }, isMe }: Props) {
  return (
    <div className={styles.facts}>
      <span aria-hidden>
        <Avatar name={name} />
      </span>
      <div className={styles.lines}>
        <div>
          {username} · {plural(noteCount, 'note')}
          {admin && ' · admin'}
          {isMe && ' · this is you'}
        </div>
        <div>
          {teams.length > 0 ? (
            <>
              In {teams.length === 1 ? 'the team' : 'the teams'} <TeamLinks teams={teams} />
            </>
          ) : (
            'In no team'
          )}
        </div>
      </div>
    </div>
  );
}
