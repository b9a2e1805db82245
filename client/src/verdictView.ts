import * as vscode from 'vscode';
import type { GateAnswer } from '../../server/src/lsp/protocol.ts';
import { visible } from '../../server/src/run/commandText.ts';
import type { App } from './app.ts';
import { choose } from './choose.ts';
import { type GateRef, gateOf } from './gateRequest.ts';
import { explainGone } from './phaseGone.ts';
import { recordAttempt } from './recordAttempt.ts';
import { reveal } from './reveal.ts';
import { signOffPhase } from './signOff.ts';
import { askStatus, moveTo, type Status, statusName } from './statusMove.ts';
import { tagPhase } from './tagPhase.ts';
import { explainDistrust, mayAct } from './trust.ts';
import { verdictRows, verdictSum, verdictText } from './verdictRows.ts';
import { phaseName, plain, withoutIcons } from './words.ts';

const { t } = vscode.l10n;

/**
 * Shows the verdict on a gate, line by line in the words of the command line, and what can be done now. A list of the editor's own:
 * it is gone through with the arrow keys, read out line by line, filtered by typing, and each line opens its place.
 *
 * @param signing begins with the sign-off, or with what has to be done before it
 */
export async function showVerdict(
  app: App,
  folder: vscode.WorkspaceFolder,
  gate: GateRef,
  { signing = false } = {},
): Promise<void> {
  if (signing && !mayAct()) return explainDistrust();
  for (;;) {
    const answer = await gateOf(app, folder, gate);
    if (!answer) return explainGone(gate);
    const run = await choose<(() => unknown) | undefined>({
      title: withoutIcons(
        `${phaseName({ id: answer.report.phase, title: answer.report.title }, t)}: ${verdictSum(answer.report, t)}`,
      ),
      placeholder: signing
        ? (answer.signOff.refused ?? t('The gate is passed. Sign it off?'))
        : t('Choose a line to open its place'),
      items: itemsOf(app, folder, gate, answer, signing),
      stop: undefined,
    });
    // What leads somewhere ends it; a status that was moved is a reason to look again.
    if (!run || (await run()) !== 'again') return;
  }
}

function itemsOf(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, answer: GateAnswer, signing: boolean) {
  const lines = verdictRows(answer.report, t).map(({ text, word, icon, place }) => ({
    label: `${icon ? `$(${icon})` : '      '} ${withoutIcons(plain(visible(text)))}`,
    description: word || (place ? `${place.path}:${place.line}` : ''),
    answer: () => place && reveal({ folder: folder.uri, ...place }, { takeFocus: true }),
  }));
  const actions = actionsOf(app, folder, gate, answer);
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return signing ? [...actions, separator(t('Verdict')), ...lines] : [...lines, separator(t('What next')), ...actions];
}

/** What can be done with a gate as it stands, the likeliest first. */
function actionsOf(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, { report, steps, signOff }: GateAnswer) {
  const action = (icon: string, label: string, run: () => unknown, description = '') => ({
    label: `$(${icon}) ${label}`,
    description,
    answer: () => (mayAct() ? run() : explainDistrust()),
  });
  const name = phaseName({ id: report.phase, title: report.title }, t);
  const open = steps.filter(({ standing }) => standing === 'open').length;
  const sign = () => signOffPhase(app, folder, gate);
  const signs = signOff.signed
    ? []
    : signOff.refused === null
      ? [action('verified', t('Sign off…'), sign)]
      : signOff.overridable
        ? [action('unverified', t('Sign off in spite of it…'), sign, t('asks for the reason, which is written down'))]
        : [];
  const move = async (status: Status) => (await moveTo(app, folder, gate, status)) && 'again';
  // On the way to the sign-off; where it can be signed, no further status stands in between.
  const forward = signOff.refused === null ? [] : signOff.next.filter((status) => status === 'ready' || status === 'done');
  const moves = [
    ...forward.map((status) => {
      const then = report.pass ? t('then it can be signed off') : '';
      return action('arrow-right', t('Move to “{0}”', statusName(status, t)), () => move(status), then);
    }),
    ...(signOff.next.length > forward.length
      ? [
          action('arrow-swap', t('Move to another status…'), async () => {
            const status = await askStatus(signOff.next, t);
            return status === undefined ? 'again' : move(status);
          }),
        ]
      : []),
  ];
  const check = () => vscode.commands.executeCommand('phasewise.runGate', { folder, phase: gate.phase, document: gate.document });
  // The last attempt failed, and nothing says what was done about it.
  const waits = report.requirements.some(({ id, state }) => id === 'attempts' && state === 'fail');
  const attempt = () => recordAttempt(app, folder, gate);
  return [
    ...signs,
    ...(signOff.signed ? [] : moves),
    ...(open > 0 ? [action('checklist', t('Run gate checklist'), check, t('{0} open', open))] : []),
    ...(signOff.signed && report.tag?.problem === null
      ? [action('tag', t('Set the tag {0}…', report.tag.name), () => tagPhase(app, folder, gate))]
      : []),
    ...(waits || steps.some(({ standing }) => standing === 'fail')
      ? [action('history', waits ? t('Write down what was done about the failure…') : t('Record the failed attempt…'), attempt)]
      : []),
    {
      label: `$(copy) ${t('Copy as text')}`,
      description: '',
      answer: () => vscode.env.clipboard.writeText(verdictText(report, name, t)),
    },
  ];
}
