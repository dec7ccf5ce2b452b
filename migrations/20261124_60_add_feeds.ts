import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'which feeds are followed by whom, and the posts in everybody’s inbox';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('feeds', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    // What was followed: a feed, or a page that names one, until it was looked at the first time.
    url: { type: DataTypes.TEXT, allowNull: false },
    title: { type: DataTypes.TEXT },
    site_url: { type: DataTypes.TEXT },
    state: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'waiting' },
    reason: { type: DataTypes.TEXT },
    etag: { type: DataTypes.TEXT },
    last_modified: { type: DataTypes.TEXT },
    failures: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    checked_at: { type: DataTypes.DATE },
    next_check_at: { type: DataTypes.DATE, allowNull: false },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addConstraint('feeds', {
    type: 'check',
    name: 'feeds_state_known',
    fields: ['state'],
    where: { state: ['waiting', 'ready', 'failed'] },
  });
  await queryInterface.addIndex('feeds', ['next_check_at']);
  // An address can be longer than an entry of a B-tree may be, and a hash index cannot be unique.
  await queryInterface.sequelize.query('CREATE UNIQUE INDEX feeds_url ON feeds (md5(url))');

  await queryInterface.createTable('subscriptions', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: reference('users'),
    feed_id: reference('feeds'),
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('subscriptions', ['user_id', 'feed_id'], { unique: true });
  await queryInterface.addIndex('subscriptions', ['feed_id']);

  await queryInterface.createTable('posts', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    feed_id: reference('feeds'),
    // As the feed tells its entries apart, hashed: it may be of any length.
    guid_hash: { type: DataTypes.TEXT, allowNull: false },
    url: { type: DataTypes.TEXT, allowNull: false },
    title: { type: DataTypes.TEXT, allowNull: false },
    author: { type: DataTypes.TEXT },
    summary: { type: DataTypes.TEXT },
    published_at: { type: DataTypes.DATE },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('posts', ['feed_id', 'guid_hash'], { unique: true });

  await queryInterface.createTable('inbox_items', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: reference('users'),
    post_id: reference('posts'),
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('inbox_items', ['user_id', 'post_id'], { unique: true });
  await queryInterface.addIndex('inbox_items', ['post_id']);
  await queryInterface.addIndex('inbox_items', ['user_id', 'id']);

  await queryInterface.sequelize.query(
    `SELECT pgboss.create_queue('check-feed', '{"policy": "singleton", "retryLimit": 0, "retryDelay": 30,
      "retryBackoff": true, "expireInSeconds": 120, "retentionMinutes": 1440}')`,
  );
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query("DELETE FROM pgboss.job WHERE name = 'check-feed'");
  await queryInterface.sequelize.query("SELECT pgboss.delete_queue('check-feed')");
  for (const table of ['inbox_items', 'posts', 'subscriptions', 'feeds']) await queryInterface.dropTable(table);
}

function reference(model: string) {
  return {
    type: DataTypes.INTEGER,
    allowNull: false,
    references: { model, key: 'id' },
    onDelete: 'CASCADE',
  };
}
