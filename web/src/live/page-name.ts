/**
 * The name of this page, for as long as it is open: sent with its changes and with its stream of events, so that the server
 * does not tell it of what it did itself. (crypto.randomUUID would need https.)
 */
export const PAGE_NAME = Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');
