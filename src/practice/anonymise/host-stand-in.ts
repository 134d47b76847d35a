import type { StandIns } from './stand-ins.ts';

/** Places that everybody goes to say nothing of a customer; mailboxes there do. */
const EVERYBODYS =
  /(?:^|\.)(?:microsoft\.com|microsoftonline\.com|office\.com|office365\.com|outlook\.com|live\.com|windows\.com|windowsupdate\.com|windows\.net|google\.com|googleapis\.com|gmail\.com|apple\.com|icloud\.com|github\.com|mozilla\.org|firefox\.com|cloudflare\.com|amazonaws\.com|letsencrypt\.org|debian\.org|ubuntu\.com|yandex\.ru|ya\.ru|mail\.ru|vk\.com|gosuslugi\.ru|nalog\.ru|nalog\.gov\.ru|1c\.ru|kaspersky\.ru|kaspersky\.com|cryptopro\.ru|telegram\.org|zoom\.us|w3\.org|xmlsoap\.org|schema\.org)$/i;
/** Parts that say what a machine is for. */
const USUAL =
  /^(?:www\d*|mail|smtp|imap|pop3?|mx\d*|vpn|api|sso|adfs|ftp|sftp|remote|portal|autodiscover|lk|crm|erp|dns|ns\d+|proxy|cdn|static|login|auth)$/i;
/** A name of a program, `System.IO`: hosts are not written so. */
const CODE = /^(?:[A-Z][a-z]+\.)+[A-Z]\w*$/;

/** Whether a host belongs to nobody in particular, or is no host. */
export function isEverybodys(host: string): boolean {
  return EVERYBODYS.test(host) || CODE.test(host);
}

/** Another host: machines of one company stay together, and what they are for stays to be read. */
export function hostStandIn(host: string, stands: StandIns): string {
  const labels = host.toLowerCase().split('.');
  if (labels.length === 1) return stands.of('host', labels[0] ?? '');
  const domain = labels.slice(-2).join('.');
  const own = labels
    .slice(0, -2)
    .map((label) => (USUAL.test(label) ? label : stands.of('host', label)));
  return [...own, stands.of('org', domain)].join('.');
}

/** Another mailbox; those of one company stay together. */
export function mailStandIn(mail: string, stands: StandIns): string {
  const at = mail.indexOf('@');
  const host = mail.slice(at + 1).toLowerCase();
  const domain = EVERYBODYS.test(host)
    ? 'mail.example'
    : stands.of('org', host.split('.').slice(-2).join('.'));
  return `${stands.of('email', mail.toLowerCase())}@${domain}`;
}
