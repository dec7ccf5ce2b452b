import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  type Icon,
  IconArticle,
  IconKeyboard,
  IconListSearch,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BlogAnswer } from '../../../server/features/blogs/blogs.schemas.ts';
import type { PersonListAnswer } from '../../../server/features/people/people.schemas.ts';
import { get } from '../api.ts';
import { blogFacts, useOpenBlog } from '../features/blogs/blog-link.tsx';
import { useSignOut } from '../features/sessions/sign-out.ts';
import { teamsQuery } from '../features/teams/teams.queries.ts';
import { plural } from '../parts/plural.ts';
import { usePages } from './pages.ts';

interface Entry {
  id: string;
  label: string;
  fact?: string;
  icon: Icon;
  run: () => void;
}

const SEARCH = { id: 'search', icon: IconListSearch, fact: 'in titles, authors, texts and notes' };
const MOST = 6; // of each kind that the server is asked for

/** What the palette offers for some letters: pages, teams and actions at once, blogs and people as the server finds them. */
export function usePaletteGroups(query: string, openKeys: () => void) {
  const [asked] = useDebouncedValue(query.trim(), 120);
  const pages = usePages();
  const actions = useActions(openKeys);
  const navigate = useNavigate();
  const typed = query.trim();
  const searchFor = (q: string) => () => void navigate({ to: '/search', search: { q } });
  const openBlog = useOpenBlog();
  const { data: teams = [] } = useQuery(teamsQuery);
  const found = useQuery({
    queryKey: ['palette', asked],
    queryFn: async ({ signal }) => {
      const [blogs, people] = await Promise.all([
        get<BlogAnswer[]>('/blogs', { search: asked, limit: MOST }, signal),
        get<PersonListAnswer[]>('/users', { name: asked, limit: MOST }, signal),
      ]);
      return { blogs, people };
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const fits = ({ label }: { label: string }) => label.toLowerCase().includes(query.trim().toLowerCase());
  const { blogs, people } = (asked && found.data) || { blogs: [], people: [] };
  const forTeams: Entry[] = teams
    .filter(({ role }) => role && asked)
    .map(({ id, name }) => ({
      id: `add-to-${id}`,
      label: `Add a blog for ${name}`,
      icon: IconPlus,
      run: () => void navigate({ to: '/teams/$id', params: { id }, search: { add: true } }),
    }));
  const groups: { label: string; entries: Entry[] }[] = [
    {
      label: 'Pages',
      entries: pages
        .map(({ to, label, icon }) => ({ id: to, label, icon, run: () => void navigate({ to }) }))
        .filter(fits),
    },
    {
      label: 'Blogs',
      entries: blogs.map((blog) => ({
        id: `blog-${blog.id}`,
        label: blog.title,
        fact: blogFacts(blog).filter(isText).map(isolated).join(' · '),
        icon: IconArticle,
        run: () => openBlog(blog),
      })),
    },
    {
      label: 'People',
      entries: people.map(({ id, name, blogCount }) => ({
        id: `user-${id}`,
        label: name,
        fact: `${plural(blogCount, 'blog')} added`,
        icon: IconUser,
        run: () => void navigate({ to: '/people/$id', params: { id } }),
      })),
    },
    {
      label: 'Teams',
      entries: teams
        .map(({ id, name, memberCount }) => ({
          id: `team-${id}`,
          label: name,
          fact: plural(memberCount, 'member'),
          icon: IconUsersGroup,
          run: () => void navigate({ to: '/teams/$id', params: { id } }),
        }))
        .filter((team) => asked !== '' && fits(team))
        .slice(0, MOST),
    },
    { label: 'Actions', entries: [...actions, ...forTeams].filter(fits) },
    {
      label: 'Search',
      entries: typed ? [{ ...SEARCH, label: `Search everything for “${typed}”`, run: searchFor(typed) }] : [],
    },
  ];
  return { groups: groups.filter(({ entries }) => entries.length), isSearching: found.isFetching };
}

/** What is not text is the place of facts that are still to come; here they are left out. */
function isText(fact: unknown): fact is string | number {
  return (typeof fact === 'string' && fact !== '') || typeof fact === 'number';
}

/** A fact that is written from right to left must not reorder those beside it: FIRST STRONG ISOLATE and its end around it. */
function isolated(fact: string | number): string {
  return `\u2068${fact}\u2069`;
}

function useActions(openKeys: () => void): Entry[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  return [
    {
      id: 'add',
      label: 'Add a blog',
      icon: IconPlus,
      run: () => void navigate({ to: '/library', search: { add: true } }),
    },
    {
      id: 'found',
      label: 'Found a team',
      icon: IconUsersGroup,
      run: () => void navigate({ to: '/teams', search: { add: true } }),
    },
    { id: 'light', label: 'Use the light theme', icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', label: 'Use the dark theme', icon: IconMoon, run: () => setColorScheme('dark') },
    { id: 'keys', label: 'List the keys', icon: IconKeyboard, run: openKeys },
    { id: 'out', label: 'Sign out', icon: IconLogout, run: signOut },
  ];
}
