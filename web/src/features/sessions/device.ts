// Order matters: most browsers also claim to be those below them.
const PROGRAMS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Headless)?(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

/** A user agent in words: "Firefox on Linux"; a program that is no browser by the name it gives itself. */
export function sayDevice(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device';
  const find = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const program = find(PROGRAMS) ?? (userAgent.startsWith('Mozilla/') ? 'Browser' : userAgent.split(/[/\s(]/)[0]);
  const system = find(SYSTEMS);
  return [program || 'Unknown device', system].filter(Boolean).join(' on ');
}
