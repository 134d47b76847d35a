import type { Contact } from '../../domain/person.ts';
import type { ReplyTemplate } from '../../domain/template.ts';
import type { TemplateUse } from '../../domain/template-use.ts';
import type { NewPromise, TextEffects } from '../../domain/text-effects.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Finding } from '../../wording/finding.ts';
import { renderTemplate } from '../content/render-template.ts';
import type { RenderProblem } from '../content/rendered-template.ts';
import { addresseeOf, replyScope } from '../content/reply-scope.ts';
import type { TemplateLibrary } from '../content/template-library.ts';
import { appliedTemplate, templateUse } from '../content/template-use.ts';
import type { Desk } from '../desk/desk.ts';
import type { Reviewer } from '../wording/open-reviewer.ts';

/** What many are told: a template, or a text in which variables stand as in templates. */
export type ManySource =
  | { readonly templateId: string; readonly set: Readonly<Record<string, string>> }
  | { readonly text: string };

export interface ManyOrder {
  readonly ticketIds: readonly string[];
  readonly source: ManySource;
  /** Language of what is said about the texts. */
  readonly reader: Language;
}

/** What composing needs beside the desk. */
export interface ManyTools {
  readonly library: TemplateLibrary;
  readonly reviewer: Pick<Reviewer, 'review'>;
}

/** The message of one ticket in its customer's words, before it is sent. */
export interface ComposedMessage {
  readonly ticketId: string;
  readonly number: string;
  readonly customer: string | null;
  readonly contact: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** Why no letter can reach them; null when one can. */
  readonly unreachable: 'no-contact' | 'no-address' | null;
  readonly text: string;
  readonly promises: readonly NewPromise[];
  readonly effects: TextEffects;
  readonly templates: readonly TemplateUse[];
  /** What is still to be given, as keys of `set`. */
  readonly missing: readonly string[];
  /** What is to be written there, by key. */
  readonly hints: ReadonlyMap<string, string>;
}

/** Something said about the texts, with the tickets whose text it is. */
export interface ManyFinding extends Pick<Finding, 'rule' | 'severity' | 'message' | 'isAbsolute'> {
  readonly numbers: readonly string[];
}

export interface ComposedMany {
  readonly messages: readonly ComposedMessage[];
  /** The worst first. */
  readonly findings: readonly ManyFinding[];
}

/** Writes one text to each of many tickets, in the language and with the data of each. */
export function composeMany(
  desk: Desk,
  { library, reviewer }: ManyTools,
  { ticketIds, source, reader }: ManyOrder,
): Result<ComposedMany, RenderProblem> {
  const messages: ComposedMessage[] = [];
  const findings = new Map<string, ManyFinding>();
  for (const ticketId of ticketIds) {
    const written = writeOne(desk, library, { ticketId, source });
    if (!written.ok) return written;
    const { message, given, template } = written.value;
    const { findings: said, promises } = reviewer.review({
      ...{ ticketId, text: message.text, audience: 'customer', given, reader },
      situation: template?.situation ?? null,
    });
    messages.push({ ...message, promises });
    for (const finding of said) note(findings, finding, message.number);
  }
  const order = { E: 0, W: 1, H: 2 } as const;
  const sorted = [...findings.values()].sort((a, b) => order[a.severity] - order[b.severity]);
  return ok({ messages, findings: sorted });
}

/** A remark is shown once, however many texts it is about. */
function note(findings: Map<string, ManyFinding>, finding: Finding, number: string): void {
  const { rule, severity, message, isAbsolute } = finding;
  const key = `${rule}\n${message}`;
  const numbers = findings.get(key)?.numbers ?? [];
  if (numbers.includes(number)) return;
  findings.set(key, { rule, severity, message, isAbsolute, numbers: [...numbers, number] });
}

interface Written {
  readonly message: ComposedMessage;
  readonly given: NewPromise | null;
  readonly template: ReplyTemplate | null;
}

interface OneOrder {
  readonly ticketId: string;
  readonly source: ManySource;
}

function writeOne(
  desk: Desk,
  library: TemplateLibrary,
  { ticketId, source }: OneOrder,
): Result<Written, RenderProblem> {
  const addressee = addresseeOf(desk, ticketId);
  const { ticket, customer = null, contact = null } = addressee ?? {};
  if (!ticket) return fail({ code: 'no-such-ticket', text: ticketId });
  const filled =
    'text' in source
      ? fillText(desk, library, { ticket, text: source.text })
      : fillTemplate(desk, library, { ticketId, ...source });
  if (!filled.ok) return filled;
  const { given, template, ...own } = filled.value;
  const message: ComposedMessage = {
    ...{ ticketId, number: ticket.number, ...own, promises: [] },
    unreachable: whyUnreachable(contact),
    customer: customer?.name ?? null,
    contact: contact?.name ?? null,
    address: contact?.email ?? null,
    phone: contact?.phone ?? null,
  };
  return ok({ message, given, template });
}

function whyUnreachable(contact: Contact | null): ComposedMessage['unreachable'] {
  if (contact === null) return 'no-contact';
  return contact.email === null ? 'no-address' : null;
}

type Filled = Pick<ComposedMessage, 'text' | 'effects' | 'templates' | 'missing' | 'hints'> &
  Pick<Written, 'given' | 'template'>;

interface TemplateOrder {
  readonly ticketId: string;
  readonly templateId: string;
  readonly set: Readonly<Record<string, string>>;
}

function fillTemplate(
  desk: Desk,
  library: TemplateLibrary,
  order: TemplateOrder,
): Result<Filled, RenderProblem> {
  const rendered = renderTemplate(desk, library, order);
  const [problem] = rendered.ok ? [] : rendered.problems;
  if (problem) return fail(problem);
  const applied = appliedTemplate(rendered);
  const { text, promise, missing, template } = rendered;
  // A line for many is no hand-over, no note of time and no confirmation.
  const { escalation: _, timeSpentMs: __, confirmation: ___, ...effects } = rendered.effects;
  return ok({
    ...{ text, effects, missing, template },
    hints: new Map(rendered.stops.map(({ number, hint }) => [String(number), hint])),
    templates: applied ? [templateUse(applied, text)] : [],
    given: promise && {
      id: desk.makeId(),
      kind: promise.kind,
      dueAt: promise.dueAt,
      text: promise.text,
      warnBeforeMs: promise.warnBeforeMs ?? undefined,
    },
  });
}

/** A text without marks is taken as it stands: braces of a customer's log stay what they are. */
function fillText(
  desk: Desk,
  library: TemplateLibrary,
  { ticket, text }: { readonly ticket: Ticket; readonly text: string },
): Result<Filled, RenderProblem> {
  const plain = { effects: {}, templates: [], given: null, template: null, hints: new Map() };
  if (!/\{\{|\{%/.test(text)) return ok({ ...plain, text, missing: [] });
  const addressee = addresseeOf(desk, ticket.id);
  const language = addressee?.contact?.language ?? desk.config.language;
  const whom = addressee ?? { ticket, customer: null, contact: null };
  const filled = library.engine(language).render(text, replyScope(desk, whom, language));
  if (!filled.ok) {
    const { line, column, code } = filled.problem;
    return fail({ code: 'broken-template', text: `${line}:${column} ${code}` });
  }
  return ok({ ...plain, text: filled.value.text, missing: filled.value.unknown });
}
