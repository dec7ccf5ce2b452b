import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { type AllowList, isAllowed, isPublicAddress } from './addresses.ts';
import { ReaderError } from './readerError.ts';

/** Name in, every address of it out; replaced in tests to play a DNS server that changes its answers. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

export type Connection = { allow: AllowList; resolve?: Resolve; signal: AbortSignal };

/**
 * One GET on a connection of its own; resolves when the headers are there. Throws ReaderError.
 * The name is resolved here, in the connector, and only addresses that passed the check are handed on to be connected
 * to, so a name that answers differently the second time gains nothing. The connected socket is looked at once more.
 */
export async function request(
  url: URL,
  headers: IncomingHttpHeaders,
  connection: Connection,
): Promise<IncomingMessage> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const mayConnect = (address: string) =>
    isPublicAddress(address) || isAllowed(connection.allow, hostname, address, port);
  // Node asks the lookup for names only: an address in the URL never reaches it.
  if (isIP(hostname) && !mayConnect(hostname)) throw forbidden(hostname);

  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, {
      headers,
      agent: false,
      signal: connection.signal,
      lookup: guardedLookup(mayConnect, connection.resolve ?? resolveAll),
      maxHeaderSize: 64 * 1024,
    });
    outgoing.once('socket', (socket: Socket) => {
      socket.once('connect', () => {
        if (!socket.remoteAddress || !mayConnect(socket.remoteAddress)) outgoing.destroy(forbidden(hostname));
      });
    });
    outgoing.once('response', resolve);
    outgoing.once('error', (error) => reject(asReaderError(error, hostname)));
    outgoing.end();
  });
}

function guardedLookup(mayConnect: (address: string) => boolean, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const safe = addresses.filter(({ address }) => mayConnect(address));
        const [first] = safe;
        if (!first) callback(forbidden(hostname), '');
        else if (options.all) callback(null, safe);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, ''),
    );
  };
}

function resolveAll(hostname: string) {
  return dnsLookup(hostname, { all: true });
}

function forbidden(hostname: string): ReaderError {
  return new ReaderError(
    'forbidden-address',
    `${hostname} is not an address on the public internet; the administrator can allow it with CARREL_FETCH_ALLOW.`,
  );
}

/** Puts an error of the network into words; an error that is a ReaderError already passes through. */
export function asReaderError(error: unknown, hostname: string): ReaderError {
  if (error instanceof ReaderError) return error;
  const code = String((error as NodeJS.ErrnoException)?.code ?? '');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') {
    const retryable = code === 'EAI_AGAIN';
    return new ReaderError('unknown-host', `There is no site named ${hostname}; check the address.`, {
      retryable,
      cause: error,
    });
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return new ReaderError('no-connection', `${hostname} has no valid certificate (${code}).`, { cause: error });
  }
  if (code.startsWith('HPE_')) {
    return new ReaderError('no-connection', `${hostname} did not answer as a web server does (${code}).`, {
      cause: error,
    });
  }
  return new ReaderError('no-connection', `${hostname} could not be reached (${code || 'connection lost'}).`, {
    retryable: true,
    cause: error,
  });
}
