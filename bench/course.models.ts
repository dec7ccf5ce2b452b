import { DataTypes, Model, Sequelize } from 'sequelize';

const { host, port, user, password, database, application_name } = JSON.parse(process.env.BENCH_ADDRESS ?? '{}');

const sequelize = new Sequelize({
  dialect: 'postgres',
  host,
  port,
  username: user,
  password,
  database,
  pool: { max: 16 },
  dialectOptions: { application_name },
  define: { underscored: true },
  logging: false,
});

export class User extends Model {
  declare id: number;
  declare username: string;
  declare name: string;
  declare passwordHash: string;
  declare admin: boolean;
  declare disabled: boolean;
}
export class Session extends Model {
  declare user?: User;
  declare expiresAt: Date;
  declare lastSeenAt: Date;
}
export class Blog extends Model {
  declare id: number;
}
export class Readinglist extends Model {
  declare userId: number;
  declare blog: Blog;
  declare read: boolean;
  declare readAt: Date | null;
}
export class Note extends Model {}
export class UserNote extends Model {}
export class Like extends Model {}
export class Team extends Model {}
export class Membership extends Model {}

const { TEXT, BOOLEAN, DATE, INTEGER, BLOB } = DataTypes;
const unread = { type: BOOLEAN, defaultValue: false };
const as = (modelName: string, tableName: string) => ({ sequelize, modelName, tableName });
const id = { type: INTEGER, primaryKey: true, autoIncrement: true }; // on the connection tables too

User.init({ username: TEXT, name: TEXT, passwordHash: TEXT, admin: BOOLEAN, disabled: BOOLEAN }, as('user', 'users'));
Session.init(
  { tokenHash: BLOB, kind: TEXT, userAgent: TEXT, ip: TEXT, lastSeenAt: DATE, expiresAt: DATE },
  as('session', 'sessions'),
);
Blog.init({ title: TEXT, author: TEXT, url: TEXT, likes: INTEGER, year: INTEGER }, as('blog', 'blogs'));
Readinglist.init({ id, read: unread, readAt: DATE }, as('readinglist', 'readinglists'));
Note.init({ content: TEXT, important: BOOLEAN, shared: BOOLEAN, date: DATE }, as('note', 'notes'));
UserNote.init({ id }, as('userNote', 'user_notes'));
Like.init({ id }, as('like', 'likes'));
Team.init({ name: TEXT }, as('team', 'teams'));
Membership.init({ id, role: TEXT }, as('membership', 'memberships'));

User.hasMany(Session);
Session.belongsTo(User);
User.hasMany(Blog);
Blog.belongsTo(User);
Blog.hasMany(Like, { as: 'fans' });
Like.belongsTo(Blog);
User.hasMany(Like);
User.belongsToMany(Blog, { through: Readinglist, as: 'readings' });
Blog.belongsToMany(User, { through: Readinglist, as: 'readers' });
Readinglist.belongsTo(Blog);
User.hasMany(Note);
Note.belongsTo(User);
Blog.hasMany(Note);
Note.belongsTo(Blog);
User.belongsToMany(Note, { through: UserNote, as: 'marked_notes' });
Note.belongsToMany(User, { through: UserNote, as: 'users_marked' });
Note.hasMany(UserNote, { as: 'marks' });
User.belongsToMany(Team, { through: Membership });
Team.belongsToMany(User, { through: Membership });
