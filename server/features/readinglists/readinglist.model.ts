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

/** The row that joins a user and a blog he wants to read, with his own read state. */
export class Readinglist extends Model<InferAttributes<Readinglist>, InferCreationAttributes<Readinglist>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare blogId: number;
  declare read: CreationOptional<boolean>;
  /** When it became read; null exactly while it is unread. */
  declare readAt: CreationOptional<Date | null>;
  /** How far he came in the text, from 0 to 1. */
  declare progress: CreationOptional<number>;
  /** When its reader starred it; null exactly while it has no star. */
  declare starredAt: CreationOptional<Date | null>;
  /** His tags: each once, without regard to case, and at most 20. In the row, so that what he does to it locks it. */
  declare tags: CreationOptional<string[]>;
  /** Whether its reader put it there, or was left with it; false while it is there only because a team of his reads it. */
  declare own: CreationOptional<boolean>;
  declare blog?: NonAttribute<Blog>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineReadinglist(sequelize: Sequelize): void {
  Readinglist.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      blogId: { type: DataTypes.INTEGER, allowNull: false },
      read: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      readAt: { type: DataTypes.DATE },
      progress: { type: DataTypes.REAL, allowNull: false, defaultValue: 0 },
      starredAt: { type: DataTypes.DATE },
      tags: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false, defaultValue: [] },
      own: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'readinglist', tableName: 'readinglists' },
  );
  User.belongsToMany(Blog, { through: Readinglist, as: 'readings', foreignKey: 'userId', otherKey: 'blogId' });
  Blog.belongsToMany(User, { through: Readinglist, as: 'readers', foreignKey: 'blogId', otherKey: 'userId' });
  Readinglist.belongsTo(Blog, { foreignKey: { name: 'blogId', allowNull: false } });
  Blog.hasMany(Readinglist, { foreignKey: 'blogId' });
}
