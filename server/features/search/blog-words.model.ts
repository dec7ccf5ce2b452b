import { type CreationOptional, DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize';
import { Blog } from '../blogs/blog.model.ts';

/**
 * The words by which a blog is found, apart from `blogs` because they take more room than all the rest of it. Triggers on
 * `blogs` and `articles` keep it; nothing here writes it.
 */
class BlogWords extends Model<InferAttributes<BlogWords>> {
  declare blogId: number;
  /** The text search configuration of PostgreSQL that the words went through: the language of the article. */
  declare config: CreationOptional<string>;
  /** The words of title (weight A) and author (B): small, so that every match can be ranked. */
  declare head: string;
  /** The same and those of the article's text (D). */
  declare words: string;
}

export function defineBlogWords(sequelize: Sequelize): void {
  BlogWords.init(
    {
      blogId: { type: DataTypes.INTEGER, primaryKey: true },
      config: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'english' },
      head: { type: DataTypes.TSVECTOR, allowNull: false },
      words: { type: DataTypes.TSVECTOR, allowNull: false },
    },
    { sequelize, modelName: 'blogWords', tableName: 'blog_words', timestamps: false },
  );
  BlogWords.belongsTo(Blog, { foreignKey: { name: 'blogId', allowNull: false } });
}
