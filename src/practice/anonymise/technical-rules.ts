import { hostStandIn, isEverybodys, mailStandIn } from './host-stand-in.ts';
import { AFTER, BEFORE, byForm, type HidingRule } from './rule.ts';

const TOP =
  'ru|рф|su|by|kz|ua|uz|am|ge|com|net|org|info|biz|pro|io|dev|app|me|tv|cloud|online|site|store|tech|shop|' +
  'eu|de|uk|us|fr|it|pl|cz|fi|ee|lv|lt|example|test|local|lan|loc|localdomain|internal|intra|corp|home|ad|int|' +
  'moscow|москва|дети|онлайн|сайт|рус';
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?`;
const HOST = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{Co}@._-])(?:${LABEL}\.){1,8}(?:${TOP})(?![\p{L}\p{N}\p{Co}_-]|\.[\p{L}\p{N}])`,
  'giu',
);
const MAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/gu;
const ROLES =
  'srv|server|pc|ws|wks|nb|dc|db|sql|app|web|mail|adm|term|rds|rdp|fs|file|print|prn|kassa|pos|router|rt|sw|gw|' +
  'fw|host|vm|esx|node|stg|prod|stage|desktop|laptop|nas|backup|vpn|proxy|ups|cam|buh|1c';
/** A machine by its name alone: one of its parts says what it does, and it is numbered. */
const MACHINE = new RegExp(
  `${BEFORE}(?=[A-Z0-9-]*\\d)(?=(?:[A-Z0-9]+-)*(?:${ROLES})\\d*(?:-|${AFTER}))[A-Z0-9]+(?:-[A-Z0-9]+)*${AFTER}`,
  'giu',
);
const IPV4 = /(?<![\p{L}\p{N}\p{Co}]|\d\.)(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}]|\.\d)/gu;
const IPV6 =
  /(?<![\p{L}\p{N}\p{Co}:.])(?=[0-9a-f:.]*:[0-9a-f:.]*:)[0-9a-f:]{2,39}(?![\p{L}\p{N}:])/giu;
const MAC = new RegExp(
  `${BEFORE}(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}|[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4})${AFTER}`,
  'giu',
);
const UUID = new RegExp(
  `${BEFORE}[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}${AFTER}`,
  'giu',
);
/** What stands behind the address of a page belongs to one visit. */
const QUERY =
  /(?<=[?&#;](?:[\w.-]*(?:token|key|sig|sign|signature|code|session|sess|sid|auth|pass|pwd|jwt|ticket|hash|secret|otp|user|login|email|phone|id|samlrequest|samlresponse|relaystate))=)[^&#\s"'<>\p{Co}]+/giu;
/** A part of an address that no person has typed. */
const PATH_TOKEN = /(?<=https?:\/\/[^\s"'<>]{1,300}[/=])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}/gu;
const PATH_USER =
  /(?<=(?:[A-Z]:\\|\\\\[^\\\s]+\\|[A-Z]:\/)(?:Users|Documents and Settings|Пользователи|Profiles)[\\/]|(?<![\w.])\/(?:home|Users|export\/home)\/)[^\\/\s:*?"<>|\p{Co}]+(?: [\p{L}\d]+(?=\\))?/giu;
const COMMON_USERS =
  /^(?:public|default|all users|shared|administrator|администратор|root|guest)$/i;
const SHARE = /(?<=(?<![\w:\\])\\\\)[\p{L}\p{N}][\p{L}\p{N}._-]*(?=\\)/gu;
const DOMAIN_LOGIN =
  /(?<![\p{L}\p{N}\\:/.])(?!HK(?:LM|CU|CR|U|EY)|NT |BUILTIN)[\p{L}\p{N}][\p{L}\p{N}-]{1,20}\\(?!n\b|t\b|r\b)[\p{L}\p{N}][\p{L}\p{N}._-]*(?![\p{L}\p{N}\\])/gu;
const LABELLED_LOGIN =
  /(?<=(?<!\p{L})(?:логин(?:ом|а|у)?|уч[её]тк(?:а|у|и|ой)|имя пользователя|пользователь|login|user(?:\s?name)?|account|sAMAccountName|UPN)\s*(?:[:=—–-]|is)\s*["'«]?)[\p{L}\p{N}][\p{L}\p{N}._@$-]*[\p{L}\p{N}$]/giu;

/** Addresses and names of the technical kind, the widest first. */
export const technicalRules: readonly HidingRule[] = [
  byForm('email', MAIL, (found, stands) => mailStandIn(found, stands)),
  byForm('url', QUERY, () => 'XXXX'),
  byForm('url', PATH_TOKEN, () => 'XXXX'),
  byForm('uuid', UUID, (found, stands) => stands.of('uuid', found.toLowerCase())),
  byForm('mac', MAC, (found, stands) =>
    stands.of('mac', found.replace(/[^\da-f]/gi, '').toLowerCase()),
  ),
  byForm('ip', IPV4, ipv4),
  byForm('ip', IPV6, ipv6),
  byForm('path', PATH_USER, (found, stands) => {
    return COMMON_USERS.test(found) ? null : stands.of('login', found.toLowerCase());
  }),
  byForm('host', SHARE, (found, stands) => hostStandIn(found, stands)),
  byForm('login', DOMAIN_LOGIN, (found, stands) => {
    const user = found.slice(found.indexOf('\\') + 1);
    return `DEMO\\${stands.of('login', user.toLowerCase())}`;
  }),
  byForm('login', LABELLED_LOGIN, (found, stands) => stands.of('login', found.toLowerCase())),
  byForm('host', HOST, (found, stands) =>
    isEverybodys(found) ? null : hostStandIn(found, stands),
  ),
  byForm('host', MACHINE, (found, stands) => {
    return /^(?:1c|1с)?\d*$/i.test(found) || !/[a-z]{2}/i.test(found)
      ? null
      : hostStandIn(found, stands);
  }),
];

const VERSION =
  /(?:верс\S*|version|ver\.?|(?<!\p{L})v\.?|build|сборк\S*|платформ\S*|релиз\S*|release|1[сc]:?\S*)\s*$/iu;

function ipv4(found: string, stands: Parameters<HidingRule['standIn']>[1], before: string) {
  const parts = found.split('.').map(Number);
  const [first = 0, second] = parts;
  const isAddress = parts.every((part) => part <= 255);
  const isMask = first === 255 || found === '0.0.0.0';
  const isOwn = first === 127 || (first === 169 && second === 254 && found === '169.254.0.0');
  if (!isAddress || isMask || isOwn || VERSION.test(before)) return null;
  return stands.of('ip', found);
}

function ipv6(found: string, stands: Parameters<HidingRule['standIn']>[1]) {
  const groups = found.split(':');
  const isWhole = groups.length === 8 && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  const halves = found.split('::');
  const isShort =
    halves.length === 2 &&
    groups.length <= 8 &&
    groups.every((group) => /^[0-9a-f]{0,4}$/i.test(group)) &&
    groups.filter((group) => group !== '').length >= 2;
  if (!isWhole && !isShort) return null;
  const n = stands.of('ip', found.toLowerCase()).split('.').at(-1);
  return `2001:db8::${n}`;
}
