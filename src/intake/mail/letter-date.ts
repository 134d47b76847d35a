const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const pattern =
  /(\d{1,2})[ -]+([a-z]{3})[a-z]*[ -]+(\d{2,4})[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[ ]*([+-]\d{2}):?(\d{2}))?/i;

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 3) return year;
  // RFC 5322 section 4.3, obsolete years.
  return text.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

/**
 * The Date header as epoch ms, or null. A date without a zone is taken as UTC, so that the result
 * does not depend on the machine.
 */
export function letterDate(header: string): number | null {
  const match = pattern.exec(header.slice(0, 200));
  if (match === null) return null;
  const [, day, month = '', year = '', hour, minute, second = '0', zoneHours, zoneMinutes] = match;
  const monthIndex = months.indexOf(month.toLowerCase());
  if (monthIndex < 0) return null;
  const local = Date.UTC(
    fullYear(year),
    monthIndex,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const sign = zoneHours?.startsWith('-') ? -1 : 1;
  const offset = Math.abs(Number(zoneHours ?? 0)) * 60 + Number(zoneMinutes ?? 0);
  return local - sign * offset * 60_000;
}
