import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';
import { User } from '../users/user.model.ts';
import type { ReactionKind } from './conversation.schemas.ts';
import { Note } from './note.model.ts';

/** The row that joins a note and a user who reacted to it; one for each kind. */
export class NoteReaction extends Model<InferAttributes<NoteReaction>, InferCreationAttributes<NoteReaction>> {
  declare id: CreationOptional<number>;
  declare noteId: number;
  declare userId: number;
  declare kind: ReactionKind;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineNoteReaction(sequelize: Sequelize): void {
  NoteReaction.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      noteId: { type: DataTypes.INTEGER, allowNull: false },
      userId: { type: DataTypes.INTEGER, allowNull: false },
      kind: { type: DataTypes.TEXT, allowNull: false },
      createdAt: { type: DataTypes.DATE, allowNull: false },
      updatedAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'noteReaction', tableName: 'note_reactions' },
  );
  NoteReaction.belongsTo(Note, { foreignKey: { name: 'noteId', allowNull: false } });
  Note.hasMany(NoteReaction, { foreignKey: 'noteId' });
  NoteReaction.belongsTo(User, { foreignKey: { name: 'userId', allowNull: false } });
  User.hasMany(NoteReaction, { foreignKey: 'userId' });
}
