/** What went wrong and what to do; keyed by the code of a UserError. */
export const errors = {
  'no-such-ticket': 'There is no ticket “{reference}”. Look it up with: smena queue --filter TEXT',
  'store-locked':
    'The store {path} is busy: another program has held it for more than 5 seconds. Close the other program and try again.',
  'store-read-only':
    'The store {path} cannot be written: the disk or the file is read-only. Nothing was changed. Choose another folder with --data-dir.',
  'store-disk-full':
    'The disk is full, so {path} could not be written. What was saved before is whole. Free some space and try again.',
  'store-newer-schema':
    'The store {path} was written by a newer smena (schema {found}, this one knows {known}). Update smena; nothing was changed.',
  'store-not-a-store':
    '{path} is not a smena store. It was left as it is. Choose another folder with --data-dir.',
  'store-corrupt':
    'The store {path} is damaged. Bring a verified copy back with: smena restore; a server’s store: smena server restore FILE',
  'store-cannot-open':
    'The store {path} cannot be opened: the folder or a file beside it does not let it. Check the rights with: smena doctor',
  'store-no-rights':
    'There are no rights for {path}. Give them to your user, or choose another folder with --data-dir.',
  'store-io':
    'The disk failed while {path} was being read or written. Nothing was acknowledged. Check the disk, then: smena verify',
  'server-none': 'There is no server in {path} yet. Make one with: smena server init --admin NAME',
  'server-runs':
    'A server is already running on {path}. Stop it first, or choose another folder with --data-dir.',
  'server-schema-differs':
    'The server store {path} was made by another build of smena (step {n} of its schema differs). Nothing was changed. Use the build that made it.',
  'backup-not-whole': 'The copy {path} is not whole ({problem}), so it was not used.',
  'no-backup': 'There is no copy in {path} to restore from.',
  'config-not-json': '{path}:{line}:{column} is not valid JSON. Mend it with: smena config edit',
  'config-not-written':
    'The configuration {path} could not be written. Check the rights of the folder.',
  'desk-pack-wrong': 'The desk pack has mistakes:\n{details}',
  'handover-file-wrong': 'The file of the hand-over has mistakes, nothing was changed:\n{details}',
  'handover-revision-unknown': 'There is no revision {revision} of this hand-over.',
  'content-wrong': 'The content has mistakes:\n{details}',
  'ticket-without-replies':
    'Nobody has answered the customer of {ticket} yet: there is nothing to learn from it.',
  'no-practice-files':
    'There is neither a scenario (ID.scenario.yaml) nor a file of facts in {path}.',
  'file-not-found': 'There is no file {path}.',
  'file-not-readable': '{path} cannot be read.',
  'person-unknown': 'There is nobody called “{person}” at this desk.',
  'shift-unknown': 'There is no shift "{shift}". There are: {known}; current and last work, too.',
  'shift-unknown-none':
    'There is no shift "{shift}": none has been opened here yet. Open one: smena shift open',
  'shift-ambiguous': '"{shift}" may be several shifts: {known}. Say which one.',
  'shift-hours-wrong': '"{hours}" are no hours of a shift. Write them like this: 08:00-20:00.',
  'shift-item-unknown':
    'The log of this shift has no line "{item}"; it has {count}. Their numbers: smena shift status',
  'shift-time-unknown': '"{text}" is no time. Write 08:05 or 2026-11-22T10:15:00Z.',
  'line-unknown': 'There is no line "{line}". There are: {known}.',
  'text-missing-here':
    'There is no text. Write it after the command, or give "-" to read standard input.',
  'customer-unknown': 'There is no customer “{customer}”.',
  'customer-circle':
    '“{name}” cannot be a site of itself. Name another customer with --parent, or none.',
  'command-wrong': 'The command “{title}” cannot be used: {problem}.',
  'command-unknown': '“{name}” has no command “{title}”. See: smena customer show "{name}"',
  'ladder-step-unknown':
    'There is no step {step} on the ladder: it has {most}. See: smena ladder REF',
  'template-unknown': 'There is no template “{template}”. See: smena template list',
  'article-unknown': 'There is no article “{article}”. See: smena kb search',
  'article-exists': 'There is already an article “{article}”. Edit it: smena kb edit {article}',
  'article-id-wrong':
    '“{id}” is no id of an article. Write small Latin letters, digits and hyphens, such as disk-full.',
  'site-folder-foreign':
    '{path} holds files that are not of this site, so nothing was written. Choose an empty folder.',
  'article-record-wrong': 'Article {place} has no id, title or body.',
  'articles-wrong': 'A list of articles is needed: {id, title, body} each.',
  'query-needed': 'What shall be looked for? smena kb search WORDS, or --stdin.',
  'import-path-needed': 'Name a folder or a file: smena kb import PATH, or --reset.',
  'import-reset-alone': '--reset takes no path: it takes away the imported set as a whole.',
  'import-empty': '{path} holds no articles.',
  'import-not-gzip': '{path} begins like a gzip file but cannot be unpacked.',
  'queue-unknown': 'There is no queue “{queue}”. There are: {known}.',
  'queue-of-pack':
    'Queue “{queue}” comes with the desk pack and is changed there; only saved ones can be changed here.',
  'spelling-word-wrong':
    '“{word}” is not one word. Write one word of one alphabet, or a word and one with the same forms: токен/компьютер.',
  'filter-wrong': '{details}',
  'time-unknown': '“{text}” is not a time. Write 15m, 14:30, tomorrow 10, fri 18 or +2h.',
  'length-unknown': '“{text}” is not a length of time. Write 25m, 1h 30m, 1:30 or 90.',
  'instant-unknown':
    '“{text}” is not an instant. Write it with its offset: 2026-11-22T10:15:00Z or 2026-11-22T13:15+03:00.',
  'ticket-not-yet': '{at}: {number} did not exist yet. It was registered {created}.',
  'value-unknown': '“{value}” is not known here. Possible: {known}.',
  'sla-cases-wrong': '{path} cannot be checked:\n{details}',
  'context-wrong': '{path} cannot be used with --context: {details}',
  'text-needed': 'There is no text. Give it with --text TEXT, or --text - to read standard input.',
  'setting-unknown': 'There is no setting “{key}”.',
  'setting-wrong-type': 'The setting “{key}” does not take this value.',
  'attachment-too-large':
    '{path} is larger than {most} MB. Put it where the customer can fetch it, and send the link.',
  'attachment-unknown': 'There is no attachment “{name}” on this ticket.',
  'attachment-gone': 'The file of the attachment “{name}” is missing from the data folder.',
  'import-unknown': 'There is no import “{id}”.',
  'mapping-wrong': 'The mapping has mistakes:\n{details}',
  'editor-failed': 'The editor ended with an error. The text is kept in {path}.',
  bug: 'This is a mistake of smena itself. A report is in {path}; no text was lost.',
  'no-open-ticket': 'No ticket is open in the workstation. Name one: SM-1.',
  'template-place-unknown':
    'The template “{template}” has no place, variable or requirement “{place}”. See what it has: smena template show {template} --json',
  'template-broken':
    'The template “{template}” cannot be read: {problem}. More: smena template check',
  'nothing-to-copy': 'There is nothing to copy: the text is empty.',
  'copy-too-long':
    'The text is too long for the clipboard of the terminal. Print it: without --copy.',
  'no-clipboard': 'There is no clipboard here: no tool and no terminal. Leave --copy out.',
  'discrepancy-unknown':
    'There is no discrepancy “{id}”, or several end so. See: smena sync discrepancies',
  'draft-unknown': 'There is no draft “{id}”. See: smena draft list',
  'no-waiting-letter': '{number} has no letter that waits to be sent.',
  'delivery-not-possible': 'The letter of {number} cannot be sent: {reason}.',
  'file-exists': '{path} is already there and was left as it is. Give another path.',
  'output-not-written':
    'The output could not be written: its disk is full. The command itself was done.',
  'file-not-written': '{path} could not be written.',
  'no-input': '--no-input does not open an editor. The file is {path}.',
  'not-a-maildir': '{path} is not a Maildir: it has no folders new, cur and tmp.',
  'form-not-json': '{path} is not a form in JSON: {"seen": "…", "done": "…", "need": "…"}.',
  'form-wrong': '{path}: “{key}” is no part of the form, or not a text. Parts: {known}.',
  'many-text-broken':
    'The text has a mistake ({problem}). The name of each is {{ contact.callName }}, the number {{ ticket.number }}.',
  'no-such-entry': 'The ticket has no entry {entry}: there are {count}, from 1 on.',
  'no-such-proposal': 'There is no proposal “{key}”. List: smena mass propose',
  'remind-whom':
    'Whom to remind? Name tickets or a queue: smena remind --queue to-confirm --template ID',
  'database-own-tools':
    'A database is copied and put back by its own tools: pg_dump, or backups with recovery to a moment. After putting it back: smena server restore --new-epoch --database URL',
  'database-url-wrong':
    'This is no address of a database. It begins with postgres:// and names user, host and database.',
  'database-away':
    'The database {database} cannot be reached: {problem}. Is it running, and does the address fit?',
  'database-refuses':
    'The database {database} refuses: {problem}. Check user, password and rights.',
  'database-too-old': 'The database is PostgreSQL {found}; smena needs 13 or newer.',
  'database-not-utf8':
    "The database keeps texts as {found}, which does not hold every letter. Make one with ENCODING 'UTF8'.",
  'database-newer-schema':
    'The database was written by a newer smena (schema {found}, this one knows {known}). Update smena; nothing was changed.',
  'database-differs':
    'The schema of the database is not the one that this smena makes: step {n} is another one. Nothing was changed; give smena a database of its own.',
  'server-unreachable':
    'The server {address} cannot be reached ({reason}). What you did is kept here and goes up later.',
  'server-address-unfit': '“{address}” is no address of a server. Write https://smena.example.org',
  'server-address-secret':
    'The address of the server holds a name or a password. Leave them out: the code is enough.',
  'server-address-open':
    '{address} would send your access over the network for everybody to read. Use https://, or say --insecure-http if this network is yours alone.',
  'server-wants-pause': 'The server asks for a pause of {seconds} s. Try again after it.',
  'certificate-unknown':
    '{address} shows another certificate than the one we know. If the server got a new one, compare its fingerprint with the admin and log in again with --pin FINGERPRINT.',
  'certificate-unpinned':
    'This computer does not know who signed the certificate of {address}. Compare its fingerprint with the one that the server prints at its start, and if they are the same, log in with: --pin {fingerprint}',
  'certificate-other':
    '{address} shows the certificate {fingerprint}, not the one you named. Do not go on before the admin has confirmed it.',
  'certificate-expired': 'The certificate of {address} has expired. The admin has to renew it.',
  'fingerprint-unfit': '“{value}” is no SHA-256 fingerprint: 64 hexadecimal digits are needed.',
  'token-file-open':
    'Others can read {path}. Log out and in again: whoever has read it has your access. smena logout, then chmod 600',
  'login-code-wrong':
    'The code is wrong, used up or expired (codes live 15 minutes). Ask for another one: smena server invite',
  'login-code-needed': 'The code is missing: --code CODE, SMENA_CODE, or standard input.',
  'practice-desk-stays-alone':
    'This store holds the invented tickets of one practice run, which never get to a server. Log in with the folder of live work.',
  'login-demo':
    'This store holds demo tickets, which must not get to a server. Take them out first: smena demo --remove, or log in with another --data-dir.',
  'login-other-person':
    'This store belongs to {name}. Log in as the same person, or use another --data-dir.',
  'login-other-server':
    '{name} is somebody else at this server: it was begun anew, or it is not the one that this store belongs to. Have its copy put back with smena server restore, or start with another --data-dir. What is here stays readable.',
  'as-on-server': '--as is for stores without a server: here you are who logged in.',
  'wipe-path-exists': '{path} is there already. Name a new file for what has not been sent.',
  'sync-client-too-old':
    'The server {address} wants a newer smena. Update it; nothing here is lost.',
  'sync-server-too-old':
    'The server {address} is older than this smena and has to be updated first.',
  'sync-token-revoked':
    'The access of this device at {address} was revoked. Everything is still here. Ask the admin for a new code.',
  'sync-token-expired':
    'The access of this device at {address} has expired. Log in again: smena login URL --code CODE',
  'sync-not-joined': 'This store is not logged in to a server. Log in: smena login URL --code CODE',
  'serve-address-wrong':
    '“{text}” is no address. Write HOST:PORT, such as 127.0.0.1:8787 or [::1]:8787.',
  'serve-proxy-wrong':
    '“{text}” is no address of a proxy. Write 10.0.0.0/8 or 127.0.0.1, with commas between several.',
  'serve-open-address':
    'On {host} others could listen in. Give a certificate with --tls-cert and --tls-key, or name the proxy that speaks TLS: --behind-proxy 127.0.0.1',
  'serve-address-taken':
    'The server cannot listen on {host}:{port} ({problem}). Choose another one with --listen HOST:PORT.',
  'serve-tls-wrong':
    'The certificate {cert} and the key {key} do not make a pair, or are no PEM files.',
  'server-initialised':
    'This server has an admin already: {person}. Invite others with: smena server invite --name NAME',
  'practice-run-unknown':
    'There is no recorded run {run} that you see. Which there are: smena practice runs',
  'practice-run-twice': 'Several runs are called {run}: give the whole id.',
  'no-certificate':
    '{person} has no certificate yet. It is issued by a mentor: smena practice attest',
  'no-practice-record': 'Nothing is known of the learning of {person}.',
  'server-person-twice': 'Several people are called “{person}”. Name one by login or id: {known}',
  'server-device-unknown':
    'There is neither a person nor a device “{who}”. See: smena server people, smena server devices',
  'space-exists': 'There is a group “{space}” already.',
  'space-unknown': 'There is no group “{space}”. There are: {known}',
  'space-code-wrong':
    '“{space}” is no code of a group. Write small Latin letters, digits and hyphens, such as second-line.',
  'space-for-everybody': 'Group “desk” is everybody’s: nobody is let in or out of it.',
  'server-sqlite-only': 'This is done by the tools of the database itself: pg_dump and pg_restore.',
  'report-not-submitted':
    'The report of this shift was not submitted yet, so there is no revision {revision}. Without --revision you see it as it stands.',
  'report-revision-unknown':
    'The report of this shift has no revision {revision}. There are: {known}',
  'out-not-file': '{path} is no file. Name a file, such as {path}/report.md.',
  'folder-missing': 'There is no folder {path}. Make it or name another one.',
  'out-not-folder':
    '{path} is a file, and there are several tables: name a folder, or one table by --table.',
  'period-unknown':
    '“{text}” is no day, month or moment. Write 2026-11-16, yesterday, 2026-11 or 2026-11-16 14:00.',
  'period-backwards': 'The period ends ({to}) before it begins ({from}). Change --from and --to.',
  'period-future': 'The period begins ({from}) after now: there is nothing to count yet.',
  'period-too-long': 'The period is longer than five years. Take a shorter one.',
  'figure-unknown': 'There is no figure “{figure}”. There are: {known}',
  'report-table-unknown': 'The report has no table “{table}”. There are: {known}',
  'outage-none':
    '{number} is no outage: not P1, not a mass incident and not of a provider. Look: smena show {number}',
  'version-wrong': '“{version}” is no version. Write it as 0.4.0, or any.',
  'practice-file-broken':
    'The file of practice {path} is broken or is another file; live work is unharmed. Put a copy back: smena restore COPY.practice.sqlite, or rename the file and a new one begins.',
  'practice-run-open':
    'The run “{title}” is not finished. Go on with it or end it: tab Practice, or smena practice abandon',
  'practice-exam-taken':
    'The exam “{scenario}” was taken already: there is one attempt. A mentor can allow another.',
  'practice-locked': 'The scenario “{scenario}” is locked. Pass these first: {requires}.',
  'no-such-fact': 'No fact is called “{fact}”. Look into templates/lexicon',
  'no-such-fact-near': 'No fact is called “{fact}”. The nearest are: {near}.',
  'no-such-scenario': 'There is no scenario “{scenario}”. Look: smena practice list',
  'no-such-scenario-near': 'There is no scenario “{scenario}”. The nearest are: {near}.',
  'practice-scenario-old':
    'This version of smena cannot read the run of the scenario “{scenario}”. What was recorded is unharmed.',
  'practice-run-elsewhere':
    'The run “{scenario}” went on in another window. Open it again; your text is kept as a draft.',
  'practice-replay-gone':
    'The record of the run “{run}” is too long and is not kept; the score is.',
  'practice-not-finished':
    'The run “{run}” is not finished: only a finished one can be given to mentors.',
  'no-such-topic': 'The bank of questions has no topic “{topic}”. There are: {known}.',
  'no-such-path-item': 'There is no “{item}” on the learning path. Look: smena practice path',
  'quiz-attempt-taken': 'The attestation “{title}” was taken already: there is one attempt.',
  'quiz-answer-wrong':
    '{file}:{line}: {value} is no answer. Write {"question": "…", "answer": 2}: the number or the letter of an option, or a list of them.',
  'quiz-question-unknown':
    '{file}:{line}: there is no question “{value}” in this drawing. Take the same --seed, --count and --topic.',
  'quiz-option-unknown':
    '{file}:{line}: the question “{question}” has no option “{value}”. There are: {known}.',
} as const;
