import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RevisionCommand } from '../../src/domain/article-command.ts';
import { publishedVersion } from '../../src/domain/article-record.ts';
import { replayArticle } from '../../src/domain/evolve-article.ts';
import { ArticleInMemory, crew } from '../support/article.ts';
import { somebody } from '../support/domain.ts';

let article: ArticleInMemory;
beforeEach(() => {
  article = new ArticleInMemory();
});

const { anya, boris, vera, gleb, dina, hire } = crew;

describe('an article', () => {
  it('goes from a draft over the review to the readers', () => {
    expect(article.saves('раз')).toBe('ok');
    expect(article.states).toBe('draft');
    expect(article.submits()).toBe('ok');
    expect(article.states).toBe('in-review');
    expect(article.accepts(boris, 'дельно')).toBe('ok');
    expect(publishedVersion(article.record)).toMatchObject({
      version: 1,
      authorId: 'anya',
      decidedById: 'boris',
      decision: 'дельно',
    });
  });

  it('keeps the former text when a new one is accepted', () => {
    article.publishes('раз');
    article.publishes('два');
    expect(article.states).toBe('replaced published');
  });

  it('takes a later draft of the same person for the one that counts', () => {
    article.saves('раз');
    article.saves('раз, два');
    article.saves('другое', boris);
    expect(article.states).toBe('replaced draft draft');
    article.submits();
    article.saves('раз, два, три');
    article.submits();
    expect(article.states).toBe('replaced replaced draft in-review');
  });

  it('is not saved when nothing was changed', () => {
    article.file = { about: article.about, hash: 'hash of файл' };
    expect(article.saves('файл')).toBe('nothing-to-change');
    expect(article.saves(' \n')).toBe('text-missing');
    expect(article.saves('я'.repeat(1_000_001))).toBe('text-too-long');
    article.publishes('раз');
    expect(article.saves('раз')).toBe('nothing-to-change');
    expect(article.saves('два')).toBe('ok');
    expect(article.saves('два')).toBe('nothing-to-change');
  });

  it('that nobody can read yet stays a draft', () => {
    article.saves('---\nбез конца', anya, { about: null });
    expect(article.submits()).toBe('article-not-readable');
    expect(article.states).toBe('draft');
  });

  it('has nothing to submit or accept when nobody wrote', () => {
    expect(article.submits()).toBe('nothing-to-submit');
    expect(article.accepts()).toBe('nothing-in-review');
    article.saves('раз');
    expect(article.submits(boris)).toBe('nothing-to-submit');
    expect(article.accepts()).toBe('nothing-in-review');
  });

  it('is put to review by its author or by the owner line', () => {
    article.saves('раз');
    expect(article.submits(gleb, 1)).toBe('not-owner-line');
    expect(article.submits(boris, 1)).toBe('ok');
  });

  it('is only read by who only reads', () => {
    expect(article.saves('раз', somebody({ role: 'read-only' }))).toBe('role-reads-only');
  });
});

describe('who accepts', () => {
  it.each([
    ['system', 'vera'],
    ['instruction', 'anya boris'],
    ['alert', 'anya boris vera'],
    ['escalation', 'gleb'],
    ['peculiarity', 'gleb'],
    ['typical-answer', 'anya boris gleb'],
    ['symptom-tree', 'vera'],
    ['backup', 'vera'],
    ['faq-public', ''],
  ])('%s: %s and the head', (kind, names) => {
    // An owner that names nobody leaves the word to the kind.
    article.about = { title: 'x', kind, owner: 'редакция' };
    article.saves('раз', hire);
    article.submits(hire);
    const allowed = Object.values(crew).filter((person) => {
      const trial = Object.assign(new ArticleInMemory(), { record: article.record });
      return trial.accepts(person) === 'ok';
    });
    expect(allowed.map(({ id }) => id)).toEqual([...names.split(' '), 'dina'].filter(Boolean));
  });

  it('is the owner of the article before the owner of its kind', () => {
    article.about = { title: 'x', kind: 'instruction', owner: 'line-3' };
    article.saves('раз');
    article.submits();
    expect(article.accepts(boris)).toBe('not-owner-line');
    expect(article.accepts(vera)).toBe('ok');
  });

  it('is a single person whose login the article names', () => {
    article.about = { title: 'x', kind: 'symptom-tree', owner: 'gleb' };
    article.saves('раз');
    article.submits();
    expect(article.accepts(boris)).toBe('not-owner-line');
    expect(article.accepts(gleb)).toBe('ok');
  });

  it('is not chosen by the proposal itself', () => {
    article.publishes('раз');
    article.about = { ...article.about, owner: 'line-1' };
    article.saves('два', gleb);
    article.submits(gleb);
    expect(article.accepts(gleb)).toBe('not-owner-line');
    expect(article.accepts(anya)).toBe('ok');
  });

  it('is never the author while somebody else may', () => {
    article.saves('раз');
    article.submits();
    expect(article.accepts(anya, 'срочно')).toBe('author-approves');
    article.saves('глава', dina);
    article.submits(dina);
    expect(article.accepts(dina, 'срочно')).toBe('author-approves');
  });

  it('is the author, with a written reason, where nobody else may', () => {
    article.people = [anya, dina, gleb];
    article.about = { ...article.about, owner: 'lead' };
    article.saves('раз', dina);
    article.submits(dina);
    expect(article.accepts(dina)).toBe('own-needs-reason');
    expect(article.accepts(dina, 'больше некому')).toBe('ok');
    expect(article.events.at(-1)?.fact).toMatchObject({ isOwn: true, note: 'больше некому' });
  });

  it('is any engineer of a desk with neither the line nor a lead', () => {
    article.people = [anya, boris, hire];
    article.about = { title: 'x', kind: 'system', owner: 'line-3' };
    article.saves('раз');
    article.submits();
    expect(article.accepts(hire)).toBe('not-owner-line');
    expect(article.accepts(boris)).toBe('ok');
  });
});

