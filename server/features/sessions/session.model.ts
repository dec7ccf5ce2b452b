import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';

/** One login or one API token. Only the SHA-256 of its token is kept, so that a leaked table opens nothing. */
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare tokenHash: Buffer;
  declare kind: 'login' | 'token';
  declare label: CreationOptional<string | null>;
  declare userAgent: CreationOptional<string | null>;
  declare ip: CreationOptional<string | null>;
  declare lastSeenAt: Date;
  declare expiresAt: Date;
  /** Whether each use moves expiresAt on. */
  declare sliding: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineSession(sequelize: Sequelize): void {
  Session.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      tokenHash: { type: DataTypes.BLOB, allowNull: false },
      kind: { type: DataTypes.TEXT, allowNull: false },
      label: { type: DataTypes.TEXT },
      userAgent: { type: DataTypes.TEXT },
      ip: { type: DataTypes.TEXT },
      lastSeenAt: { type: DataTypes.DATE, allowNull: false },
      expiresAt: { type: DataTypes.DATE, allowNull: false },
      sliding: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'session', tableName: 'sessions' },
  );
  Session.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  User.hasMany(Session, { foreignKey: 'userId' });
}
