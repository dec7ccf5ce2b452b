import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import type { Role } from '../teams/membership.model.ts';
import { Team } from '../teams/team.model.ts';
import { User } from '../users/user.model.ts';

/** A link that takes whoever holds it into a team. */
export class Invitation extends Model<InferAttributes<Invitation>, InferCreationAttributes<Invitation>> {
  declare id: CreationOptional<number>;
  /** The SHA-256 of the token in the link; the token itself is shown once and kept nowhere. */
  declare tokenHash: Buffer;
  declare teamId: number;
  declare createdBy: number;
  declare role: CreationOptional<Role>;
  /** Null: never. */
  declare expiresAt: CreationOptional<Date | null>;
  /** Null: as many as like. */
  declare maxUses: CreationOptional<number | null>;
  declare uses: CreationOptional<number>;
  declare revokedAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineInvitation(sequelize: Sequelize): void {
  Invitation.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      tokenHash: { type: DataTypes.BLOB, allowNull: false },
      teamId: { type: DataTypes.INTEGER, allowNull: false },
      createdBy: { type: DataTypes.INTEGER, allowNull: false },
      role: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'member' },
      expiresAt: { type: DataTypes.DATE },
      maxUses: { type: DataTypes.INTEGER },
      uses: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      revokedAt: { type: DataTypes.DATE },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'invitation', tableName: 'invitations' },
  );
  Invitation.belongsTo(Team, { foreignKey: { name: 'teamId', allowNull: false } });
  Invitation.belongsTo(User, { as: 'maker', foreignKey: { name: 'createdBy', allowNull: false } });
}
