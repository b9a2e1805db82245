import * as vscode from 'vscode';
import { tagNameProblem } from '../../server/src/core/signoff/tagName.ts';
import { protocol, type TagReport } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { choose } from './choose.ts';
import { type GateRef, paramsOf } from './gateRequest.ts';
import { repositoryOf } from './gitExtension.ts';
import { explainDistrust, mayAct } from './trust.ts';
import { withoutIcons } from './words.ts';

const { t } = vscode.l10n;

/**
 * Offers the annotated tag of a passed phase, with a name and a message that can be changed. Nothing is forced, and nothing pushed.
 *
 * @param asked whether a person asked for the tag: only then it is said that none can be set here
 */
export async function tagPhase(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, { asked = true } = {}): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const offer = await app.server.request<TagReport>(protocol.tagOffer, { ...paramsOf(folder, gate) });
  const repository = await repositoryOf(folder.uri);
  const commit = repository?.state.HEAD?.commit;
  const problem = !repository?.tag
    ? t('No tag was set: Git’s extension knows no repository here.')
    : !commit
      ? t('No tag was set: the repository has no commit yet.')
      : offer.problem;
  if (!repository?.tag || !commit) return asked ? void vscode.window.showInformationMessage(problem ?? '') : undefined;
  if (problem) return void vscode.window.showInformationMessage(problem);
  let { name, message } = offer;
  for (;;) {
    const answer = await choose<'tag' | 'name' | 'message' | 'no'>({
      title: t('Tag phase {0}', gate.phase),
      placeholder: t('An annotated tag on commit {0}. It is not pushed.', commit.slice(0, 7)),
      items: [
        { answer: 'tag', label: `$(tag) ${t('Set the tag {0}', name)}`, description: withoutIcons(message) },
        { answer: 'name', label: `$(edit) ${t('Change the name…')}` },
        { answer: 'message', label: `$(edit) ${t('Change the message…')}` },
        { answer: 'no', label: `$(close) ${t('Not now')}`, description: t('“Phasewise: Tag a passed phase” does it later') },
      ],
      stop: 'no',
    });
    if (answer === 'no') return;
    if (answer === 'name') name = (await ask(t('Name of the tag'), name, tagNameProblem)) ?? name;
    if (answer === 'message') message = (await ask(t('Message of the tag'), message, isEmpty)) ?? message;
    if (answer !== 'tag') continue;
    try {
      // Trust is asked for again: Git runs what a repository's configuration says.
      if (!mayAct()) return explainDistrust();
      await repository.tag(name, message, commit);
      vscode.window.setStatusBarMessage(`$(tag) ${t('The tag {0} is set; it was not pushed', name)}`, 8000);
      return;
    } catch (error) {
      const said = (error as { stderr?: string }).stderr || (error instanceof Error ? error.message : String(error));
      void vscode.window.showWarningMessage(t('The tag {0} was not set: {1}', name, said.trim().slice(0, 500)));
    }
  }
}

async function ask(prompt: string, value: string, problem: (text: string) => string | undefined): Promise<string | undefined> {
  const said = await vscode.window.showInputBox({
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => problem(text.trim()),
  });
  return said?.trim();
}

function isEmpty(text: string): string | undefined {
  return text === '' ? t('An annotated tag needs a message.') : undefined;
}
