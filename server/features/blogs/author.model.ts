import { type CreationOptional, DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize';

/** What an author's blogs come to, so that a list of authors need not read them all. Triggers on `blogs` keep it; nothing here writes it. */
class Author extends Model<InferAttributes<Author>> {
  declare id: CreationOptional<number>;
  declare author: string;
  declare blogs: number;
  /** Of all his blogs together; more than an integer holds. */
  declare likes: string;
}

export function defineAuthor(sequelize: Sequelize): void {
  Author.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      author: { type: DataTypes.TEXT, allowNull: false },
      blogs: { type: DataTypes.INTEGER, allowNull: false },
      likes: { type: DataTypes.BIGINT, allowNull: false },
    },
    { sequelize, modelName: 'author', tableName: 'authors', timestamps: false },
  );
}
