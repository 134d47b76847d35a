import type { TemplateLibrary } from '../../../src/app/content/template-library.ts';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import type { Language } from '../../../src/domain/vocabulary.ts';
import { bufferOf } from '../../../src/tui/input/text-buffer.ts';
import { editComposer, openComposer } from '../../../src/tui/model/composer-model.ts';
import { loadReplies } from '../../../src/tui/model/replies-model.ts';
import type { ComposerKind, ComposerState } from '../../../src/tui/model/ui-state.ts';
import { loadWording } from '../../../src/tui/model/wording-model.ts';
import { must } from '../../../src/util/must.ts';
import { movableClock, TestDesk } from '../../support/desk.ts';
import { WorkStage } from '../../support/work-stage.ts';
import type { Bench } from '../bench.ts';
import { openBenchDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';

/** Every list of templates that the screens have: each shows those of its channel. */
const places = (['ru', 'en'] as const).flatMap((lang) => [
  { lang, channel: 'mail', kind: 'reply' } as const,
  { lang, channel: 'chat', kind: 'reply' } as const,
  { lang, channel: 'mail', kind: 'note' } as const,
]);
type Place = (typeof places)[number];

/** Fits every question that a template asks before it goes in. */
const ANSWER = 'завтра 12:00';
const MOST_QUESTIONS = 4;

/** Takes each shipped template from the picker into a text that is being written, without painting. */
export async function insertRows(bench: Bench, folder: string, draft: string): Promise<Row[]> {
  const desk = await openBenchDesk(folder);
  const clock = movableClock(Date.now());
  using stage = new WorkStage(new TestDesk(desk, clock, folder, false), { columns: 80, rows: 24 });
  const library = must(await loadReplies(stage.ui), 'the templates');
  await loadWording(stage.ui);
  const ready = places.map((place) => ({ place, composer: openDraft(stage, place, draft) }));
  const taken = new Set<string>();
  const rounds: number[][] = [];
  for (let round = 0; round < (bench.isQuick ? 3 : 10); round += 1) {
    rounds.push(
      ready.flatMap(({ place, composer }) => {
        const inserted = insertAll(stage, composer);
        for (const { id } of inserted) taken.add(`${id}.${place.lang}`);
        return inserted.map(({ ms }) => ms);
      }),
    );
  }
  const all = sampleOf(rounds.flat());
  const first = sampleOf(rounds[0] ?? [])
    .quantile(0.99)
    .toFixed(1);
  const texts = `${taken.size} of ${writtenTexts(library)} texts, ${draft.length} characters before`;
  const row = (of: string, value: number, more: Partial<Row>): Row => {
    const what = `filled template into a draft: ${of}`;
    return { part: 'replies', what, value, unit: 'ms', ...more };
  };
  return [
    row('p50', all.quantile(0.5), { detail: `${all.count} times, ${texts}` }),
    row('p99', all.quantile(0.99), {
      must: 10,
      detail: `max ${all.max.toFixed(1)} ms; p99 of the first round ${first} ms`,
    }),
  ];
}

/** Texts for the phone are shown and go into no draft. */
function writtenTexts({ templates }: TemplateLibrary): number {
  return templates.filter(({ channels }) => channels.some((one) => one !== 'phone')).length;
}

/** A ticket of somebody with this language, and the text that is being written to it. */
function openDraft(stage: WorkStage, place: Place, draft: string): ComposerState {
  const { ui } = stage;
  const ticketId = registerFor(stage.here, place.lang, place.channel);
  stage.selects(ticketId);
  // Nothing is looked for beside the ticket: that goes on in pauses.
  ui.store.set({ composer: null, beside: { ticketId, articles: [], similar: [], selected: 0 } });
  const kind: ComposerKind = place.kind;
  openComposer(ui, ticketId, kind);
  editComposer(ui, bufferOf(draft), 'other');
  return must(ui.store.get().composer, 'an open text');
}

function registerFor(here: TestDesk, lang: Language, channel: 'mail' | 'chat'): string {
  const more = { callName: lang === 'ru' ? 'Ольга' : 'Olga', language: lang };
  const contact = here.contact(lang === 'ru' ? 'Ольга Петрова' : 'Olga Petrova', more);
  const words = { subject: 'VPN не пускает', text: 'Ошибка 691', contactId: contact.id, channel };
  const done = registerTicket(here.desk, words);
  return must(done.ok ? done.value.ticket : null, 'a ticket').id;
}

interface Inserted {
  readonly id: string;
  readonly ms: number;
}

function insertAll(stage: WorkStage, composer: ComposerState): Inserted[] {
  const offered = offer(stage, composer, 0);
  return offered.flatMap((id, place) => {
    offer(stage, composer, place);
    const ms = insert(stage, composer);
    return ms === null ? [] : [{ id, ms }];
  });
}

/** Opens the picker over the text as it was, with a row of it selected. */
function offer(stage: WorkStage, composer: ComposerState, selected: number): readonly string[] {
  const { store } = stage.ui;
  store.set({ composer, overlay: null });
  stage.presses('ctrl+r');
  const { overlay } = store.get();
  if (overlay?.type !== 'picker') throw new Error('no list of templates');
  store.set({ overlay: { ...overlay, selected } });
  return overlay.shown.map(({ id }) => id);
}

/** From the key that gives the last answer to the text that stands in the draft; null when none does. */
function insert(stage: WorkStage, before: ComposerState): number | null {
  for (let asked = 0; asked <= MOST_QUESTIONS; asked += 1) {
    if (stage.state.overlay?.type === 'prompt') stage.types(ANSWER);
    const from = nowMs();
    stage.presses('enter');
    const ms = nowMs() - from;
    const { composer } = stage.state;
    const length = composer?.history.present.text.length ?? 0;
    if (length > before.history.present.text.length) return ms;
    if (stage.state.overlay?.type !== 'prompt') return null;
  }
  return null;
}
