import type { Sequelize } from 'sequelize';
import { defineAuditEvent } from '../audit/audit-event.model.ts';
import { defineEvent } from '../events/event.model.ts';
import { defineDigest } from './activity/digest.model.ts';
import { defineNotification } from './activity/notification.model.ts';
import { defineArticle } from './blogs/article.model.ts';
import { defineBlog } from './blogs/blog.model.ts';
import { defineLike } from './blogs/like.model.ts';
import { defineInvitation } from './invitations/invitation.model.ts';
import { defineNote } from './notes/note.model.ts';
import { defineNoteMention } from './notes/note-mention.model.ts';
import { defineNoteReaction } from './notes/note-reaction.model.ts';
import { defineUserNote } from './notes/user-note.model.ts';
import { defineReadinglist } from './readinglists/readinglist.model.ts';
import { defineBlogWords } from './search/blog-words.model.ts';
import { defineSession } from './sessions/session.model.ts';
import { defineMembership } from './teams/membership.model.ts';
import { defineTeam } from './teams/team.model.ts';
import { defineTeamReading } from './teams/team-reading.model.ts';
import { defineUser } from './users/user.model.ts';

/** Binds every model to the database, each after those that its foreign keys point to. */
export function defineModels(sequelize: Sequelize): void {
  defineUser(sequelize);
  defineSession(sequelize);
  defineBlog(sequelize);
  defineArticle(sequelize);
  defineLike(sequelize);
  defineReadinglist(sequelize);
  defineTeam(sequelize);
  defineMembership(sequelize);
  defineNote(sequelize);
  defineUserNote(sequelize);
  defineNoteMention(sequelize);
  defineNoteReaction(sequelize);
  defineTeamReading(sequelize);
  defineBlogWords(sequelize);
  defineNotification(sequelize);
  defineDigest(sequelize);
  defineEvent(sequelize);
  defineInvitation(sequelize);
  defineAuditEvent(sequelize);
}
