import type { TicketView } from '../../app/ticket/show-ticket.ts';
import { type Handover, openQuestions } from '../../domain/handover/handover.ts';
import { describeForm } from '../../domain/handover/handover-form.ts';
import { escalationTexts } from '../../i18n/escalation-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** What the rows of a hand-over are made with. */
interface Scene {
  readonly view: TicketView;
  readonly state: UiState;
  readonly time: TimeText;
  readonly width: number;
}

/**
 * What stands between two lines: who handed the ticket over with what words, what the customer is
 * to be asked, what is at the vendor. Nothing of it once it is settled.
 */
export function handoverLines(
  view: TicketView,
  state: UiState,
  time: TimeText,
  width: number,
): Line[] {
  const scene = { view, state, time, width };
  const { handover } = view.ticket;
  return [
    ...(handover && handover.state !== 'accepted' ? handedLines(handover, scene) : []),
    ...careLines(scene),
    ...questionLines(scene),
    ...vendorLines(scene),
    ...grantLines(scene),
  ];
}

function nameOf(id: string | null, { view, state }: Scene): string {
  const name = id === null ? undefined : view.people.get(id)?.name;
  return name ?? escalationTexts(state.language).somebody;
}

function lineName(code: string, { state }: Scene): string {
  return state.lineNames.get(code)?.[state.language] ?? code;
}

function handedLines(handover: Handover, scene: Scene): Line[] {
  const { state, time, width } = scene;
  const t = escalationTexts(state.language);
  const whom = receiverOf(handover, scene);
  const head = t.handed(whom, nameOf(handover.byId, scene), time.at(handover.at, state.now));
  // The form stands as an entry, too: it is not said twice in a row.
  const isLast = scene.view.entries.at(-1)?.at === handover.at;
  const said = isLast ? '' : describeForm(handover.form, state.language);
  const form = wrap(toSafe(said, { multiline: true }), Math.max(10, width - 4));
  const body = isLast ? [] : form.map((text): Line => [word(' ⇡ ', 'warning'), span(text)]);
  return [
    [],
    [word(' ⇡ ', 'warning'), span(toSafe(head), 'strong')],
    ...body,
    settledLine(handover, scene),
  ];
}

function receiverOf({ kind, toLine, toId }: Handover, scene: Scene): string {
  const t = escalationTexts(scene.state.language);
  if (kind === 'line') return t.toLine(lineName(toLine, scene));
  return toId === null || kind === 'vendor' ? t.to[kind] : t.toPerson(nameOf(toId, scene));
}

function settledLine(handover: Handover, scene: Scene): Line {
  const { state, time } = scene;
  const t = escalationTexts(state.language);
  if (handover.state === 'waiting') {
    const waits = t.waits(time.length(state.now - handover.at));
    const keys = handover.byId === state.meId ? [] : [word('   '), word(t.keys, 'key')];
    return [word(' ⇡ ', 'warning'), span(toSafe(waits), 'warning'), ...keys];
  }
  const when = time.at(handover.settledAt ?? handover.at, state.now);
  const returned = t.returned(nameOf(handover.settledById, scene), when);
  const missing = handover.missing ?? '';
  return [word(' ↩ ', 'breach'), span(toSafe(`${returned}: ${missing}`), 'breach')];
}

function careLines(scene: Scene): Line[] {
  const { ticket } = scene.view;
  const t = escalationTexts(scene.state.language);
  const { careOfId, brief } = ticket;
  const row = (text: string): Line => [word(' ▲ ', 'warning'), span(toSafe(text), 'warning')];
  const care = careOfId === undefined ? [] : [row(t.care(nameOf(careOfId, scene)))];
  if (brief?.state !== 'owed') return care;
  const isMine = brief.owedById === scene.state.meId;
  const keys = isMine ? [word('   '), word(t.briefKeys, 'key')] : [];
  return [...care, [...row(t.briefOwed(nameOf(brief.owedById, scene))), ...keys]];
}

function questionLines(scene: Scene): Line[] {
  const { view, state, time, width } = scene;
  const t = escalationTexts(state.language);
  return openQuestions(view.ticket).flatMap((one): Line[] => {
    const head = t.asks(lineName(one.askedFromLine, scene), time.at(one.dueAt, state.now));
    const rows = wrap(toSafe(one.question, { multiline: true }), Math.max(10, width - 4));
    return [
      [],
      [word(' ? ', 'promise'), span(toSafe(head), 'promise')],
      ...rows.map((text): Line => [word(' ? ', 'promise'), span(text, 'strong')]),
      [
        word(' ? ', 'promise'),
        span(toSafe(t.asksWhy(one.why)), 'muted'),
        word('   '),
        word(t.answerKeys, 'key'),
      ],
    ];
  });
}

function vendorLines(scene: Scene): Line[] {
  const { view, state, time } = scene;
  const { vendorCase } = view.ticket;
  if (!vendorCase || view.ticket.status !== 'waiting-third-party') return [];
  const t = escalationTexts(state.language);
  const { dueAt } = vendorCase;
  const isLate = dueAt !== null && dueAt < state.now;
  const due =
    dueAt === null
      ? []
      : [
          word(' · '),
          span(toSafe(t.vendorDueAt(time.at(dueAt, state.now))), isLate ? 'breach' : 'plain'),
        ];
  return [
    [
      word(' ⇡ ', 'muted'),
      span(toSafe(t.vendorCase(vendorCase.vendor, vendorCase.ref))),
      ...due,
      span(toSafe(` · ${t.watches(nameOf(vendorCase.watcherId, scene))}`), 'muted'),
    ],
  ];
}

function grantLines(scene: Scene): Line[] {
  const t = escalationTexts(scene.state.language);
  return (scene.view.ticket.voiceGrants ?? []).map((grant): Line => {
    return [word(' · ', 'muted'), span(toSafe(t.mayWrite(nameOf(grant.personId, scene))), 'muted')];
  });
}
