import type { Status, StatusStatement } from '../model.ts';

/** Statuses that may stand for each other in two documents. */
export const standing: Readonly<Record<Status, string>> = {
  planned: 'planned',
  in_progress: 'working',
  blocked: 'working',
  partial: 'working',
  ready: 'working',
  done: 'finished',
  signed_off: 'finished',
  deferred: 'put off',
  removed: 'put off',
  unknown: '',
};

/** Whether two statements about the same thing cannot both be true. An unticked box only says "not finished". */
export function disagree(a: StatusStatement, b: StatusStatement): boolean {
  const [left, right] = [standing[a.status], standing[b.status]];
  if (left === right || left === '' || right === '') return false;
  const box = a.form === 'item' && a.status === 'planned' ? b : b.form === 'item' && b.status === 'planned' ? a : undefined;
  return box ? standing[box.status] === 'finished' : true;
}
