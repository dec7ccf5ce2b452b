import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;
type Subnet = [Address, number];
type AllowEntry = { host: string | null; subnet: Subnet | null; port: number | null };

/** The hosts of the operator's own network that may be fetched although their addresses are not public. */
export type AllowList = readonly AllowEntry[];

/** Only 2000::/3 is handed out for the public internet; everything else in IPv6 is special or not assigned. */
const GLOBAL_UNICAST: Subnet = [ipaddr.parse('2000::'), 3];
const NAT64: Subnet = [ipaddr.parse('64:ff9b::'), 96];

/**
 * Whether an address literal is an ordinary public one. False for loopback, private, link-local, multicast, shared
 * (CGNAT), documentation, benchmark, tunnel and every other special range, and for anything that is no address.
 * IPv4 inside IPv6 (mapped, NAT64) is judged by the IPv4 address; 6to4 and Teredo are refused as a whole.
 */
export function isPublicAddress(literal: string): boolean {
  const address = parseAddress(literal);
  if (!address) return false;
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  // An IPv6-only network reaches every IPv4 site through NAT64, so that prefix cannot be refused as a whole.
  if (address.match(NAT64)) return isPublicAddress(address.toByteArray().slice(12).join('.'));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}

/** Reads entries `host`, `host:port`, `address`, `[v6]:port` or `network/bits`; throws a sentence on any other. */
export function parseAllowList(entries: readonly string[]): AllowList {
  return entries.map((entry) => entry.trim().toLowerCase()).map(parseAllowEntry);
}

function parseAllowEntry(entry: string): AllowEntry {
  if (ipaddr.isValidCIDR(entry)) return { host: null, subnet: ipaddr.parseCIDR(entry), port: null };
  const bare = parseAddress(entry);
  if (bare) return { host: null, subnet: single(bare), port: null };
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+)(?::(\d{1,5}))?$/.exec(entry);
  const port = match?.[2] ? Number(match[2]) : null;
  if (!match?.[1] || (port !== null && (port < 1 || port > 65535))) {
    throw new Error(`"${entry}" is not a host, host:port, or network such as 10.0.0.0/8.`);
  }
  const address = parseAddress(match[1]);
  return address ? { host: null, subnet: single(address), port } : { host: match[1], subnet: null, port };
}

/** Whether the operator allows this host name, address and port; the address decides for entries that are networks. */
export function isAllowed(allow: AllowList, hostname: string, literal: string, port: number): boolean {
  const address = parseAddress(literal);
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return allow.some((entry) => {
    if (entry.port !== null && entry.port !== port) return false;
    if (entry.subnet)
      return address !== null && address.kind() === entry.subnet[0].kind() && address.match(entry.subnet);
    return entry.host === host;
  });
}

function single(address: Address): Subnet {
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * The address with an IPv4-mapped one unwrapped, or null; short forms such as `127.1` are not addresses here.
 * IPv6 goes through URL first: ipaddr.js takes `::8.8.8.8` for the IPv4 address, the system connects to something else.
 */
function parseAddress(literal: string): Address | null {
  const text = literal.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  if (!text.includes(':')) return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text) : null;
  const bracketed = `http://[${text}]`;
  return URL.canParse(bracketed) ? ipaddr.process(new URL(bracketed).hostname.slice(1, -1)) : null;
}
