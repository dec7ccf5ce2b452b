import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';

/** The first year a blog can be from: the year of the first web site. */
export const FIRST_YEAR = 1991;

/** One blog post or article that somebody collected. */
export class Blog extends Model<InferAttributes<Blog>, InferCreationAttributes<Blog>> {
  declare id: CreationOptional<number>;
  declare title: string;
  declare author: CreationOptional<string | null>;
  declare url: string;
  /** The address by which its page is recognised (normaliseUrl); null for what is none. */
  declare addressKey: CreationOptional<string | null>;
  declare year: CreationOptional<number | null>;
  declare likes: CreationOptional<number>;
  declare userId: number;
  declare user?: NonAttribute<User>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

declare module '../users/user.model.ts' {
  interface User {
    blogs?: NonAttribute<Blog[]>;
  }
}

export function defineBlog(sequelize: Sequelize): void {
  Blog.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      title: { type: DataTypes.TEXT, allowNull: false },
      author: { type: DataTypes.TEXT },
      url: { type: DataTypes.TEXT, allowNull: false },
      addressKey: { type: DataTypes.TEXT },
      year: { type: DataTypes.INTEGER, validate: { isPossible: requirePossibleYear } },
      likes: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'blog', tableName: 'blogs' },
  );
  Blog.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  User.hasMany(Blog, { foreignKey: 'userId' });
}

/** Checked here and not in the request's schema, because the last possible year moves while the server runs. */
function requirePossibleYear(year: number): void {
  const last = new Date().getFullYear();
  if (year < FIRST_YEAR || year > last) throw new Error(`year must be a whole number from ${FIRST_YEAR} to ${last}`);
}
