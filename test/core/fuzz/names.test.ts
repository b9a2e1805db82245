import { expect, it } from 'vitest';
import {
  foldsOf,
  linksOf,
  makingRoom,
  namesIn,
  Project,
  planSymbols,
  renumber,
  selectionAt,
} from '../../../server/src/core/index.ts';
import { pathological } from './pathological.ts';
import { wrongSpans } from './spans.ts';

/** As for reading: processor time, which a busy machine can double. */
const mostMilliseconds = 1500 * Number(process.env.SLOW_MACHINE ?? 4);

it.each(Object.keys(pathological))('names, folds, links and other numbers in time: %s', (name) => {
  const path = 'PLAN.md';
  const text = pathological[name]?.() ?? '';
  const project = Project.empty.with([{ path, text }]);
  const source = project.sources.get(path);
  const [plan] = project.plans;
  const before = process.cpuUsage();
  const found = [
    source && foldsOf(source).length,
    source && selectionAt(source, text.length >> 1),
    plan && namesIn(project, plan, path),
    plan && linksOf(project, plan, path).map(({ at }) => at),
    plan && renumber(project, plan, makingRoom('1', 1)),
    planSymbols(project, 'a', 9),
  ];
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  expect(milliseconds > mostMilliseconds ? milliseconds : 'in time').toBe('in time');
  expect(wrongSpans(found, text.length, path)).toEqual([]);
});
