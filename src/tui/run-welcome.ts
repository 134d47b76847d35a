import { render } from 'ink';
import { createElement } from 'react';
import { closeDesk } from '../app/desk/close-desk.ts';
import type { Desk } from '../app/desk/desk.ts';
import { recordOp } from '../app/desk/record-op.ts';
import { isThere, typedPath } from '../app/desk/typed-path.ts';
import { writeSetting } from '../config/write-settings.ts';
import { describeError } from '../i18n/messages.ts';
import { tuiTexts } from '../i18n/tui-texts.ts';
import { UserError } from '../util/user-error.ts';
import { Welcome } from './model/welcome.ts';
import { type CheckPath, startWelcome, type WelcomeChoice } from './model/welcome-model.ts';
import { WelcomeScreen } from './screens/WelcomeScreen.tsx';
import type { StartOptions } from './start-tui.ts';
import type { Terminal } from './terminal-session.ts';
import { themeFor } from './theme/theme-for.ts';

/** What the welcome screen left behind. */
export interface Welcomed {
  readonly desk: Desk;
  /** What the import that it began with said, if it did. */
  readonly imported: string | null;
}

/**
 * Shows the one screen before the first shift and carries out what was chosen there. Null when the
 * person left instead.
 */
export async function runWelcome(
  desk: Desk,
  options: StartOptions,
  terminal: Terminal,
): Promise<Welcomed | null> {
  const { language, settings, env } = options;
  const { login, name, line } = desk.me;
  const lines = desk.config.lines.filter(({ isExternal }) => !isExternal);
  const checkPath: CheckPath = (path, shown) =>
    isThere(path, env) ? null : describeError(new UserError('file-not-found', { path }), shown);
  const welcome = new Welcome(startWelcome({ login, name, line, language, lines, checkPath }));
  const theme = themeFor(settings.theme, env);
  const app = render(createElement(WelcomeScreen, { welcome, theme }), terminal.renderOptions);
  terminal.feed(welcome.feed);
  try {
    // The renderer ends by itself only when drawing failed.
    const choice = await Promise.race([welcome.chosen, app.waitUntilExit().then(() => null)]);
    if (!choice) {
      closeDesk(desk);
      return null;
    }
    const seated = sitDown(desk, options, choice);
    return { desk: seated, imported: await begin(seated, options, { choice, welcome }) };
  } finally {
    app.unmount();
    await app.waitUntilExit();
    // The next screens are drawn by a renderer of their own.
    app.cleanup();
  }
}

/** The person of this desk from now on, here and in the configuration. */
function sitDown(desk: Desk, options: StartOptions, choice: WelcomeChoice): Desk {
  const { name, role, line, language } = choice;
  const me = { ...desk.me, name, role, line };
  desk.people.savePerson(
    me,
    recordOp({ type: 'save-person', person: me }, { ...desk, byId: me.id }),
  );
  writeSetting(options.paths.config, 'person', choice.login);
  writeSetting(options.paths.config, 'language', language);
  return {
    ...desk,
    me,
    language,
    // A copy of it would not follow rules that come in force later.
    get config() {
      return desk.config;
    },
  };
}

interface Beginning {
  readonly choice: WelcomeChoice;
  readonly welcome: Welcome;
}

async function begin(
  desk: Desk,
  { env }: StartOptions,
  { choice, welcome }: Beginning,
): Promise<string | null> {
  if (choice.start === 'demo') {
    const { fillDemo } = await import('../app/demo/fill-demo.ts');
    await fillDemo(desk, { onProgress: welcome.showProgress });
    return null;
  }
  if (choice.start !== 'import' || !choice.path) return null;
  const { importMail } = await import('../app/import/import-mail.ts');
  const report = await importMail(desk, [typedPath(choice.path, env)]);
  const { created, updated, skipped, failed } = report;
  return tuiTexts(desk.language).imported(
    created.length,
    updated.length,
    skipped.length,
    failed.length,
  );
}
