import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';
import { Post } from './post.model.ts';

/** A post that waits in a user's inbox. */
export class InboxItem extends Model<InferAttributes<InboxItem>, InferCreationAttributes<InboxItem>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare postId: number;
  /** When it was dismissed; it can be put back for an hour, and then goes with the next one that is dismissed. */
  declare dismissedAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineInboxItem(sequelize: Sequelize): void {
  InboxItem.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      postId: { type: DataTypes.INTEGER, allowNull: false },
      dismissedAt: { type: DataTypes.DATE },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'inboxItem', tableName: 'inbox_items' },
  );
  InboxItem.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  InboxItem.belongsTo(Post, { foreignKey: { name: 'postId', allowNull: false } });
}
