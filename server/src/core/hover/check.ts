import { lineAt } from '../source.ts';
import { type Card, holds, type Line, type Pointed, short } from './card.ts';

/** A manual test, on the line that defines it. */
export function checkCard(pointed: Pointed): Card | undefined {
  const { facts, source, offset } = pointed;
  const item = facts.checklist.find(
    ({ at }) => at.path === facts.path && holds(at, pointed) && lineAt(source, at.start) === lineAt(source, offset),
  );
  if (!item) return undefined;
  const of =
    item.stage !== null ? ` of stage ${item.stage}` : item.phase !== null ? ` of phase ${item.phase}` : ' for every phase';
  const stands = item.result ? item.result.outcome : item.mark === 'done' ? 'ticked, without a record' : 'not done yet';
  const lines: readonly Line[] = [
    [{ strong: short(item.title) }, ` · a manual test${of} · ${stands}`],
    ...(item.command === null ? [] : [['Command: ', { code: short(item.command) }]]),
    ...(item.expected === null ? [] : [['Expected: ', { code: short(item.expected) }]]),
    ...(item.result?.note ? [[`Note: ${short(item.result.note)}`]] : []),
  ];
  return { at: item.at, lines };
}
