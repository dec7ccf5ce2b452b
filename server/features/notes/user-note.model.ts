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

/** The row that joins a user and a note he marked for himself. */
export class UserNote extends Model<InferAttributes<UserNote>, InferCreationAttributes<UserNote>> {
  declare id: CreationOptional<number>;
  declare userId: number;
  declare noteId: number;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineUserNote(sequelize: Sequelize): void {
  UserNote.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      noteId: { type: DataTypes.INTEGER, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'userNote', tableName: 'user_notes' },
  );
  User.belongsToMany(Note, { through: UserNote, as: 'markedNotes', foreignKey: 'userId', otherKey: 'noteId' });
  Note.belongsToMany(User, { through: UserNote, as: 'usersMarked', foreignKey: 'noteId', otherKey: 'userId' });
}
