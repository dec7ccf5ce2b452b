import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import { Blog } from '../blogs/blog.model.ts';
import { Team } from '../teams/team.model.ts';
import { User } from '../users/user.model.ts';

/** Something a user wrote, for everybody, for a team or for himself; may hang on a blog, or reply to another note. */
export class Note extends Model<InferAttributes<Note>, InferCreationAttributes<Note>> {
  declare id: CreationOptional<number>;
  /** Markdown; may be empty where a passage is quoted. */
  declare content: string;
  declare important: CreationOptional<boolean>;
  /** For everybody. Never together with a team; with neither it is for who wrote it alone. */
  declare shared: CreationOptional<boolean>;
  /** The team that it is for, and nobody else. */
  declare teamId: CreationOptional<number | null>;
  /** When it was written. */
  declare date: Date;
  declare userId: number;
  declare blogId: CreationOptional<number | null>;
  /** The passage that the note is about, with some of the text before and after it; all three or none. */
  declare quote: CreationOptional<string | null>;
  declare prefix: CreationOptional<string | null>;
  declare suffix: CreationOptional<string | null>;
  /** The note that this one replies to, which is no reply itself. */
  declare parentId: CreationOptional<number | null>;
  /** When its author deleted it; it keeps its place, emptied, as long as there are replies to it. */
  declare deletedAt: CreationOptional<Date | null>;
  declare user?: NonAttribute<User>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineNote(sequelize: Sequelize): void {
  Note.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      content: { type: DataTypes.TEXT, allowNull: false },
      important: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      shared: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      teamId: { type: DataTypes.INTEGER },
      date: { type: DataTypes.DATE, allowNull: false },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      blogId: { type: DataTypes.INTEGER },
      quote: { type: DataTypes.TEXT },
      prefix: { type: DataTypes.TEXT },
      suffix: { type: DataTypes.TEXT },
      parentId: { type: DataTypes.INTEGER },
      deletedAt: { type: DataTypes.DATE },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'note', tableName: 'notes' },
  );
  Note.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  User.hasMany(Note, { foreignKey: 'userId' });
  Note.belongsTo(Blog, { foreignKey: 'blogId' });
  Blog.hasMany(Note, { foreignKey: 'blogId' });
  Note.belongsTo(Team, { foreignKey: 'teamId' });
  Team.hasMany(Note, { foreignKey: 'teamId' });
  Note.belongsTo(Note, { as: 'parent', foreignKey: 'parentId' });
  Note.hasMany(Note, { as: 'replies', foreignKey: 'parentId' });
}
