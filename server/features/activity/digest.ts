import { randomBytes } from 'node:crypto';
import type { Viewer } from '../users/viewer.ts';
import { composeDigest } from './composeDigest.ts';
import { Digest } from './digest.model.ts';
import { type DueDigest, giveDigestBack, takeDueDigest } from './digest.sql.ts';
import type { Mailer } from './mailer.ts';
import { writeHtml, writeText } from './writeDigest.ts';

const AT_A_TIME = 20; // a minute; the rest comes in the next one

/** Has the weekly mail sent to oneself from now on, or no more. The first one comes in a week. */
export async function chooseDigest(viewer: Viewer, on: boolean): Promise<void> {
  if (!on) return void (await Digest.destroy({ where: { userId: viewer.id } }));
  const token = randomBytes(32).toString('base64url');
  await Digest.findOrCreate({
    where: { userId: viewer.id },
    defaults: { userId: viewer.id, token, sentAt: new Date() },
  });
}

export async function wantsDigest(viewer: Viewer): Promise<boolean> {
  return (await Digest.findByPk(viewer.id, { attributes: ['userId'] })) !== null;
}

/** Ends the mail that a link came with; one that ended already is no error. */
export async function unsubscribe(token: string): Promise<void> {
  await Digest.destroy({ where: { token } });
}

/**
 * Sends the digests that are due, each once whatever the number of processes: it is taken before it is sent. When the mail
 * server refuses, it is given back and due again in an hour; when the process dies in between, that week's is lost.
 */
export async function sendDueDigests(mailer: Mailer, failed: (error: unknown) => void): Promise<number> {
  let sent = 0;
  for (let i = 0; i < AT_A_TIME; i++) {
    const due = await takeDueDigest();
    if (!due) break;
    try {
      if (await send(due, mailer)) sent++;
    } catch (error) {
      await giveDigestBack(due.id);
      failed(error);
      break; // the next one would fail the same way
    }
  }
  return sent;
}

async function send(due: DueDigest, { transport, publicUrl }: Mailer): Promise<boolean> {
  const content = await composeDigest(due, publicUrl);
  if (!content) return false;
  const link = `${publicUrl}/api/digest/unsubscribe?token=${due.token}`;
  await transport.sendMail({
    to: { name: due.name, address: due.username },
    subject: 'This week in Carrel',
    text: writeText(content, link),
    html: writeHtml(content, link),
    headers: {
      'List-Unsubscribe': `<${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', // RFC 8058: the mail program's own button
      'Auto-Submitted': 'auto-generated',
    },
  });
  return true;
}
