import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import { Blog } from './blog.model.ts';

/** Waiting for its page to be fetched; fetched; not to be had, for the reason that is there in words. */
export type ArticleState = 'waiting' | 'ready' | 'failed';

/** What the page of a blog said about itself, and its text: one row for each blog whose page was, or is to be, fetched. */
export class Article extends Model<InferAttributes<Article>, InferCreationAttributes<Article>> {
  declare blogId: number;
  declare state: ArticleState;
  declare reason: CreationOptional<string | null>;
  /** Why there is no text although the page was fetched: `noarchive`, `no-text` or `pdf`. */
  declare withheld: CreationOptional<string | null>;
  declare siteName: CreationOptional<string | null>;
  declare excerpt: CreationOptional<string | null>;
  declare language: CreationOptional<string | null>;
  declare direction: CreationOptional<'ltr' | 'rtl'>;
  declare leadImage: CreationOptional<string | null>;
  declare canonicalUrl: CreationOptional<string | null>;
  /** The address of the page that the blog's own led to, in the end or by its own word, as in Blog.addressKey; null for its own. */
  declare pageKey: CreationOptional<string | null>;
  declare publishedAt: CreationOptional<Date | null>;
  declare wordCount: CreationOptional<number>;
  declare readingMinutes: CreationOptional<number>;
  /** Sanitised: safe to put into a page as it is. Up to megabytes, so no list reads it. */
  declare html: CreationOptional<string | null>;
  declare text: CreationOptional<string | null>;
  declare fetchedAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

declare module './blog.model.ts' {
  interface Blog {
    article?: NonAttribute<Article | null>;
  }
}

export function defineArticle(sequelize: Sequelize): void {
  Article.init(
    {
      blogId: { type: DataTypes.INTEGER, primaryKey: true },
      state: { type: DataTypes.TEXT, allowNull: false },
      reason: { type: DataTypes.TEXT },
      withheld: { type: DataTypes.TEXT },
      siteName: { type: DataTypes.TEXT },
      excerpt: { type: DataTypes.TEXT },
      language: { type: DataTypes.TEXT },
      direction: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'ltr' },
      leadImage: { type: DataTypes.TEXT },
      canonicalUrl: { type: DataTypes.TEXT },
      pageKey: { type: DataTypes.TEXT },
      publishedAt: { type: DataTypes.DATE },
      wordCount: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      readingMinutes: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      html: { type: DataTypes.TEXT },
      text: { type: DataTypes.TEXT },
      fetchedAt: { type: DataTypes.DATE },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'article', tableName: 'articles' },
  );
  Article.belongsTo(Blog, { foreignKey: { name: 'blogId', allowNull: false } });
  Blog.hasOne(Article, { foreignKey: 'blogId' });
}
