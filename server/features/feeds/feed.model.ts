import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';

/** A feed that somebody follows, once for all who do. Until it was looked at first, `url` may be a page that names one. */
export class Feed extends Model<InferAttributes<Feed>, InferCreationAttributes<Feed>> {
  declare id: CreationOptional<number>;
  declare url: string;
  declare title: CreationOptional<string | null>;
  declare siteUrl: CreationOptional<string | null>;
  declare state: CreationOptional<'waiting' | 'ready' | 'failed'>;
  /** In words, why it could not be had the last time. */
  declare reason: CreationOptional<string | null>;
  declare etag: CreationOptional<string | null>;
  declare lastModified: CreationOptional<string | null>;
  /** How often it could not be had, since it last could. */
  declare failures: CreationOptional<number>;
  declare checkedAt: CreationOptional<Date | null>;
  declare nextCheckAt: Date;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineFeed(sequelize: Sequelize): void {
  Feed.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      url: { type: DataTypes.TEXT, allowNull: false },
      title: { type: DataTypes.TEXT },
      siteUrl: { type: DataTypes.TEXT },
      state: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'waiting' },
      reason: { type: DataTypes.TEXT },
      etag: { type: DataTypes.TEXT },
      lastModified: { type: DataTypes.TEXT },
      failures: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      checkedAt: { type: DataTypes.DATE },
      nextCheckAt: { type: DataTypes.DATE, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'feed', tableName: 'feeds' },
  );
}
