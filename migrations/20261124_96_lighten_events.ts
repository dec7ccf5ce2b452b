import type { Step } from '../server/database/migrator.ts';

// Every write adds a row here, and each index is a page that all writers want at once. Looked up is by transaction only; that
// what is older than an hour is deleted may read the whole log, once in a while.
export async function up({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query(`
    ALTER TABLE events DROP CONSTRAINT events_pkey, ADD PRIMARY KEY (xid, id);
    DROP INDEX events_xid;
    DROP INDEX events_created_at`);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query(`
    ALTER TABLE events DROP CONSTRAINT events_pkey, ADD PRIMARY KEY (id)`);
  await queryInterface.addIndex('events', ['xid']);
  await queryInterface.addIndex('events', ['created_at']);
}
