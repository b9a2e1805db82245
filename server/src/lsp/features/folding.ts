import type { FoldingRange, Position, SelectionRange } from 'vscode-languageserver';
import { foldsOf, offsetAt, selectionAt } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Placed } from '../session.ts';

/** What can be folded in a document of a plan. Nothing is said of other documents: the editor has its own ways for them. */
export function folding({ folder, path }: Placed): FoldingRange[] | null {
  const source = ofPlan({ folder, path });
  return source ? foldsOf(source).map(({ first, last }) => ({ startLine: first, endLine: last })) : null;
}

/** What to select around places: line, item, list, section, phase, document. */
export function selections(positions: readonly Position[], { folder, path }: Placed): SelectionRange[] | null {
  const source = ofPlan({ folder, path });
  if (!source) return null;
  return positions.map((position) => {
    const steps = selectionAt(source, offsetAt(source, { line: position.line, column: position.character }));
    const outward = steps.toReversed().map((span) => toRange({ path, ...span }, folder.project.sources));
    const [range = { start: position, end: position }, ...inner] = outward;
    return inner.reduce<SelectionRange>((parent, one) => ({ range: one, parent }), { range });
  });
}

function ofPlan({ folder, path }: Placed) {
  const facts = folder.project.facts(path);
  return facts && facts.kind !== 'none' ? folder.project.sources.get(path) : undefined;
}
