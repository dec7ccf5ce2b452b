import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { Feed } from './feed.model.ts';

/** What a feed has told of, so that it is new only once. */
export class Post extends Model<InferAttributes<Post>, InferCreationAttributes<Post>> {
  declare id: CreationOptional<number>;
  declare feedId: number;
  declare guidHash: string;
  declare url: string;
  declare title: string;
  declare author: CreationOptional<string | null>;
  declare summary: CreationOptional<string | null>;
  declare publishedAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function definePost(sequelize: Sequelize): void {
  Post.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      feedId: { type: DataTypes.INTEGER, allowNull: false },
      guidHash: { type: DataTypes.TEXT, allowNull: false },
      url: { type: DataTypes.TEXT, allowNull: false },
      title: { type: DataTypes.TEXT, allowNull: false },
      author: { type: DataTypes.TEXT },
      summary: { type: DataTypes.TEXT },
      publishedAt: { type: DataTypes.DATE },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'post', tableName: 'posts' },
  );
  Post.belongsTo(Feed, { foreignKey: { name: 'feedId', allowNull: false } });
}
