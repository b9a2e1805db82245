import type {
  CheckItemReport,
  GateReport,
  GateVerdictReport,
  Located,
  PhaseReport,
  ScopeReport,
} from '../../server/src/lsp/protocol.ts';
import { row, type TreeNode } from './treeNode.ts';
import { standing, verdictSum } from './verdictRows.ts';
import { plain, resultWord, statusWord, type Translate } from './words.ts';

/** What a phase, a stage or the whole plan holds. */
export type Content = Pick<PhaseReport, 'tasks' | 'gates' | 'checklist' | 'evidence' | 'deferred'> &
  Partial<Pick<PhaseReport, 'scope' | 'signoff'>>;

/** The groups below a phase, a stage or the whole plan; empty ones are left out. */
export function groupRows(content: Content, phase: string | null, expanded: boolean, t: Translate): TreeNode[] {
  const { tasks, gates, checklist, scope, evidence, signoff, deferred } = content;
  const group = (id: string, label: string, description: string, icon: string, children: readonly TreeNode[]) =>
    row({ id, kind: 'group', label, description, icon, phase, children });
  const item = (key: string, label: string, description: string, icon: string, place: Located) =>
    row({
      id: `${key}:${label}`,
      kind: 'item',
      label: plain(label),
      description: plain(description),
      icon,
      tooltip: label,
      place,
      phase,
    });

  const taskRows = tasks.items.map((task) => {
    // A box that is not ticked says no more than that.
    const { word, icon, closed } = task.status === 'planned' ? resultWord('open', t) : statusWord(task.status, t);
    const label = task.id ? `${task.id} ${task.title}` : task.title;
    const subject = task.id ?? task.title;
    return { ...item('task', label, word, icon, task), id: `task:${subject}`, subject, traits: closed ? [] : ['task'], closed };
  });
  const checkRows = checklist.map((check) => {
    const { word, icon, closed } = resultWord(check.result ?? (check.checked ? 'done' : 'open'), t);
    const description = check.note ? `${word}: ${check.note}` : word;
    return {
      ...item('check', check.title, description, icon, check),
      subject: check.title,
      traits: ['step'],
      tooltip: checkTooltip(check, t),
      closed,
    };
  });
  const scopeRow = (one: ScopeReport) =>
    one.glob === null
      ? item('in', one.text, t('prose, not checkable'), 'quote', one)
      : { ...item('in', one.glob, '', 'file', one), label: one.glob, tooltip: one.text };
  const scopeRows = [
    ...(scope?.in ?? []).map(scopeRow),
    ...(scope?.out ?? []).map((one) => ({
      ...item('out', one.glob ?? one.text, t('excluded'), 'exclude', one),
      label: one.glob ?? one.text,
    })),
  ];
  const evidenceRows = evidence.map((one) => item('evidence', one.value, one.item ?? '', 'file-symlink-file', one));
  const deferredRows = deferred.map((one) =>
    item('deferred', one.text, one.to ? t('to phase {0}', one.to) : '', 'arrow-right', one),
  );

  const passed = checklist.filter(isPassed).length;
  return [
    { ...group('tasks', t('Tasks'), `${tasks.done}/${tasks.total}`, 'tasklist', taskRows), expanded },
    ...gates.map((gate) => gateRow(gate, phase, expanded, t)),
    {
      ...group('checklist', t('Manual checklist'), `${passed}/${checkRows.length}`, 'checklist', checkRows),
      expanded,
      traits: ['gate'],
    },
    group('scope', t('Scope'), entries(scopeRows, t), 'folder-library', scopeRows),
    group('evidence', t('Evidence'), entries(evidenceRows, t), 'file-symlink-file', evidenceRows),
    ...(signoff ? [signoffRow(signoff, phase, t)] : []),
    group('deferred', t('Deferred'), entries(deferredRows, t), 'arrow-right', deferredRows),
  ].filter((one) => one.kind !== 'group' || one.children.length > 0 || one.place !== null);
}

