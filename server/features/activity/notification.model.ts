import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { Blog } from '../blogs/blog.model.ts';
import { Note } from '../notes/note.model.ts';
import type { NotificationKind } from '../notifications/notify.ts';
import { Team } from '../teams/team.model.ts';
import { User } from '../users/user.model.ts';

/** Something that concerns one user: who did what, and which team, blog or note it leads to. */
export class Notification extends Model<InferAttributes<Notification>, InferCreationAttributes<Notification>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare kind: NotificationKind;
  declare actorId: CreationOptional<number | null>;
  declare teamId: CreationOptional<number | null>;
  declare blogId: CreationOptional<number | null>;
  declare noteId: CreationOptional<number | null>;
  /** Null until the user has seen it. */
  declare seenAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
}

export function defineNotification(sequelize: Sequelize): void {
  Notification.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      kind: { type: DataTypes.TEXT, allowNull: false },
      actorId: { type: DataTypes.INTEGER },
      teamId: { type: DataTypes.INTEGER },
      blogId: { type: DataTypes.INTEGER },
      noteId: { type: DataTypes.INTEGER },
      seenAt: { type: DataTypes.DATE },
      createdAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'notification', tableName: 'notifications', updatedAt: false },
  );
  Notification.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  Notification.belongsTo(User, { as: 'actor', foreignKey: 'actorId' });
  Notification.belongsTo(Team, { foreignKey: 'teamId' });
  Notification.belongsTo(Blog, { foreignKey: 'blogId' });
  Notification.belongsTo(Note, { foreignKey: 'noteId' });
}
