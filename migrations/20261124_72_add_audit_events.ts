import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'the whole audit log';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('audit_events', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    // No foreign keys: what is recorded stays when the user or the blog is gone, so names are kept beside ids.
    actor_id: { type: DataTypes.INTEGER },
    actor: { type: DataTypes.TEXT, allowNull: false },
    action: { type: DataTypes.TEXT, allowNull: false },
    subject_id: { type: DataTypes.INTEGER },
    subject: { type: DataTypes.TEXT, allowNull: false },
    ip: { type: DataTypes.TEXT },
    details: { type: DataTypes.JSONB },
    created_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('audit_events', ['action', 'id']);
  await queryInterface.addIndex('audit_events', ['actor_id', 'id']);
  await queryInterface.addIndex('audit_events', ['created_at']);
  await queryInterface.sequelize.query(`
    CREATE FUNCTION refuse_change_of_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the audit log is only ever added to: % on audit_events is refused', TG_OP;
    END $$`);
  await queryInterface.sequelize.query(`
    CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_events()`);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('audit_events');
  await queryInterface.sequelize.query('DROP FUNCTION refuse_change_of_audit_events()');
}
