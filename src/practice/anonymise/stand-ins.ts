import { foldText } from '../../util/fold-text.ts';
import { inventedNames, type NameWanted } from './fake-names.ts';
import type { PersonalKind } from './personal.ts';

/** Stand-ins for whatever is no name: in ranges that belong to nobody. */
type Numbered = Exclude<PersonalKind, 'name' | 'organisation' | 'city' | 'secret' | 'url'> | 'org';

/** Invents stand-ins; the same original gets the same one. */
export interface StandIns {
  /** `key` is the original without what may differ from one mention to the next. */
  of(kind: Numbered, key: string): string;
  name(wanted: NameWanted, key: string): string;
}

const two = (n: number) => String(n).padStart(2, '0');
const hex = (n: number) => n.toString(16).toUpperCase().padStart(2, '0');

const forms: Readonly<Record<Numbered, (n: number) => string>> = {
  email: (n) => `user${n}`,
  phone: (n) => `+7 000 000-${two(Math.floor(n / 100) % 100)}-${two(n % 100)}`,
  host: (n) => `host-${n}`,
  org: (n) => `org-${n}.example`,
  ip: documentation,
  mac: (n) => `00:00:5E:00:53:${hex(n % 256)}`,
  path: (n) => `user${n}`,
  login: (n) => `user${n}`,
  uuid: (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  ticket: (n) => `SM-${90_000 + n}`,
  contract: (n) => `000-${String(n).padStart(3, '0')}`,
  asset: (n) => `demo-${n}`,
  card: (n) => `0000 0000 0000 ${String(n).padStart(4, '0')}`,
  inn: (n) => `00000000${two(n % 100)}`,
  snils: (n) => `000-000-${String(n % 1000).padStart(3, '0')} 00`,
  passport: (n) => `00 00 ${String(n).padStart(6, '0')}`,
  account: (n) => `00000000000000000${String(n % 1000).padStart(3, '0')}`,
  address: (n) => `ул. Примерная, д. ${n}`,
};

/** The three networks that are kept for documents. */
function documentation(n: number): string {
  const nets = ['192.0.2', '198.51.100', '203.0.113'];
  return `${nets[Math.floor((n - 1) / 254) % nets.length]}.${((n - 1) % 254) + 1}`;
}

/** More tries mean that the text itself is made of stand-ins. */
const MOST_TRIES = 400;

/** Stand-ins for a text; none of them is a word of the text itself. */
export function standIns(source: string): StandIns {
  const text = foldText(source);
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  const invent = (kind: string, key: string, make: (n: number) => string) => {
    const known = given.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    let n = counts.get(kind) ?? 0;
    let made = '';
    for (let tries = 0; made === '' || (isIn(made) && tries < MOST_TRIES); tries += 1) {
      n += 1;
      made = make(n);
    }
    counts.set(kind, n);
    given.set(`${kind} ${key}`, made);
    return made;
  };
  return {
    of: (kind, key) => invent(kind, key, forms[kind]),
    name: (wanted, key) => {
      const names = inventedNames(wanted);
      const kind = `${wanted.part} ${wanted.part === 'surname' ? '' : wanted.gender} ${wanted.isLatin}`;
      return invent(kind, key, (n) => nth(names, n));
    },
  };

  function isIn(made: string): boolean {
    const stem = foldText(made).replace(/^(?:демо|demo)-/, '');
    return text.includes(/^\p{L}{5,}$/u.test(stem) ? stem.slice(0, -1) : stem);
  }
}

/** After the last one they go round with a second part. */
function nth(names: readonly string[], n: number): string {
  const round = Math.floor((n - 1) / names.length);
  const name = names[(n - 1) % names.length] ?? '';
  const other = names[(n - 1 + round) % names.length] ?? '';
  return round === 0 ? name : `${other}-${name}`;
}
