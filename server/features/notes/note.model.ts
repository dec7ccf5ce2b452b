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
import { User } from '../users/user.model.ts';

/** Something a user wrote, shared with everybody unless he keeps it private; may hang on a blog. */
export class Note extends Model<InferAttributes<Note>, InferCreationAttributes<Note>> {
  declare id: CreationOptional<number>;
  /** Markdown; may be empty where a passage is quoted. */
  declare content: string;
  declare important: CreationOptional<boolean>;
  declare shared: CreationOptional<boolean>;
  /** When it was written. */
  declare date: Date;
  declare userId: number;
  declare blogId: CreationOptional<number | null>;
  /** The passage that the note is about, with some of the text before and after it; all three or none. */
  declare quote: CreationOptional<string | null>;
  declare prefix: CreationOptional<string | null>;
  declare suffix: CreationOptional<string | null>;
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
      date: { type: DataTypes.DATE, allowNull: false },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      blogId: { type: DataTypes.INTEGER },
      quote: { type: DataTypes.TEXT },
      prefix: { type: DataTypes.TEXT },
      suffix: { type: DataTypes.TEXT },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'note', tableName: 'notes' },
  );
  Note.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  User.hasMany(Note, { foreignKey: 'userId' });
  Note.belongsTo(Blog, { foreignKey: 'blogId' });
  Blog.hasMany(Note, { foreignKey: 'blogId' });
}
