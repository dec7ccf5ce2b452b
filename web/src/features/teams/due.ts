const DAY_MS = 86_400_000;
const sameYear = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const otherYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day of the reader's own calendar as the API writes days. */
function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Monday and Sunday of the week that is now where the reader is. */
export function thisWeek(now = new Date()): [string, string] {
  const sinceMonday = (now.getDay() + 6) % 7;
  const day = (offset: number) => dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset));
  return [day(-sinceMonday), day(6 - sinceMonday)];
}

/** "due today", "due Fri, Nov 27", "was due Nov 2, 2025". */
export function sayDue(dueOn: string, now = new Date()): string {
  const today = dayOf(now);
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  const format = dueOn.slice(0, 4) === today.slice(0, 4) ? sameYear : otherYear;
  return `${days < 0 ? 'was due' : 'due'} ${format.format(new Date(dueOn))}`;
}
