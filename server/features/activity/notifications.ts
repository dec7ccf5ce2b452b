import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { publish } from '../../events/publish.ts';
import { MAX_ID } from '../../http/common.schemas.ts';
import type { Viewer } from '../users/viewer.ts';
import { updateSeen } from './notifications.sql.ts';

/** Marks one's notifications as seen, up to the one with this id, or all; one's other pages show it too. */
export async function markSeen(viewer: Viewer, upTo = MAX_ID): Promise<void> {
  await transaction(database(), async () => {
    if (await updateSeen(viewer.id, upTo)) await publish({ topic: 'notifications', to: `user:${viewer.id}` });
  });
}