describe('two people on one article', () => {
  beforeEach(() => article.publishes('раз'));

  it('lose no text: the slower one becomes a proposal that waits for a look', () => {
    const slow = article.text('медленный');
    article.publishes('быстрый');
    expect(article.saves('медленный', boris, slow)).toBe('ok');
    expect(article.submits(boris)).toBe('ok');
    expect(article.accepts(anya)).toBe('base-stale');
    expect(article.states).toBe('replaced published in-review');
    expect(article.saves('медленный', boris)).toBe('ok');
    article.submits(boris);
    expect(article.accepts(anya)).toBe('ok');
  });

  it('wait for a look also when the file below has changed before the first version', () => {
    const fresh = new ArticleInMemory();
    fresh.file = { about: fresh.about, hash: 'одна' };
    fresh.saves('раз');
    fresh.submits();
    fresh.file = { about: fresh.about, hash: 'другая' };
    expect(fresh.accepts()).toBe('base-stale');
  });

  it('get a text back with a reason, and may take their own back', () => {
    article.saves('два');
    article.submits();
    const sendBack = (reason: string): RevisionCommand => {
      return { type: 'send-back', version: null, reason };
    };
    expect(article.tries(sendBack(''), boris)).toBe('reason-missing');
    expect(article.tries(sendBack('нет проверки'), gleb)).toBe('not-owner-line');
    expect(article.tries(sendBack('нет проверки'), boris)).toBe('ok');
    expect(article.record.versions.at(-1)).toMatchObject({
      state: 'draft',
      decision: 'нет проверки',
    });
    article.submits();
    expect(article.tries(sendBack('сама вижу'), anya)).toBe('ok');
  });
});

describe('still true', () => {
  const renew = (reviewBy = '2027-05-21'): RevisionCommand => {
    return { type: 'renew', reviewBy, ...article.text(`до ${reviewBy}`) };
  };
  beforeEach(() => article.publishes('раз'));

  it('is said by the owner line at once and proposed by others', () => {
    expect(article.tries(renew('2026-11-18'))).toBe('review-in-past');
    expect(article.tries(renew(), gleb)).toBe('ok');
    expect(article.states).toBe('published in-review');
    expect(article.tries(renew(), boris)).toBe('ok');
    expect(article.states).toBe('replaced in-review published');
  });

  it('leaves the draft somebody works on alone', () => {
    article.saves('черновик', boris);
    article.tries(renew(), boris);
    expect(article.states).toBe('replaced draft published');
  });
});

describe('a proof restore', () => {
  const proof = (on: string): RevisionCommand => {
    return { type: 'verify-backup', on, minutes: 40, ...article.text(`проба ${on}`) };
  };

  it('is of a backup and in the past', () => {
    expect(article.tries(proof('2026-11-18'))).toBe('not-a-backup');
    article.about = { title: 'Копия', kind: 'backup', owner: 'line-3' };
    expect(article.tries(proof('2026-11-19'))).toBe('verified-in-future');
    expect(article.tries(proof('2026-11-18'), vera)).toBe('ok');
    expect(article.states).toBe('published');
    expect(article.tries(proof('2026-11-17'), anya)).toBe('ok');
    expect(article.states).toBe('published in-review');
  });
});

