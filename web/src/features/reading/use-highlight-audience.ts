import { useQuery } from '@tanstack/react-query';
import type { Audience } from '../notes/visibility-field.tsx';
import { teamsQuery } from '../teams/teams.queries.ts';
import { useReadingSettings } from './reading-settings.ts';

/** Who sees a highlight, as chosen last, and who can be chosen. A team that one has left since is nobody else than oneself. */
export function useHighlightAudience(): { audience: Audience; choices: { value: Audience; label: string }[] } {
  const { highlightsFor } = useReadingSettings();
  const { data = [], isPending } = useQuery(teamsQuery);
  const choices = [
    { value: 'me', label: 'Only me' },
    ...data.filter(({ role }) => role).map(({ id, name }) => ({ value: String(id), label: name })),
    { value: 'everyone', label: 'Everyone' },
  ];
  const isThere = isPending || choices.some(({ value }) => value === highlightsFor);
  return { audience: isThere ? highlightsFor : 'me', choices };
}
