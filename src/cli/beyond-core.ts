// What most commands and the screens share beyond the core: one file of the bundle instead of
// twenty-five (see src/build/bundle.ts). `queue` and `show` do without it.
import '../app/backup-store.ts';
import '../app/content-library.ts';
import '../app/deliver-letters.ts';
import '../app/demo-presence.ts';
import '../app/knowledge.ts';
import '../app/list-deliveries.ts';
import '../app/open-file.ts';
import '../app/remove-demo.ts';
import '../app/render-template.ts';
import '../app/save-draft.ts';
import '../app/send-reply.ts';
import '../app/served-people.ts';
import '../app/ticket-files.ts';
import '../app/undo-last.ts';
import '../domain/article.ts';
import '../domain/template.ts';
import '../i18n/delivery-text.ts';
import '../i18n/fill.ts';
import '../i18n/messages.ts';
import '../util/text-layout.ts';
