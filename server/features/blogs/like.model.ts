import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';
import { Blog } from './blog.model.ts';

/** One user's like of one blog. `blogs.likes` is the number shown, which an owner may set to any number. */
export class Like extends Model<InferAttributes<Like>, InferCreationAttributes<Like>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare blogId: number;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineLike(sequelize: Sequelize): void {
  Like.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      blogId: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'like', tableName: 'likes' },
  );
  User.belongsToMany(Blog, { through: Like, as: 'likedBlogs', foreignKey: 'userId', otherKey: 'blogId' });
  Blog.belongsToMany(User, { through: Like, as: 'likedBy', foreignKey: 'blogId', otherKey: 'userId' });
}
