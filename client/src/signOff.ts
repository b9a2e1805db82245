import * as vscode from 'vscode';
import { protocol, type SignOffParams } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import { choose } from './choose.ts';
import { type GateRef, gateOf, paramsOf } from './gateRequest.ts';
import { headOf } from './gitExtension.ts';
import { tagPhase } from './tagPhase.ts';
import { today } from './today.ts';
import { withoutIcons } from './words.ts';
import { writeEdit } from './writeEdit.ts';

const { t } = vscode.l10n;

/** Under which a person's last role is remembered. */
const roleKey = 'signoff.role';

/**
 * Signs a phase off: asks for what is written down, shows it, writes it into the documents as one undo step, and then offers the tag.
 * Escape at any question leaves everything as it was.
 */
export async function signOffPhase(app: App, folder: vscode.WorkspaceFolder, gate: GateRef): Promise<void> {
  const state = (await gateOf(app, folder, gate))?.signOff;
  if (!state) return;
  // What no reason settles (a step of the status that was left out, a sign-off that is there) is said at once.
  if (state.refused !== null && !state.overridable) return void vscode.window.showWarningMessage(state.refused);
  const override = state.refused === null ? null : await askReason(gate, state.refused);
  if (override === undefined) return;
  const role = await askRole(app, gate, state.roles);
  if (role === undefined) return;
  const name = await askName(gate, (await actor(folder.uri)) ?? '');
  if (name === undefined) return;
  const commit = (await headOf(folder.uri))?.slice(0, 12) ?? null;
  const date = today();
  const who = role === '' ? name : `${name} (${role})`;
  const on = commit ? t('commit {0}', commit.slice(0, 7)) : t('without a commit: no Git here');
  const yes = await choose<boolean>({
    title: titleOf(gate),
    placeholder: t('This is written into the documents; one undo takes it back'),
    items: [
      { label: `$(verified) ${t('Sign off')}`, description: withoutIcons([who, date, on].join(' · ')), answer: true },
      ...(override === null
        ? []
        : [
            {
              label: `$(unverified) ${t('In spite of what is missing: {0}', withoutIcons(override))}`,
              detail: withoutIcons(state.refused ?? ''),
            },
          ]),
      { label: `$(close) ${t('Do not sign')}`, answer: false },
    ],
    stop: false,
  });
  if (!yes) return;
  await app.context.globalState.update(roleKey, role);
  const params: SignOffParams = {
    ...paramsOf(folder, gate),
    runs: app.runs.counted(folder),
    actor: name,
    role: role || null,
    date,
    commit,
    override,
  };
  const failed = t('The sign-off was not written');
  if (!(await writeEdit(app, { method: protocol.signOff, params: () => params, show: true, failed }))) return;
  vscode.window.setStatusBarMessage(`$(verified) ${t('Phase {0} is signed off', gate.phase)}`, 5000);
  await tagPhase(app, folder, gate, { asked: false });
}

function titleOf({ phase }: GateRef): string {
  return t('Sign off phase {0}', phase);
}

/** Why it is signed although something is missing. */
function askReason(gate: GateRef, refused: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: titleOf(gate),
    prompt: t('{0} Why is it signed off all the same? The reason and what is missing are written down.', refused),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('An override needs a reason.') : undefined),
  });
}

/** In what role; the one said last comes first. */
async function askRole({ context }: App, gate: GateRef, roles: readonly string[]): Promise<string | undefined> {
  const last = context.globalState.get<string>(roleKey) ?? '';
  if (roles.length === 0)
    return vscode.window.showInputBox({
      title: titleOf(gate),
      prompt: t('In what role do you sign? (optional)'),
      value: last,
      ignoreFocusOut: true,
    });
  return choose<string | undefined>({
    title: titleOf(gate),
    placeholder: t('In what role do you sign?'),
    items: roles.map((role) => ({ label: withoutIcons(role), answer: role })),
    active: last,
    stop: undefined,
  });
}

/** Who signs: what Git knows is offered, and is a claim like every other. */
function askName(gate: GateRef, known: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: titleOf(gate),
    prompt: t('Who signs? The name is written down as you give it; nobody checks it.'),
    value: known,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A sign-off needs a name.') : undefined),
  });
}
