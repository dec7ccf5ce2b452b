import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { Membership } from '../teams/membership.model.ts';
import { Team } from '../teams/team.model.ts';
import type { Viewer } from '../users/viewer.ts';
import type { NewNote, Visibility } from './notes.schemas.ts';

/** For whom a note is, as its row says it: for everybody, for one team, or with neither for its author alone. */
export interface Audience {
  shared: boolean;
  teamId: number | null;
}

const EVERYBODY: Audience = { shared: true, teamId: null };
const NOBODY_ELSE: Audience = { shared: false, teamId: null };

/**
 * The audience that somebody asks for. `visibility` decides alone; without it a team's id means that team, and `shared` is
 * whether everybody may see it, so that a team's note, whose `shared` is false, stays as it is when it is sent back.
 * @throws Invalid without a team, NotFound for an unknown one, Forbidden for one that the viewer does not belong to.
 */
export async function chooseAudience(
  viewer: Viewer,
  fields: Pick<NewNote, 'visibility' | 'teamId' | 'shared'>,
  now: Audience = EVERYBODY,
): Promise<Audience> {
  const { visibility = impliedBy(fields, now), teamId = now.teamId } = fields;
  if (visibility === 'everyone') return EVERYBODY;
  if (visibility === 'me') return NOBODY_ELSE;
  if (teamId === null) throw new Invalid('no team', ['teamId must say which team may see the note']);
  if (teamId !== now.teamId)
    await requireMembership(viewer, teamId, 'a note can be for a team only if you belong to it');
  return { shared: false, teamId };
}

function impliedBy({ teamId, shared }: Pick<NewNote, 'teamId' | 'shared'>, now: Audience): Visibility {
  if (teamId) {
    if (shared)
      throw new Invalid('two audiences', ['a note is for a team or for everybody: leave out shared or teamId']);
    return 'team';
  }
  if (shared !== undefined) return shared ? 'everyone' : teamId === null || !now.teamId ? 'me' : 'team';
  return teamId === null && now.teamId ? 'me' : visibilityOf(now);
}

export function visibilityOf({ shared, teamId }: Audience): Visibility {
  if (shared) return 'everyone';
  return teamId === null ? 'me' : 'team';
}

/** @throws NotFound for an unknown team, Forbidden, with this sentence, for one that the viewer does not belong to. */
export async function requireMembership(viewer: Viewer, teamId: number, sentence: string): Promise<void> {
  if (await Membership.findOne({ where: { teamId, userId: viewer.id } })) return;
  if (!(await Team.findByPk(teamId))) throw new NotFound('team');
  throw new Forbidden(sentence);
}
