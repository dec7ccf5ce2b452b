import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize';

/** One deed that an admin may want to look up later. Rows are only ever added; the database refuses anything else. */
export class AuditEvent extends Model<InferAttributes<AuditEvent>, InferCreationAttributes<AuditEvent>> {
  declare id: CreationOptional<number>;
  /** Null where nobody was signed in, and for the operator of the command line. */
  declare actorId: number | null;
  /** His username at that time; `operator`, or `nobody`. */
  declare actor: string;
  declare action: string;
  declare subjectId: number | null;
  /** What it was done to, as it was called at that time. */
  declare subject: string;
  declare ip: string | null;
  declare details: object | null;
  declare createdAt: CreationOptional<Date>;
}

export function defineAuditEvent(sequelize: Sequelize): void {
  AuditEvent.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      actorId: { type: DataTypes.INTEGER },
      actor: { type: DataTypes.TEXT, allowNull: false },
      action: { type: DataTypes.TEXT, allowNull: false },
      subjectId: { type: DataTypes.INTEGER },
      subject: { type: DataTypes.TEXT, allowNull: false },
      ip: { type: DataTypes.TEXT },
      details: { type: DataTypes.JSONB },
      createdAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'auditEvent', tableName: 'audit_events', updatedAt: false },
  );
}
