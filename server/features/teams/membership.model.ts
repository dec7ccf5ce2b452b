import {
  type BelongsToManyGetAssociationsMixin,
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type NonAttribute,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';
import { Team } from './team.model.ts';

export type Role = 'owner' | 'member';

/** The row that joins a user and a team he reads in. */
export class Membership extends Model<InferAttributes<Membership>, InferCreationAttributes<Membership>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare teamId: number;
  declare role: CreationOptional<Role>;
  /** Whether the member keeps from the team what he has read. */
  declare hidesProgress: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

declare module '../users/user.model.ts' {
  interface User {
    teams?: NonAttribute<Team[]>;
    /** Fetches the user's teams when they are asked for (lazy). */
    getTeams: BelongsToManyGetAssociationsMixin<Team>;
  }
}

export function defineMembership(sequelize: Sequelize): void {
  Membership.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      teamId: { type: DataTypes.INTEGER, allowNull: false },
      role: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'member' },
      hidesProgress: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'membership', tableName: 'memberships' },
  );
  User.belongsToMany(Team, { through: Membership, foreignKey: 'userId', otherKey: 'teamId' });
  Team.belongsToMany(User, { through: Membership, as: 'members', foreignKey: 'teamId', otherKey: 'userId' });
}
