import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';

/** That a user wants the weekly mail; without a row he gets none. */
export class Digest extends Model<InferAttributes<Digest>, InferCreationAttributes<Digest>> {
  declare userId: number;
  /** In the link that ends the mail without a login. */
  declare token: string;
  /** When the last one was sent, or when it was asked for. */
  declare sentAt: Date;
  declare createdAt: CreationOptional<Date>;
}

export function defineDigest(sequelize: Sequelize): void {
  Digest.init(
    {
      userId: { type: DataTypes.INTEGER, primaryKey: true },
      token: { type: DataTypes.TEXT, allowNull: false },
      sentAt: { type: DataTypes.DATE, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'digest', tableName: 'digests', updatedAt: false },
  );
  Digest.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
}
