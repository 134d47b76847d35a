import type { LocalName } from '../domain/vocabulary.ts';

/** What a reply may name. Times are epoch ms; null where there is nothing to say. */
export interface ReplyScope {
  readonly ticket: {
    readonly number: string | null;
    readonly subject: string | null;
    readonly status: string | null;
    readonly priority: string | null;
    readonly line: string | null;
    readonly created: number | null;
  };
  readonly customer: { readonly name: string | null; readonly city: string | null };
  readonly contact: {
    readonly name: string | null;
    /** How to address them; null when it is not certain. */
    readonly callName: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    /** Their own zone, else that of their company. */
    readonly timeZone: string | null;
    readonly language: string | null;
  };
  readonly me: {
    readonly name: string;
    readonly line: string;
    readonly gender: 'male' | 'female' | null;
  };
  readonly desk: {
    readonly name: string;
    readonly mail: string | null;
    /** What the desk calls a ticket when it speaks to customers. */
    readonly ticketWord: string;
  };
  /** In whose name the customer is served; the desk itself unless the desk pack says otherwise. */
  readonly org: { readonly name: string; readonly signature: string };
  readonly shift: {
    readonly name: string | null;
    /** Who leads it; null when nobody does, or more than one. */
    readonly lead: string | null;
    readonly until: number | null;
  };
  /** The article that was given in this ticket last. */
  readonly article: { readonly title: string | null; readonly link: string | null };
  /** The nearest outage that the ticket is linked to. */
  readonly incident: {
    readonly number: string | null;
    readonly since: number | null;
    readonly eta: number | null;
    readonly workaround: string | null;
  };
  readonly now: number;
  /** The nearest open promise of the ticket. */
  readonly promise: { readonly due: number | null };
}

/** A variable of the documented list. */
export interface ReplyVariable {
  /** `ticket.number`, `now`. */
  readonly path: string;
  readonly kind: 'text' | 'time';
  /** What stands in the reply when the value is missing. */
  readonly label: LocalName;
}

/** Every variable that a template may use; anything else is a mistake in the template. */
export const replyVariables: readonly ReplyVariable[] = [
  text('ticket.number', 'номер обращения', 'ticket number'),
  text('ticket.subject', 'тема', 'subject'),
  text('ticket.status', 'статус', 'status'),
  text('ticket.priority', 'приоритет', 'priority'),
  text('ticket.line', 'линия', 'line'),
  time('ticket.created', 'когда обратились', 'when it was reported'),
  text('customer.name', 'клиент', 'customer'),
  text('customer.city', 'город', 'city'),
  text('contact.name', 'контакт', 'contact'),
  text('contact.callName', 'имя', 'name'),
  text('contact.email', 'почта', 'mail address'),
  text('contact.phone', 'телефон', 'phone'),
  text('contact.timeZone', 'часовой пояс', 'time zone'),
  text('contact.language', 'язык', 'language'),
  text('me.name', 'ваше имя', 'your name'),
  text('me.line', 'ваша линия', 'your line'),
  text('me.gender', 'male / female', 'male / female'),
  text('desk.name', 'служба', 'desk'),
  text('desk.mail', 'адрес службы', 'mail address of the desk'),
  text('desk.ticketWord', 'слово для обращения', 'word for a ticket'),
  text('org.name', 'от чьего имени', 'in whose name'),
  text('org.signature', 'подпись', 'signature'),
  text('shift.name', 'смена', 'shift'),
  text('shift.lead', 'старший смены', 'shift lead'),
  time('shift.until', 'конец смены', 'end of the shift'),
  text('article.title', 'статья', 'article'),
  text('article.link', 'ссылка на статью', 'link to the article'),
  text('incident.number', 'номер аварии', 'number of the outage'),
  time('incident.since', 'начало аварии', 'start of the outage'),
  time('incident.eta', 'когда восстановят', 'when it is expected back'),
  text('incident.workaround', 'как работать пока', 'how to work meanwhile'),
  time('now', 'сейчас', 'now'),
  time('promise.due', 'обещанный час', 'promised time'),
];

/** The variables that a wrong path may have meant: of its group, else the groups. */
export function knownVariables(path: string): readonly string[] {
  const [root] = path.split('.');
  const ofGroup = replyVariables.filter((variable) => variable.path.split('.')[0] === root);
  if (ofGroup.length > 0) return ofGroup.map((variable) => variable.path);
  return [...new Set(replyVariables.map((variable) => variable.path.split('.')[0] ?? ''))];
}

/** The value of a documented variable; null when it is empty or missing. */
export function valueAt(scope: ReplyScope, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split('.')) {
    value = Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
  }
  const isEmpty = typeof value === 'string' && value.trim() === '';
  return isEmpty ? null : (value ?? null);
}

/** The scope with one documented variable replaced. An undocumented path changes nothing. */
export function withVariable(scope: ReplyScope, path: string, value: string | number): ReplyScope {
  const [root = '', field] = path.split('.');
  if (!replyVariables.some((variable) => variable.path === path)) return scope;
  if (field === undefined) return { ...scope, [root]: value };
  const group = Object.entries(scope).find(([name]) => name === root)?.[1];
  return { ...scope, [root]: { ...(typeof group === 'object' ? group : {}), [field]: value } };
}

function text(path: string, ru: string, en: string): ReplyVariable {
  return { path, kind: 'text', label: { ru, en } };
}

function time(path: string, ru: string, en: string): ReplyVariable {
  return { path, kind: 'time', label: { ru, en } };
}
