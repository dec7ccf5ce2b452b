import type { MatrixRow } from '../../../../server/features/teams/matrix.schemas.ts';
import type { MemberAnswer } from '../../../../server/features/teams/teams.schemas.ts';

export type CellState = 'read' | 'begun' | 'unread' | 'hidden';

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

type Cell = MatrixRow['cells'][number];

/** What a member did with a blog; whoever has no cell and hides nothing has it unread. */
export function stateOf(member: MemberAnswer, cell: Cell | undefined): CellState {
  if (member.hidesProgress) return 'hidden';
  if (!cell) return 'unread';
  return cell.readAt ? 'read' : 'begun';
}

/** "Read Nov 24, 2026", "In progress, 40%", "Unread", "Hidden". */
export function sayState(state: CellState, cell: Cell | undefined): string {
  if (state === 'read' && cell?.readAt) return `Read ${day.format(new Date(cell.readAt))}`;
  if (state === 'begun' && cell) return `In progress, ${Math.round(cell.progress * 100)}%`;
  return state === 'hidden' ? 'Hidden' : 'Unread';
}

/** The same with the time, for who hovers. */
export function sayExactly(name: string, state: CellState, cell: Cell | undefined): string {
  return state === 'read' && cell?.readAt
    ? `${name}: read ${exact.format(new Date(cell.readAt))}`
    : `${name}: ${sayState(state, cell).toLowerCase()}`;
}
