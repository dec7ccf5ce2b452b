// Readers of what stands behind the ? of an address. What is not valid counts as not there, so an old or mistyped link still opens.

export function readText(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
  return text.trim() ? text : undefined;
}

export function readInteger(value: unknown, from: number, to: number): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value; // `1e3` is no id
  return Number.isInteger(number) && (number as number) >= from && (number as number) <= to
    ? (number as number)
    : undefined;
}

export function readOneOf<const T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((candidate) => candidate === value);
}

export function readFlag(value: unknown): true | undefined {
  return value === true || value === 1 || value === 'true' ? true : undefined;
}

/** A path of this site to return to, never an address elsewhere. */
export function readPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

/** A day as 2026-01-31. */
export function readDay(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}
