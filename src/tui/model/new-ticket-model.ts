import { type FirstStep, type NewWork, registerWork } from '../../app/work/register-work.ts';
import type { Channel, TicketKind } from '../../domain/vocabulary.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { knownIncidentRows } from '../present/known-incident-lines.ts';
import { afterChange, refusalText } from './act.ts';
import { openForm } from './form-model.ts';
import type { FormProblem, FormValues } from './form-state.ts';
import { detailId, typedDetail } from './kind-fields.ts';
import { knownWhile } from './known-while.ts';
import { ratingOf } from './rating-fields.ts';
import { CALLER, COMPANY, registerFields, rulesAtRegistration } from './register-fields.ts';
import { openTicket } from './ticket-model.ts';
import { say, type Ui } from './ui.ts';

/** Opens the form of a new ticket, the problem first. A text taken back comes again. */
export function askNewTicket(ui: Ui): void {
  const w = formsTexts(ui.store.get().language).register;
  const known = knownWhile(ui);
  openForm(ui, {
    id: 'new',
    title: w.title,
    submitTitle: w.submit,
    ticketId: null,
    isNewTicket: true,
    intro: (values) => {
      const found = known(values['what'] ?? '', whoOf(ui, values).customerId ?? null);
      return knownIncidentRows(found, ui.store.get());
    },
    fields: registerFields(ui),
    submit: (values) => register(ui, values),
  });
}

function register(ui: Ui, values: FormValues): FormProblem | null {
  const work = workOf(ui, values);
  const done = registerWork(ui.desk(), work);
  if (!done.ok) {
    const [gap] = done.problem.missing ?? [];
    const fieldId = gap ? detailId(work.kind, gap.code) : null;
    return { problem: refusalText(ui, done.problem), fieldId };
  }
  afterChange(ui);
  const { id, number } = done.value;
  // Who goes on working wants to see it; what is over or elsewhere leaves the screen as it was.
  if (work.next.type === 'take') openTicket(ui, id);
  say(ui, formsTexts(ui.store.get().language).register.done[work.next.type](number));
  return null;
}

function workOf(ui: Ui, values: FormValues): NewWork {
  // The choices are the kinds and the channels.
  const kind = values['kind'] as TicketKind;
  const scope = scopeWords(ui, values);
  const rules = rulesAtRegistration(ui, kind);
  const details = rules
    .map((rule) => [rule.code, typedDetail(rule, values[detailId(kind, rule.code)] ?? '')] as const)
    .filter(([, value]) => value !== '');
  const hasScope = kindHasScope(ui, kind);
  const text = values['what'] ?? '';
  return {
    text: scope !== '' && !hasScope ? `${text}\n\n${scope}` : text,
    ...whoOf(ui, values),
    kind,
    channel: values['channel'] as Channel,
    details: Object.fromEntries(
      scope !== '' && hasScope ? [...details, ['scope', scope]] : details,
    ),
    rating: ratingOf(values),
    next: nextOf(values),
  };
}

function kindHasScope(ui: Ui, kind: TicketKind): boolean {
  const rule = ui.desk().config.kinds.find(({ code }) => code === kind);
  return rule?.fields.some(({ code }) => code === 'scope') ?? false;
}

/** The two quick answers about what else is hit, as one sentence. */
function scopeWords(ui: Ui, values: FormValues): string {
  const w = formsTexts(ui.store.get().language).register;
  const said = (
    answer: string | undefined,
    words: { readonly yes: string; readonly no: string },
  ) => (answer === 'yes' || answer === 'no' ? [words[answer]] : []);
  return [...said(values['rest'], w.scopeRest), ...said(values['others'], w.scopeOthers)].join(
    '; ',
  );
}

type Who = Pick<NewWork, 'customerId' | 'contactId' | 'unknownContact'>;

function whoOf(ui: Ui, values: FormValues): Who {
  const who = values['who'] ?? '';
  const nobody: Who = { customerId: null, contactId: null, unknownContact: null };
  const { people } = ui.desk();
  if (who.startsWith(CALLER)) {
    const contact = people.contact(who.slice(CALLER.length));
    return { ...nobody, contactId: contact?.id ?? null, customerId: contact?.customerId ?? null };
  }
  if (who.startsWith(COMPANY)) return { ...nobody, customerId: who.slice(COMPANY.length) };
  return who === '' ? nobody : { ...nobody, unknownContact: who };
}

function toldOf({ told, toldBy }: FormValues) {
  return told && toldBy ? { text: told, dueAt: Date.parse(toldBy) } : null;
}

function nextOf(values: FormValues): FirstStep {
  switch (values['next']) {
    case 'solved':
      return { type: 'solved', solution: values['solution'] ?? '' };
    case 'off-topic':
      return { type: 'off-topic', reason: values['reason'] ?? '' };
    case 'hand-on':
      return { type: 'hand-on', line: values['line'] ?? '', told: toldOf(values) };
    default:
      return { type: 'take' };
  }
}
