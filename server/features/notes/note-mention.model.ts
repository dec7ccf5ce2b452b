import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';
import { Note } from './note.model.ts';

/** The row that joins a note and a user who is mentioned in it. */
export class NoteMention extends Model<InferAttributes<NoteMention>, InferCreationAttributes<NoteMention>> {
  declare id: CreationOptional<number>;
  declare noteId: number;
  declare userId: number;
  /** As it stands in the note, without the @. */
  declare written: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineNoteMention(sequelize: Sequelize): void {
  NoteMention.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      noteId: { type: DataTypes.INTEGER, allowNull: false },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      written: { type: DataTypes.TEXT, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'noteMention', tableName: 'note_mentions' },
  );
  NoteMention.belongsTo(Note, { foreignKey: { name: 'noteId', allowNull: false } });
  Note.hasMany(NoteMention, { foreignKey: 'noteId' });
  NoteMention.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  User.hasMany(NoteMention, { foreignKey: 'userId' });
}