describe('the archive', () => {
  const archive = (reason = 'системы больше нет'): RevisionCommand => {
    return { type: 'archive', reason, ...article.text('раз') };
  };

  it('takes an article of the owner line, with a reason', () => {
    expect(article.tries(archive())).toBe('no-such-article');
    article.publishes('раз');
    expect(article.tries(archive(), gleb)).toBe('not-owner-line');
    expect(article.tries(archive(''))).toBe('reason-missing');
    expect(article.tries(archive())).toBe('ok');
    expect(article.states).toBe('archived');
    expect(article.tries(archive())).toBe('no-such-article');
  });

  it('keeps the text of a file as its first version', () => {
    article.file = { about: article.about, hash: 'hash of раз' };
    expect(article.tries(archive())).toBe('ok');
    expect(article.record.versions).toMatchObject([{ state: 'archived', cause: 'archive' }]);
  });

  it('gives an article back whose text was accepted once', () => {
    article.publishes('раз');
    article.tries(archive());
    const restore = { type: 'restore-version', version: 1, ...article.text('раз') } as const;
    expect(article.tries(restore, boris)).toBe('ok');
    expect(article.states).toBe('replaced published');
  });
});

describe('an earlier version', () => {
  const restore = (version: number, text: string): RevisionCommand => {
    return { type: 'restore-version', version, ...article.text(text) };
  };
  beforeEach(() => {
    article.publishes('раз');
    article.publishes('два');
  });

  it('comes back as a new one', () => {
    expect(article.tries(restore(2, 'два'))).toBe('nothing-to-change');
    expect(article.tries(restore(7, 'не тот текст'))).toBe('no-such-version');
    expect(article.tries(restore(1, 'не тот текст'))).toBe('no-such-version');
    expect(article.tries(restore(1, 'раз'), boris)).toBe('ok');
    expect(article.states).toBe('replaced replaced published');
  });

  it('is proposed by others, and goes to review when nobody had accepted it', () => {
    expect(article.tries(restore(1, 'раз'), gleb)).toBe('ok');
    article.saves('три');
    expect(article.tries(restore(4, 'три'), boris)).toBe('ok');
    expect(article.states).toBe('replaced published in-review draft in-review');
  });
});

describe('whatever people do', () => {
  const texts = fc.constantFrom('раз', 'два', 'три');
  const actors = fc.constantFrom(...Object.values(crew));
  const versions = fc.constantFrom(null, 1, 2, 3, 4);
  const steps = fc.array(
    fc.record({
      type: fc.constantFrom('save', 'submit', 'accept', 'send-back', 'renew', 'restore', 'archive'),
      text: texts,
      actor: actors,
      version: versions,
      isSlow: fc.boolean(),
    }),
    { maxLength: 30 },
  );

  function run(story: ArticleInMemory, step: ReturnType<typeof steps.generate>['value'][number]) {
    const { type, text, actor, version, isSlow } = step;
    const revised = story.text(text, isSlow ? { baseVersion: 1 } : {});
    switch (type) {
      case 'save':
        return story.tries({ type: 'save-draft', note: '', ticketId: null, ...revised }, actor);
      case 'submit':
        return story.tries({ type, version }, actor);
      case 'accept':
        return story.tries({ type, version, note: text }, actor);
      case 'send-back':
        return story.tries({ type, version, reason: text }, actor);
      case 'renew':
        return story.tries({ type, reviewBy: '2027-05-21', ...revised }, actor);
      case 'restore':
        return story.tries({ type: 'restore-version', version: version ?? 1, ...revised }, actor);
      case 'archive':
        return story.tries({ type, reason: text, ...revised }, actor);
    }
  }

  it('versions are dense, readers see one, no author accepts, and the events tell all of it', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const story = new ArticleInMemory();
        for (const step of done) run(story, step);
        const { versions: all } = story.record;
        expect(all.map(({ version }) => version)).toEqual(all.map((_, at) => at + 1));
        const seen = all.filter(({ state }) => state === 'published' || state === 'archived');
        expect(seen.length).toBeLessThanOrEqual(1);
        for (const { fact, byId } of story.events) {
          if (fact.type !== 'version-accepted') continue;
          const accepted = all[fact.version - 1];
          const isEdit = accepted?.cause === 'edit';
          expect(isEdit && accepted.authorId === byId).toBe(false);
        }
        expect(replayArticle(story.events)).toEqual(story.record);
      }),
    );
  });
});
