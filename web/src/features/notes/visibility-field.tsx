import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NewNote, NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { teamsQuery } from '../teams/teams.queries.ts';

/** Who may see a note, as one word: `me`, `everyone`, or the number of a team. */
export type Audience = string;

export const audienceOf = ({ visibility, teamId }: Pick<NoteAnswer, 'visibility' | 'teamId'>): Audience =>
  visibility === 'team' ? String(teamId) : visibility;

/** What the server is told about it. */
export function toFields(audience: Audience): Pick<NewNote, 'visibility' | 'teamId'> {
  const teamId = teamOf(audience);
  return teamId ? { visibility: 'team', teamId } : { visibility: audience as 'me' | 'everyone' };
}

/** The team it is, if it is one. */
export const teamOf = (audience: Audience): number | undefined => Number(audience) || undefined;

interface Props {
  value: Audience;
  onChange: (audience: Audience) => void;
  /** The team of the note, which may be one that its author has left. */
  team?: NoteAnswer['team'];
}

/** Chooses who may see a note: oneself, one of one's teams, or everybody here. */
export function VisibilityField({ value, onChange, team }: Props) {
  const { data = [] } = useQuery(teamsQuery);
  const mine = data.filter(({ role, id }) => role && id !== team?.id);
  const teams = [...(team ? [team] : []), ...mine].map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <NativeSelect
      label="Who may see it"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: 'me', label: 'Only me' },
        ...(teams.length ? [{ group: 'My teams', items: teams }] : []),
        { value: 'everyone', label: 'Everyone' },
      ]}
    />
  );
}
