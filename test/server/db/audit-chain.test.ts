import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLink, brokenLink, NO_AUDIT } from '../../../src/server/db/audit-chain.ts';
import type { AuditRecord } from '../../../src/server/db/desk-store.ts';
import type { AuditFact } from '../../../src/server/db/server-store.ts';
import { must } from '../../../src/util/must.ts';

const fact: fc.Arbitrary<AuditFact> = fc.record({
  at: fc.nat(),
  who: fc.string(),
  device: fc.option(fc.string()),
  what: fc.constantFrom('role-changed', 'device-revoked', 'pack-applied'),
  detail: fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer())),
});

function chainOf(facts: readonly AuditFact[]): readonly AuditRecord[] {
  const links: AuditRecord[] = [];
  for (const one of facts) links.push(auditLink(links.at(-1) ?? NO_AUDIT, one));
  return links;
}

const changes: readonly ((link: AuditRecord) => AuditRecord)[] = [
  (link) => ({ ...link, at: link.at + 1 }),
  (link) => ({ ...link, who: `${link.who}.` }),
  (link) => ({ ...link, device: link.device === null ? 'd' : null }),
  (link) => ({ ...link, what: 'nothing' }),
  (link) => ({ ...link, detail: { ...link.detail, more: true } }),
  (link) => ({ ...link, prev: `${link.prev}0` }),
  (link) => ({ ...link, hash: link.hash.replace(/^./, 'x') }),
];

test('whatever is changed, left out or put in anywhere is found at its place or behind it', () => {
  const chain = fc.array(fact, { minLength: 2, maxLength: 8 }).map(chainOf);
  fc.assert(
    fc.property(chain, fc.nat(), fc.nat(), (links, place, kind) => {
      expect(brokenLink(NO_AUDIT, links)).toBeNull();
      const at = place % links.length;
      const link = must(links[at], 'a link');
      const change = must(changes[kind % changes.length], 'a change');
      expect(brokenLink(NO_AUDIT, links.with(at, change(link)))).toBe(link.n);
      const without = links.toSpliced(at, 1);
      expect(brokenLink(NO_AUDIT, without)).toBe(without[at]?.n ?? null);
      expect(brokenLink(NO_AUDIT, links.toSpliced(at, 0, link))).toBe(link.n);
    }),
  );
});
