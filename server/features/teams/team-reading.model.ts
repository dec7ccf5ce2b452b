import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { Blog } from '../blogs/blog.model.ts';
import { User } from '../users/user.model.ts';
import { Team } from './team.model.ts';

/** The row that joins a team and a blog that its members read together. */
export class TeamReading extends Model<InferAttributes<TeamReading>, InferCreationAttributes<TeamReading>> {
  declare id: CreationOptional<number>;
  declare teamId: number;
  declare blogId: number;
  /** Who put it on the list; null once his account is gone. */
  declare userId: CreationOptional<number | null>;
  /** The day by which it should be read, as 2026-11-27: a day in every time zone alike. */
  declare dueOn: CreationOptional<string | null>;
  /** A word why. */
  declare word: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineTeamReading(sequelize: Sequelize): void {
  TeamReading.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      teamId: { type: DataTypes.INTEGER, allowNull: false },
      blogId: { type: DataTypes.INTEGER, allowNull: false },
      userId: { type: DataTypes.INTEGER },
      dueOn: { type: DataTypes.DATEONLY },
      word: { type: DataTypes.TEXT },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'teamReading', tableName: 'team_readings' },
  );
  Team.belongsToMany(Blog, { through: TeamReading, as: 'readings', foreignKey: 'teamId', otherKey: 'blogId' });
  Blog.belongsToMany(Team, { through: TeamReading, as: 'teams', foreignKey: 'blogId', otherKey: 'teamId' });
  TeamReading.belongsTo(User, { foreignKey: 'userId' });
}
