import type { apiOf } from './server.ts';

type Call = ReturnType<typeof apiOf>;

/** A note for a team with replies, mentions and reactions, and the place of one that was deleted; on the blog with this id. */
export async function seedTalk(matti: Call, ada: Call, blogId: number, teamId: number): Promise<void> {
  const write = (call: Call, note: Record<string, unknown>) => call<{ id: number }>('POST', '/notes', note);
  const reply = (call: Call, id: number, content: string) => call('POST', `/notes/${id}/replies`, { content });
  const regretted = await write(ada, { content: 'Too early to say anything.', blogId });
  await reply(matti, regretted.id, 'Not at all: say it.');
  await ada('DELETE', `/notes/${regretted.id}`);
  const { id } = await write(ada, {
    content: 'People learn what they *do*. @Matti Luukkainen, shall we show it instead of telling?',
    blogId,
    teamId,
  });
  await reply(matti, id, 'Yes. On Thursday, with the three examples from the second half.');
  await reply(ada, id, 'Then I bring the slides. @matti@example.com brings the questions.');
  await matti('PUT', `/notes/${id}/reactions/agree`);
  await ada('PUT', `/notes/${id}/reactions/agree`);
  await matti('PUT', `/notes/${id}/reactions/insight`);
}
