import { createHash } from 'node:crypto';
import { database } from '../../server/database/sequelize.ts';
import { Blog } from '../../server/features/blogs/blog.model.ts';
import { Like } from '../../server/features/blogs/like.model.ts';
import { Invitation } from '../../server/features/invitations/invitation.model.ts';
import { Note } from '../../server/features/notes/note.model.ts';
import { NoteMention } from '../../server/features/notes/note-mention.model.ts';
import { NoteReaction } from '../../server/features/notes/note-reaction.model.ts';
import { UserNote } from '../../server/features/notes/user-note.model.ts';
import { Readinglist } from '../../server/features/readinglists/readinglist.model.ts';
import { Session } from '../../server/features/sessions/session.model.ts';
import { Membership } from '../../server/features/teams/membership.model.ts';
import { Team } from '../../server/features/teams/team.model.ts';
import { TeamReading } from '../../server/features/teams/team-reading.model.ts';
import { hashPassword } from '../../server/features/users/password.ts';
import { User } from '../../server/features/users/user.model.ts';

/** The tokens of users 1 to 3 of the library. */
export const TOKENS = { admin: 'token-of-the-admin', member: 'token-of-a-member', bystander: 'token-of-a-bystander' };

const passwordHash = hashPassword('correct horse');
const LATER = new Date(Date.now() + 86_400_000);
const now = () => new Date();

/** Empties the database and fills it with a few rows in every table, ids from 1, past the verbs for speed. */
export async function fillLibrary(): Promise<void> {
  await database().query(
    'TRUNCATE users, blogs, teams, sessions, notes, readinglists, likes, memberships, user_notes, team_readings, invitations RESTART IDENTITY CASCADE',
  );
  const hash = await passwordHash;
  await User.bulkCreate(
    Object.keys(TOKENS).map((role) => ({
      username: `${role}@example.com`,
      name: `The ${role}`,
      passwordHash: hash,
      admin: role === 'admin',
    })),
  );
  await Session.bulkCreate(
    Object.values(TOKENS).map((token, i) => ({
      userId: i + 1,
      kind: 'login' as const,
      tokenHash: createHash('sha256').update(token).digest(),
      lastSeenAt: now(),
      expiresAt: LATER,
    })),
  );
  await Blog.bulkCreate(
    [1, 2, 3, 1].map((userId, i) => ({
      userId,
      title: `Blog ${i} on React`,
      author: 'Dan Abramov',
      url: `https://blog.example/${i}`,
      year: 2020 + i,
    })),
  );
  await Note.bulkCreate(
    [1, 2, 3, 2].map((userId, i) => ({ userId, content: `note ${i}`, date: now(), blogId: i + 1, shared: i !== 2 })),
  );
  await Team.bulkCreate([{ name: 'Toska' }, { name: 'Mosa' }, { name: 'Alone' }]);
  await Promise.all([
    Membership.bulkCreate([1, 2, 3].map((teamId) => ({ teamId, userId: teamId, role: 'owner' as const }))),
    Readinglist.bulkCreate([1, 2, 3].map((userId) => ({ userId, blogId: 2 }))),
    Like.bulkCreate([{ userId: 2, blogId: 1 }]),
    Invitation.bulkCreate([
      { teamId: 1, createdBy: 1, tokenHash: createHash('sha256').update('a').digest() }, // what a made-up token often is
    ]),
    TeamReading.bulkCreate([1, 2, 3].map((teamId) => ({ teamId, userId: teamId, blogId: 2 }))),
    UserNote.bulkCreate([{ userId: 3, noteId: 1 }]),
    Note.bulkCreate([
      { userId: 2, content: 'for the team', date: now(), shared: false, teamId: 2 },
      { userId: 1, content: '@The member, a reply', date: now(), blogId: 2, parentId: 2 },
    ]),
    NoteReaction.bulkCreate([{ userId: 2, noteId: 1, kind: 'agree' }]),
    NoteMention.bulkCreate([{ userId: 2, noteId: 1, written: 'The member' }]),
  ]);
}

/** Whether the three users can still do what they could: a request may have ended their sessions, or made them admins. */
export async function isWhole(): Promise<boolean> {
  const [[row]] = (await database().query(`
    SELECT count(*)::int AS users FROM users u JOIN sessions s ON s.user_id = u.id AND s.id = u.id
    WHERE u.id <= 3 AND NOT u.disabled AND u.admin = (u.id = 1)`)) as [{ users: number }[], unknown];
  return row?.users === 3;
}
