import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../teams/teams.queries.ts';
import styles from './team-filter.module.css';

interface Props {
  value: number | undefined;
  onChange: (team: number | undefined) => void;
}

/** Narrows notes to those for one of one's teams; who has none is not asked. */
export function TeamFilter({ value, onChange }: Props) {
  const { data = [], isPending } = useQuery(teamsQuery);
  const teams = data.filter(({ role, id }) => role || id === value);
  if (!teams.length && !isPending) return null; // while that is not known its place is kept, so that the search stays where it is
  return (
    <NativeSelect
      className={styles.team}
      aria-label="For which team"
      value={value ?? ''}
      onChange={(event) => onChange(Number(event.currentTarget.value) || undefined)}
      data={[{ value: '', label: 'Any team' }, ...teams.map(({ id, name }) => ({ value: String(id), label: name }))]}
    />
  );
}