/** Whether a manual test counts as passed: by its record, else by its checkbox. A skipped one has not passed. */
export function isPassed(check: CheckItemReport): boolean {
  return check.result === 'pass' || (check.result === null && check.checked);
}

function gateRow(gate: GateReport, phase: string | null, open: boolean, t: Translate): TreeNode {
  const boxes = gate.items.filter((one) => one.mark !== null);
  const children = gate.items.map((one) => {
    const { word, icon, closed } = resultWord(one.mark, t);
    const id = `criterion:${one.text}`;
    const shown = one.mark === null ? 'circle-small' : icon;
    return row({
      id,
      kind: 'item',
      label: plain(one.text),
      description: word,
      icon: shown,
      tooltip: one.text,
      place: one,
      phase,
      closed,
      // When it may begin, and who signs, are gone through elsewhere.
      subject: one.text,
      traits: gate.kind === 'entry' || gate.kind === 'signoff' ? [] : ['step'],
    });
  });
  const result = resultWord(gate.result, t);
  const count = boxes.length > 0 ? `${boxes.filter((one) => one.checked).length}/${boxes.length}` : criteria(children.length, t);
  const description = [result.word, count].filter(Boolean).join(' · ');
  const icon = gate.result === null ? 'shield' : result.icon;
  const id = `gate:${gate.label}`;
  const label = plain(gate.label);
  // Criteria without boxes have no state to show: their number is enough until somebody wants to read them.
  const expanded = open && boxes.length > 0;
  return row({ id, kind: 'group', label, description, icon, place: gate, phase, traits: ['gate'], expanded, children });
}

/** The verdict on a gate, with a row for each requirement and below it what is missing. */
export function verdictRow(report: GateVerdictReport, t: Translate): TreeNode {
  const children = report.requirements.map(({ id, state, text, items }) => {
    const { word, icon } = standing(state, t);
    const rows = items.map(({ text: words, path, line }) =>
      row({
        id: `missing:${words}`,
        kind: 'item',
        label: plain(words),
        icon: 'circle-small',
        tooltip: words,
        place: path === null ? null : { path, line: line ?? 1 },
        phase: report.phase,
      }),
    );
    const closed = state === 'pass' || state === 'none';
    const description = word;
    return row({
      id: `requirement:${id}`,
      kind: 'item',
      label: plain(text),
      description,
      icon,
      phase: report.phase,
      closed,
      children: rows,
    });
  });
  const description = verdictSum(report, t);
  const icon = report.pass ? 'pass' : 'law';
  const label = t('Gate verdict');
  return row({ id: 'verdict', kind: 'group', label, description, icon, phase: report.phase, traits: ['verdict'], children });
}

function signoffRow(signoff: NonNullable<PhaseReport['signoff']>, phase: string | null, t: Translate): TreeNode {
  const words: Record<string, string> = { approved: t('approved'), rejected: t('rejected'), pending: t('pending') };
  const description = [words[signoff.outcome] ?? signoff.outcome, signoff.actor, signoff.date].filter(Boolean).join(' · ');
  const icon = signoff.outcome === 'approved' ? 'verified' : 'circle-outline';
  const closed = signoff.outcome === 'approved';
  return row({ id: 'signoff', kind: 'item', label: t('Sign-off'), description, icon, place: signoff, phase, closed });
}

function checkTooltip(check: CheckItemReport, t: Translate): string {
  const command = check.command === null ? '' : t('Command: {0}', check.command);
  const expected = check.expected === null ? '' : t('Expected: {0}', check.expected);
  return [check.title, command, expected].filter(Boolean).join('\n');
}

function criteria(count: number, t: Translate): string {
  return count === 1 ? t('1 criterion') : t('{0} criteria', count);
}

function entries(rows: readonly TreeNode[], t: Translate): string {
  if (rows.length === 0) return '';
  return rows.length === 1 ? t('1 entry') : t('{0} entries', rows.length);
}
