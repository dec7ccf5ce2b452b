import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses =
  'the log of the last hour that lets an interrupted stream of events go on; open pages load themselves anew';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('events', {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    // The transaction that published it. Ids are given out before the commit and so in another order; with the transaction
    // it can be said what a reader cannot have seen yet.
    xid: { type: DataTypes.BIGINT, allowNull: false },
    // Who may hear it: everyone, admins, user:ID, team:ID. No foreign keys: it is gone after an hour, and a deleted thing's
    // last event must still be told.
    channel: { type: DataTypes.TEXT, allowNull: false },
    topic: { type: DataTypes.TEXT, allowNull: false },
    subject_id: { type: DataTypes.INTEGER },
    origin: { type: DataTypes.TEXT },
    created_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('events', ['xid']);
  await queryInterface.addIndex('events', ['created_at']);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('events');
}
