import type { LookedAtReport } from '../../server/src/lsp/protocol.ts';
import { stepRow, stepsWithoutPhases } from './nextSteps.ts';
import { row, type TreeNode, withIds } from './treeNode.ts';
import { plain, type Translate } from './words.ts';

/** A folder in which no phase was found, and the documents in it that were looked at. */
export interface LookedAt<F> {
  readonly folder: F;
  readonly lookedAt: LookedAtReport;
}

/**
 * The documents that were looked at in vain, each with what it lacks, and below them what can be done now.
 * @param several whether the window has several folders: each is a row of its own then
 */
export function lookedAtRows<F extends { readonly name: string }>(found: readonly LookedAt<F>[], several: boolean, t: Translate) {
  const documents = found.flatMap(({ folder, lookedAt }) => {
    const children = documentRows(lookedAt, t);
    const whole = row({ id: '/folder', kind: 'plan', label: folder.name, icon: 'root-folder', expanded: true, children });
    return (several ? [whole] : children).map((node) => ({ node, folder, parent: null }));
  });
  const [first] = found;
  const next = first ? withIds(stepsWithoutPhases(t).map(stepRow), '/next') : [];
  return [...documents, ...next.map((node) => ({ node, folder: (first as LookedAt<F>).folder, parent: null }))];
}

function documentRows({ documents, more }: LookedAtReport, t: Translate): readonly TreeNode[] {
  // What is missing has a row of its own: beside the path a narrow view would cut it off.
  const rows = documents.map(({ path, line, message }) => {
    const place = { path, line };
    const lacking = row({ id: 'lacking', kind: 'item', label: plain(message), icon: 'question', place });
    return row({ id: `looked-at:${path}`, kind: 'item', label: path, icon: 'file', place, expanded: true, children: [lacking] });
  });
  const rest = more > 0 ? [row({ id: 'more', kind: 'item', label: t('and {0} more', more), icon: 'ellipsis' })] : [];
  return withIds([...rows, ...rest]);
}
