import sql, { empty, join, type Sql } from 'sql-template-tag';
import { literalPattern } from '../../database/pattern.ts';
import { countedFor } from '../notes/visible.sql.ts';
import { hasTag } from '../readinglists/tags.sql.ts';
import type { Filter } from './parseSearch.ts';

/** `AND …` for each filter, in a query over `blogs b`. */
export function filterConditions(viewerId: number, filters: Filter[]): Sql {
  if (!filters.length) return empty;
  return join(
    filters.map((filter) => {
      const condition = conditionOf(viewerId, filter);
      return filter.not ? sql`AND NOT coalesce((${condition}), false)` : sql`AND (${condition})`;
    }),
    ' ',
  );
}

function conditionOf(viewerId: number, filter: Filter): Sql {
  switch (filter.name) {
    case 'author':
      return sql`b.author ILIKE ${literalPattern(filter.value)}`;
    case 'year':
      return sql`b.year BETWEEN ${filter.from} AND ${filter.to}`;
    case 'site':
      return onSite(filter.value);
    case 'is':
      return sql`EXISTS (SELECT FROM readinglists r
        WHERE r.user_id = ${viewerId} AND r.blog_id = b.id AND ${READING_STATES[filter.value]})`;
    case 'tag':
      return sql`EXISTS (SELECT FROM readinglists r
        WHERE r.user_id = ${viewerId} AND r.blog_id = b.id AND ${hasTag(filter.value)})`;
    case 'has':
      return sql`EXISTS (SELECT FROM notes n WHERE n.blog_id = b.id AND ${countedFor(viewerId)})`;
    case 'team':
      return sql`EXISTS (SELECT FROM team_readings tr JOIN teams t ON t.id = tr.team_id
        JOIN memberships m ON m.team_id = t.id AND m.user_id = ${viewerId}
        WHERE tr.blog_id = b.id AND lower(t.name) = lower(${filter.value}))`;
  }
}

const READING_STATES = { read: sql`r.read`, unread: sql`NOT r.read`, starred: sql`r.starred_at IS NOT NULL` };

/** The site itself and all below it: site:example.com finds blog.example.com, and not badexample.com. */
function onSite(site: string): Sql {
  const host = site
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/s, '');
  const backwards = Array.from(host).reverse().join('');
  const below = `${backwards.replace(/[\\%_]/g, '\\$&')}.%`;
  return sql`carrel_site(b.url) = ${backwards} OR carrel_site(b.url) LIKE ${below}`;
}
