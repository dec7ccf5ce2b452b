const FIRST_YEAR = 1991;

/**
 * Reads a date as pages write it: ISO 8601 with or without time and zone, `2019/05/12`, `20190512`, Unix seconds,
 * `Mon, 06 Sep 2021 00:01:00 +0000`, `May 12, 2019`; of anything else the year. Without a zone it is taken as UTC.
 * The year is the one written: 2019-01-01T00:30+02:00 is of 2019, although it still was 2018 in UTC.
 * @param {unknown} value
 * @returns {{ publishedAt: string | null, year: number } | null} null when there is no date from 1991 to this year
 */
export function parseDate(value) {
  const text = String(value ?? '')
    .trim()
    .slice(0, 100);
  const parsed = parseIso(text) ?? parseUnix(text) ?? parseWords(text) ?? parseYear(text);
  const isPlausible = parsed && parsed.year >= FIRST_YEAR && parsed.year <= new Date().getUTCFullYear();
  return isPlausible ? parsed : null;
}

/** @param {string} text */
function parseIso(text) {
  const western = text.replace(/^(\d{4})[年.]\s*(\d{1,2})[月.]\s*(\d{1,2})日?/, (_, year, month, day) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  const match =
    /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ]+(\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,3})\d*)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i.exec(
      western,
    );
  if (!match) return null;
  const [, year, , month, day, time = '00:00', seconds = ':00', fraction = '0', zone = 'Z'] = match;
  const offset = /^z$/i.test(zone)
    ? 'Z'
    : zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  return dated(
    Date.parse(`${year}-${month}-${day}T${time}${seconds}.${fraction.padEnd(3, '0')}${offset}`),
    Number(year),
  );
}

/** @param {string} text */
function parseUnix(text) {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null;
  const time = Number(text) * (text.length === 10 ? 1000 : 1);
  return dated(time, new Date(time).getUTCFullYear());
}

/** @param {string} text */
function parseWords(text) {
  const year = Number(/\b(?:19|20)\d{2}\b/.exec(text)?.[0]);
  if (!year || !/[a-z]{3}/i.test(text)) return null;
  // Without a zone Date.parse would take the server's.
  const hasZone = /(GMT|UTC|Z|[+-]\d{2}:?\d{2}|[ECMP][SD]T)\s*(\(.*\))?$/i.test(text);
  return dated(Date.parse(hasZone ? text : `${text.replace(/(\d)(st|nd|rd|th)\b/, '$1')} UTC`), year);
}

/** @param {string} text */
function parseYear(text) {
  const year = /(?:^|[^\d])((?:19|20)\d{2})(?:[^\d]|$)/.exec(text)?.[1];
  return year ? { publishedAt: null, year: Number(year) } : null;
}

/** @param {number} time @param {number} year */
function dated(time, year) {
  return Number.isNaN(time) ? null : { publishedAt: new Date(time).toISOString(), year };
}
