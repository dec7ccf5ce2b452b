import type { FastifyRequest } from 'fastify';
import { Forbidden, Unauthorized } from '../../errors.ts';

/** Who is asking: the user of the session that the request came with. */
export interface Viewer {
  id: number;
  username: string;
  name: string;
  admin: boolean;
  /** The session that was used; 0 where there is none. */
  sessionId: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | null;
  }
  interface FastifyContextConfig {
    /** Answers without a login. */
    public?: boolean;
  }
}

/** The viewer of a request. @throws Unauthorized where nobody is logged in. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new Unauthorized();
  return request.viewer;
}

/** @throws Forbidden for everybody but admins. */
export function requireAdmin(viewer: Viewer): void {
  if (!viewer.admin) throw new Forbidden('only an admin may do this');
}
