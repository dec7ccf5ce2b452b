/** The channel of PostgreSQL that everything published goes through, by pg_notify. */
export const NOTIFY_CHANNEL = 'carrel';
