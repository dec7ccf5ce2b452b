import { type Facts, PAGE } from './facts.ts';
import { PASSWORD, tokenOf } from './library.ts';

/** One request, for all servers the same. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Workload {
  name: string;
  what: string;
  kind: 'read' | 'write' | 'login';
  calls: (facts: Facts) => Call[];
  /** SQL that takes back what the calls did, so that every run finds the same library. */
  undo?: (facts: Facts) => string;
}

function get(userId: number, path: string): Call {
  return { method: 'GET', path, headers: { authorization: `Bearer ${tokenOf(userId)}` } };
}

function send(method: 'POST' | 'PUT', userId: number, path: string, body: object): Call {
  const { headers } = get(userId, path);
  return { method, path, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function byEachReader(path: string): Workload['calls'] {
  return ({ readers }) => readers.map((id) => get(id, path));
}

/** A cursor is opaque to clients; here it is made, since walking 999 pages would take longer than what is measured. */
function deepPage({ deep: { page, last }, readers }: Facts): Call[] {
  const cursor = Buffer.from(JSON.stringify(['likes', last.likes, last.id])).toString('base64url');
  // `page` is for the course's server, which knows no cursor.
  return readers.map((id) => get(id, `/api/blogs?limit=${PAGE}&cursor=${cursor}&page=${page}`));
}

export const WORKLOADS: Workload[] = [
  { name: 'session', what: 'session check alone', kind: 'read', calls: byEachReader('/api/status') },
  { name: 'list', what: 'own reading list page', kind: 'read', calls: byEachReader(`/api/readinglists?limit=${PAGE}`) },
  {
    name: 'user',
    what: 'user with 50 readings',
    kind: 'read',
    calls: ({ readers }) => readers.map((id) => get(id, `/api/users/${id}`)),
  },
  {
    name: 'blog',
    what: 'blog by id',
    kind: 'read',
    calls: ({ blogs, readers }) => blogs.map((id, i) => get(readers[i % readers.length] as number, `/api/blogs/${id}`)),
  },
  { name: 'blogs', what: 'top blogs page', kind: 'read', calls: byEachReader(`/api/blogs?limit=${PAGE}`) },
  { name: 'deep', what: 'page 1,000 of the blogs', kind: 'read', calls: deepPage },
  {
    name: 'rare',
    what: 'search by a rare word',
    kind: 'read',
    calls: byEachReader(`/api/blogs?search=kimati&limit=${PAGE}`),
  },
  {
    name: 'common',
    what: 'search by a common word',
    kind: 'read',
    calls: byEachReader(`/api/blogs?search=postgres&limit=${PAGE}`),
  },
  { name: 'authors', what: 'authors page', kind: 'read', calls: byEachReader(`/api/authors?limit=${PAGE}`) },
  { name: 'notes', what: 'notes page', kind: 'read', calls: byEachReader(`/api/notes?limit=${PAGE}`) },
  {
    name: 'team',
    what: 'team page',
    kind: 'read',
    calls: ({ teams, readers }) => teams.map((id, i) => get(readers[i % readers.length] as number, `/api/teams/${id}`)),
  },
  {
    name: 'mark',
    what: 'mark read, and unread again',
    kind: 'write',
    calls: ({ entries }) =>
      entries.flatMap(({ id, userId, read }) =>
        [!read, read].map((value) => send('PUT', userId, `/api/readinglists/${id}`, { read: value })),
      ),
  },
  {
    name: 'add',
    what: 'add to list',
    kind: 'write',
    calls: ({ free }) => free.map(({ userId, blogId }) => send('POST', userId, '/api/readinglists', { blogId })),
    undo: ({ lastEntry }) => `DELETE FROM readinglists WHERE id > ${lastEntry}`,
  },
  {
    name: 'login',
    what: 'login',
    kind: 'login',
    calls: ({ readers }) =>
      readers.map((id) => ({
        method: 'POST',
        path: '/api/login',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: `reader${id}@example.com`, password: PASSWORD }),
      })),
    undo: () => "DELETE FROM sessions WHERE kind = 'login'",
  },
];
