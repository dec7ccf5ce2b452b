// What of the API a reader can have again without a connection: who he is, his list, the blogs that he opened with their text
// and notes, his teams. Not searches, other people, accounts or anything of an admin.
const KEPT = /^\/api\/(status|readinglists|notes|teams|teams\/\d+|blogs\/\d+(\/[\w/-]+)?)$/;

export function isKept(pathname: string): boolean {
  return KEPT.test(pathname);
}

/** Requests that change who is asking: signing in and out, and ending sessions. */
export function isSecret(method: string, pathname: string): boolean {
  return method !== 'GET' && /^\/api\/(login|logout|sessions(\/.*)?|users(\/.*)?)$/.test(pathname);
}
