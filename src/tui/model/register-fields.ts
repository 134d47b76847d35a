import { searchCallers } from '../../app/people/search-callers.ts';
import type { FieldRule } from '../../domain/kind-rule.ts';
import { channels, type TicketKind } from '../../domain/vocabulary.ts';
import { fieldsOf } from '../../domain/work/decide-details.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import type { FormChoice, FormField, FormValues } from './form-state.ts';
import { clockOf } from './form-values.ts';
import { fieldOfRule } from './kind-fields.ts';
import { ratingFields } from './rating-fields.ts';
import { texts, type Ui } from './ui.ts';

/** What stands before the id of a found contact, and of a found company. */
export const CALLER = 'contact:';
export const COMPANY = 'customer:';

const base = { hint: '', value: '', isRequired: false } as const;

/** What is asked when a ticket is registered: first what happened, then who, then the rest. */
export function registerFields(ui: Ui): readonly FormField[] {
  const w = formsTexts(ui.store.get().language).register;
  return [
    { ...base, id: 'what', label: w.what, hint: w.whatHint, type: 'long-text', isRequired: true },
    { ...base, id: 'who', label: w.who, hint: w.whoHint, type: 'search', find: findWho(ui) },
    ...nextFields(ui),
    ...kindFields(ui),
    ...scopeFields(ui),
    ...priorityFields(ui),
    {
      ...base,
      id: 'channel',
      label: w.channel,
      type: 'choice',
      value: 'internal',
      isRequired: true,
      choices: handChannels.map((code) => choice(code, texts(ui).channels[code])),
    },
  ];
}

/** By which somebody of the desk hears of something; the others bring their tickets themselves. */
const handChannels = channels.filter((code) => code !== 'monitoring' && code !== 'web');

function choice(id: string, label: string, detail = ''): FormChoice {
  return { id, label, detail };
}

function findWho(ui: Ui): NonNullable<FormField['find']> {
  const w = formsTexts(ui.store.get().language).register;
  return (text) => [
    ...searchCallers(ui.desk(), text)
      .slice(0, 5)
      .map(({ contactId, customerId, label, detail }) => {
        const id = contactId === null ? `${COMPANY}${customerId ?? ''}` : `${CALLER}${contactId}`;
        return choice(id, label, detail);
      }),
    choice('', text.trim(), w.asWritten),
  ];
}

/** What becomes of it at once, and what each of these needs. */
function nextFields(ui: Ui): readonly FormField[] {
  const w = formsTexts(ui.store.get().language).register;
  const next = w.nextSteps;
  const needed = { ...base, type: 'text', isRequired: true } as const;
  return [
    {
      ...needed,
      id: 'next',
      label: w.next,
      type: 'choice',
      value: 'take',
      choices: (['take', 'solved', 'hand-on', 'off-topic'] as const).map((id) =>
        choice(id, next[id]),
      ),
    },
    {
      ...needed,
      id: 'solution',
      label: w.solution,
      hint: w.solutionHint,
      type: 'long-text',
      isShown: whenNext('solved'),
    },
    ...handOnFields(ui),
    {
      ...needed,
      id: 'reason',
      label: w.reason,
      hint: w.reasonHint,
      isShown: whenNext('off-topic'),
    },
  ];
}

function whenNext(next: string): (values: FormValues) => boolean {
  return (values) => values['next'] === next;
}

/** Where it goes, and what a line that talks to customers has told: who takes over, and by when. */
function handOnFields(ui: Ui): readonly FormField[] {
  const { language } = ui.store.get();
  const { me, config } = ui.desk();
  const w = formsTexts(language).register;
  const field = { ...base, type: 'text', isRequired: true, isShown: whenNext('hand-on') } as const;
  const others = config.lines.filter(({ code, isExternal }) => code !== me.line && !isExternal);
  const lines = others.map(({ code, name }) => choice(code, name[language]));
  const where: FormField = { ...field, id: 'line', label: w.line, type: 'choice', choices: lines };
  const talks = config.lines.some(
    ({ code, talksToCustomer }) => code === me.line && talksToCustomer === 'yes',
  );
  if (!talks) return [where];
  return [
    where,
    { ...field, id: 'told', label: w.told, hint: w.toldHint },
    { ...field, id: 'toldBy', label: w.toldBy, hint: w.toldByHint, type: 'time' },
  ];
}

function isOurs(values: FormValues): boolean {
  return values['next'] !== 'off-topic';
}

/** The kinds that are offered, with what each of them must know from the beginning. */
function kindFields(ui: Ui): readonly FormField[] {
  const { language } = ui.store.get();
  const w = formsTexts(language).register;
  const kinds = ui.desk().config.kinds.filter(({ isOn }) => isOn);
  const [usual] = kinds;
  const asked = kinds.flatMap(({ code }) => askedOf(ui, code));
  return [
    {
      ...base,
      id: 'kind',
      label: w.kind,
      type: 'choice',
      value: usual?.code ?? '',
      isRequired: true,
      choices: kinds.map(({ code, name, about }) =>
        choice(code, name[language], about?.[language]),
      ),
      isShown: isOurs,
    },
    ...asked,
  ];
}

function askedOf(ui: Ui, kind: TicketKind): readonly FormField[] {
  const rules = rulesAtRegistration(ui, kind);
  const people = ui.desk().people.persons();
  return rules.map((rule): FormField => {
    const field = fieldOfRule(
      {
        kind,
        rule,
        rules,
        stored: null,
        known: () => null,
        isRequired: rule.needed === 'register',
        hint: '',
        people: people.map(({ name }) => name),
      },
      clockOf(ui),
    );
    const isShown = (values: FormValues) =>
      isOurs(values) && values['kind'] === kind && (field.isShown?.(values) ?? true);
    return { ...field, isShown };
  });
}

/** What has to be known from the beginning, and what decides whether it is asked. */
export function rulesAtRegistration(ui: Ui, kind: TicketKind): readonly FieldRule[] {
  const rules = fieldsOf(ui.desk().config, kind);
  const needed = rules.filter((rule) => rule.needed === 'register' && !known.has(rule.code));
  const deciding = new Set(needed.map(({ when }) => when?.field));
  return rules.filter((rule) => needed.includes(rule) || deciding.has(rule.code));
}

/** Asked by the form itself. */
const known: ReadonlySet<string> = new Set([
  'customer',
  'contact',
  'requester',
  'rating',
  'priority',
]);

/** Is it the right problem, or a part of a larger one? */
function scopeFields(ui: Ui): readonly FormField[] {
  const w = formsTexts(ui.store.get().language).register;
  const isShown = (values: FormValues) =>
    isOurs(values) && (values['kind'] === 'incident' || values['kind'] === 'provider-outage');
  const answer = { ...base, type: 'yes-no', hint: w.scopeHint, isShown } as const;
  return [
    { ...answer, id: 'rest', label: w.rest },
    { ...answer, id: 'others', label: w.others },
  ];
}

function priorityFields(ui: Ui): readonly FormField[] {
  const { config } = ui.desk();
  const { priorityMatrix: matrix } = config;
  if (matrix === null) return [];
  const fields = ratingFields(
    config,
    matrix,
    { impact: '', urgency: '', isRequired: false },
    clockOf(ui),
  );
  return fields.map(
    (field): FormField => ({
      ...field,
      isShown: (values) => isOurs(values) && (field.isShown?.(values) ?? true),
    }),
  );
}
