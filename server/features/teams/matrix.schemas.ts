import Type from 'typebox';
import { Id, MAX_ID, Nullable, Time } from '../../http/common.schemas.ts';
import { TeamReadingAnswer, TeamReadingQuery } from './team-readings.schemas.ts';

/** How many members one page of the matrix is wide. */
export const MATRIX_WIDTH = 200;

export const MatrixQuery = Type.Object({
  ...TeamReadingQuery.properties,
  membersFrom: Type.Integer({
    minimum: 0,
    maximum: MAX_ID,
    default: 0,
    description: `cells are those of ${MATRIX_WIDTH} members, in the order of the team's page, from this place on`,
  }),
});

export const MatrixRow = Type.Object({
  ...TeamReadingAnswer.properties,
  cells: Type.Array(
    Type.Object({
      userId: Id,
      readAt: Nullable(Time, 'null while in progress'),
      progress: Type.Number({ description: 'how far, from 0 to 1' }),
    }),
    { description: 'the members who have read it or began to, as far as they show it; the others have it unread' },
  ),
});

export type MatrixQuery = Type.Static<typeof MatrixQuery>;
export type MatrixRow = Type.Static<typeof MatrixRow>;
