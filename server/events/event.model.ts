import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';

/** One thing that was told to one channel; kept for an hour, so that an interrupted stream can go on without a gap. */
export class Event extends Model<InferAttributes<Event>, InferCreationAttributes<Event>> {
  declare id: CreationOptional<string>;
  declare xid: string;
  declare channel: string;
  declare topic: string;
  declare subjectId: number | null;
  declare origin: string | null;
  declare createdAt: CreationOptional<Date>;
}

export function defineEvent(sequelize: Sequelize): void {
  Event.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
      xid: { type: DataTypes.BIGINT, primaryKey: true },
      channel: { type: DataTypes.TEXT, allowNull: false },
      topic: { type: DataTypes.TEXT, allowNull: false },
      subjectId: { type: DataTypes.INTEGER },
      origin: { type: DataTypes.TEXT },
      createdAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'event', tableName: 'events', updatedAt: false },
  );
}
