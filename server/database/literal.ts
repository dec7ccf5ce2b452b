import { literal } from 'sequelize';
import type { Sql } from 'sql-template-tag';

/** A condition written as SQL, for a query that Sequelize builds. It has no place for values there, so they must be integers. */
export function literalOf({ strings, values }: Sql): ReturnType<typeof literal> {
  const texts = values.map((value) => {
    if (!Number.isInteger(value)) throw new TypeError('only integers may become part of the text of a query');
    return String(value);
  });
  return literal(strings.map((text, i) => text + (texts[i] ?? '')).join(''));
}
