/**
 * Every Message-ID in a header value, with its angle brackets, in order, without repeats. A value
 * without brackets that looks like one id is taken as one. Ids keep their case.
 */
export function messageIds(raw: string): string[] {
  const found = raw.match(/<[^<>\s]{1,998}>/g);
  if (found !== null) return [...new Set(found)];
  const bare = raw.trim();
  return /^[^\s<>]{1,998}@[^\s<>]{1,998}$/.test(bare) ? [`<${bare}>`] : [];
}
