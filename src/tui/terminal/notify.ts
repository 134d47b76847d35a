import { toSafe } from '../../util/to-safe.ts';
import { capabilities, type Env } from './capabilities.ts';
import { passThrough } from './passthrough.ts';

export type NotifyMethod = 'auto' | 'osc9' | 'osc777' | 'bell' | 'off';

export type Notification = {
  readonly title: string;
  readonly body: string;
};

const BEL = '\u0007';
const MAX_LENGTH = 200;

/** One short line; `;` separates the fields of OSC 777. */
function field(text: string): string {
  return toSafe(text, { maxLine: MAX_LENGTH }).replaceAll(';', ',');
}

/**
 * The sequence that raises a desktop notification, for the service channel of the terminal. In
 * tmux the bell goes along: the toast depends on `allow-passthrough`, the bell flag does not.
 */
export function notifySequence(notification: Notification, method: NotifyMethod, env: Env): string {
  const { notify, tmux } = capabilities(env);
  const chosen = method === 'auto' ? notify : method;
  if (chosen === 'off') return '';
  if (chosen === 'bell') return BEL;
  const title = field(notification.title);
  const body = field(notification.body);
  const toast =
    chosen === 'osc9'
      ? `\u001b]9;${title}: ${body}${BEL}`
      : `\u001b]777;notify;${title};${body}${BEL}`;
  return passThrough(toast, env) + (tmux ? BEL : '');
}
