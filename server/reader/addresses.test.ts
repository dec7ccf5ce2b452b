import { describe, expect, test } from 'vitest';
import { isAllowed, isPublicAddress, parseAllowList } from './addresses.ts';

// Every row of the IANA special-purpose registries for IPv4 and IPv6, the last address of a range where that is telling.
const SPECIAL = `
0.0.0.0 0.255.255.255 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.255 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1
192.168.255.255 192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1
255.255.255.255 :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:7f00:1 ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1 64:ff9b::a00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 100:0:0:1::1 2001::1 2001:2::1 2001:3::1
2001:4:112::1 2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 2620:4f:8000::1 3fff::1
4000::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1 ff0e::1
`
  .trim()
  .split(/\s+/);
const PUBLIC =
  '8.8.8.8 1.1.1.1 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.169.0.1 198.20.0.1 223.255.255.255 2606:4700::1111 2a00:1450:4001::1 64:ff9b::8.8.8.8 ::ffff:8.8.8.8'.split(
    ' ',
  );

describe('only ordinary public addresses are public', () => {
  test.each(SPECIAL)('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(PUBLIC)('%s is', (address) => expect(isPublicAddress(address)).toBe(true));
  test.each(['', 'localhost', '127.1', '0x7f000001', '2130706433', '0177.0.0.1', '1.2.3.4.5', 'gggg::1'])(
    '"%s" is no address at all',
    (text) => expect(isPublicAddress(text)).toBe(false),
  );
});

describe('the allow list', () => {
  const allow = parseAllowList([
    ' Wiki.internal ',
    'build.internal:8080',
    '10.1.0.0/16',
    '192.168.7.7:81',
    '[fd00::7]:82',
    'fd01::/64',
  ]);
  test.each([
    ['wiki.internal', '10.9.9.9', 80, true],
    ['WIKI.internal.', '10.9.9.9', 8443, true],
    ['evil.wiki.internal', '10.9.9.9', 80, false],
    ['build.internal', '10.9.9.9', 8080, true],
    ['build.internal', '10.9.9.9', 80, false],
    ['any.example', '10.1.200.3', 80, true],
    ['any.example', '::ffff:10.1.200.3', 80, true],
    ['any.example', '10.2.0.1', 80, false],
    ['192.168.7.7', '192.168.7.7', 81, true],
    ['192.168.7.7', '192.168.7.7', 82, false],
    ['fd00::7', 'fd00::7', 82, true],
    ['any.example', 'fd01::1', 443, true],
    ['any.example', 'fd01:0:0:1::1', 443, false],
  ])('%s at %s, port %d: %s', (host, address, port, expected) => {
    expect(isAllowed(allow, host, address, port)).toBe(expected);
  });
  test.each(['http://wiki', 'host:0', 'host:99999', 'a b', '', '10.0.0.0/33'])('"%s" is refused', (entry) => {
    expect(() => parseAllowList([entry])).toThrow('is not a host');
  });
});
