import type { QueryKey } from '@tanstack/react-query';

/**
 * Which queries a topic of the server's events makes stale, by how their keys begin. A topic that is not here concerns no
 * query; `everything` is all of them.
 */
const STALE: Record<string, QueryKey[]> = {
  blogs: [['blogs'], ['authors'], ['readinglists'], ['teams']],
  readinglists: [['readinglists'], ['statistics']],
  'team-readings': [['teams'], ['activity'], ['statistics', 'team']],
  notes: [['notes'], ['blogs'], ['people'], ['teams'], ['activity']],
  teams: [['teams'], ['people'], ['activity'], ['notes']],
  people: [['people'], ['accounts'], ['teams']],
  sessions: [['sessions']],
  notifications: [['notifications']],
};

export function staleKeys(topics: Set<string>): QueryKey[] {
  if (topics.has('everything')) return [[]];
  return [...topics].flatMap((topic) => STALE[topic] ?? []);
}
