import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../../config.ts';

export interface Mailer {
  transport: Transporter;
  from: string;
  /** Where this server is reached, without a slash at the end. */
  publicUrl: string;
}

/** What sends mail; none unless all three settings are there. */
export function createMailer({ smtpUrl, mailFrom, publicUrl }: Config): Mailer | undefined {
  if (!smtpUrl || !mailFrom || !publicUrl) return;
  const transport = createTransport(smtpUrl, { from: mailFrom });
  return { transport, from: mailFrom, publicUrl: publicUrl.replace(/\/+$/, '') };
}
