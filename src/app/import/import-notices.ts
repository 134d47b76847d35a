import type { LetterBounce } from '../../intake/mail/letter.ts';
import type { Desk } from '../desk/desk.ts';

/**
 * What an import itself writes on a ticket. It is stored, so it is in the language of the desk,
 * not of the person that imports.
 */
const texts = {
  ru: {
    noSubject: '(без темы)',
    connector: 'Почта',
    notDelivered: 'Письмо не доставлено',
    delayed: 'Доставка письма задерживается',
    conflict: (named: string) =>
      `Тема письма называет ${named}, но отвечает оно на наше письмо в этом обращении.`,
    maybe: (named: string) =>
      `Тема письма называет ${named}, но отправитель в нём не участвует: обращение новое, связано с ним.`,
  },
  en: {
    noSubject: '(no subject)',
    connector: 'Mail',
    notDelivered: 'The letter was not delivered',
    delayed: 'The delivery of the letter is delayed',
    conflict: (named: string) =>
      `The subject names ${named}, but the letter answers our letter on this ticket.`,
    maybe: (named: string) =>
      `The subject names ${named}, but the sender takes no part in it: this ticket is new and linked to it.`,
  },
} as const;

/** The sentences of an import in the desk's language. */
export function importTexts(desk: Desk) {
  return texts[desk.config.language];
}

/** What a bounce says, in one line: what happened, to whom, why. */
export function bounceText(desk: Desk, bounce: LetterBounce, isDelay: boolean): string {
  const { notDelivered, delayed } = importTexts(desk);
  const addresses = [bounce.recipient, ...bounce.otherRecipients].filter((a) => a !== null);
  const what = isDelay ? delayed : notDelivered;
  const whom = addresses.length > 0 ? `${what}: ${addresses.join(', ')}` : what;
  const why = bounceReason(bounce);
  return why === '' ? whom : `${whom} — ${why}`;
}

/** The diagnostic of the other server, else its status code; '' when it gave none. */
export function bounceReason(bounce: LetterBounce): string {
  return bounce.diagnostic ?? bounce.status ?? '';
}
