import type { apiOf } from './server.ts';

type Call = ReturnType<typeof apiOf>;

/** What the first team reads: something read by both, something in progress, with and without a day; and an invitation to it. */
export async function seedTeamReadings(matti: Call, ada: Call, blogs: number[]): Promise<void> {
  const at = '/teams/1/readings';
  for (const [index, blogId] of blogs.slice(0, 7).entries())
    await (index % 2 ? ada : matti)('POST', at, {
      blogId,
      dueOn: index < 4 ? `2999-12-0${index + 1}` : null,
      word: index === 1 ? 'before the meeting' : null,
    });
  const readings = await ada<{ id: number; blog: { id: number } }[]>('GET', '/readinglists?team=1');
  const mark = (blogId: number | undefined, change: object) =>
    ada('PUT', `/readinglists/${readings.find(({ blog }) => blog.id === blogId)?.id}`, change);
  await mark(blogs[0], { read: true });
  await mark(blogs[3], { progress: 0.4 });
  await matti('POST', '/teams/1/invitations', { maxUses: 5 });
}
