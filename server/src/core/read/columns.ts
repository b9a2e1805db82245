import { readInline } from '../markdown.ts';
import type { Piece, Row, Table } from './blocks.ts';
import { withoutQualifier } from './text.ts';
import { plainSpaces } from './vocabulary.ts';

/** What a table column holds, told by its header. */
export type ColumnRole =
  | 'phase'
  | 'stage'
  | 'id'
  | 'task'
  | 'item'
  | 'title'
  | 'status'
  | 'evidence'
  | 'depends'
  | 'estimate'
  | 'date'
  | 'owner'
  | 'role'
  | 'decision'
  | 'command'
  | 'expected'
  | 'result'
  | 'files'
  | 'other';

const headers: readonly (readonly [ColumnRole, RegExp])[] = [
  ['phase', /^(?:phase|fase|phases|フェーズ|阶段|階段|단계|фаза|этап|milestone|sprint|epic|iteration|phase (?:id|no\.?|number|#|name|title))s?$/],
  ['stage', /^(?:stage|step|track|wave|segment|ステージ)(?: (?:id|no\.?|number|#))?$/],
  ['id', /^(?:id|#|no\.?|nr\.?|key|ref|(?:task|item|story|ticket|test|tc|req|ac|issue|case|checklist) ?(?:id|no\.?|#)|编号|番号|번호)$/],
  ['status', /^(?:(?:current|overall|phase|implementation|impl|build|dev|doc|docs|code|task|test|gate|review) )?(?:status|state|progress|done\??|complete\??|completed\??|✓|✅|pass\??|estado|statut|状态|狀態|状態|ステータス|상태|статус)$/],
  ['evidence', /^(?:evidence|proof|evidence (?:links?|path|file)|证据|証跡|commit|link|links|artifact|artifacts)$/],
  ['depends', /^(?:depends(?: on)?|dependenc(?:y|ies)|blocked by|prerequisites?|requires|deps|依赖|依存)$/],
  ['estimate', /^(?:estimate|effort|duration|est\.?|time|timeline|weeks?|days?|hours?|size|工数|期間|工期|dauer|duración)$/],
  ['date', /^(?:date|completed(?: on)?|finished|started|target(?: date)?|due|eta|updated|日期)$/],
  ['owner', /^(?:owner|assignee|who|actor|responsible|lead|name|approver|reviewer|approved by|signed(?: off)? by|sign-?off by|reviewed by|担当)$/],
  ['role', /^(?:role|function|team)$/],
  ['decision', /^(?:decision|approval|approved\??|signature|verdict|sign-?off)$/],
  ['command', /^(?:command|cmd|run|how to run)$/],
  ['expected', /^(?:expect(?:ed|s)?(?: results?| output| outcome| behaviou?r| response| observations?| state| effect| logs?| values?)?|expectations?|should(?: see)?|期待(?:値|結果|される結果)?|[预預]期(?:结果|結果)?|예상 결과|기대 결과|resultado esperado|erwartet(?:es ergebnis)?|résultat attendu)$/],
  ['result', /^(?:result|actual|outcome|pass ?\/ ?fail|gate result)$/],
  ['files', /^(?:files?|paths?|scope|files? (?:changed|touched|modified))$/],
  ['task', /^(?:tasks?|work ?items?|todo|action(?: items?)?|(?:command|step) or action|action or command|story|stories|user story|deliverables?|workstream|feature|plan|subtask|aufgabe|tarea|tarefa|任务|タスク|작업|作業(?:項目|内容)?)$/],
  ['item', /^(?:item|items|check|criterion|criteria|requirement|condition|gate|gate item|exit criteria|acceptance criteria|deliverable|what)$/],
  ['title', /^(?:title|name|description|goal|focus|scope summary|summary|theme|objective|titel|título|名称|名前|内容|목표)$/],
]; // biome-ignore format: one row a line

/** The roles of a table's columns, in order. */
export function columnsOf(table: Table): readonly ColumnRole[] {
  return table.header.cells.map((cell) => {
    const words = plainSpaces(readInline(cell.text).plain)
      .replace(/\p{Extended_Pictographic}|\ufe0f/gu, (found) => (cell.text.trim() === found ? found : ''))
      .trim()
      .toLowerCase();
    const name = withoutQualifier(words);
    return headers.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
  });
}

/** The cell of the first column with one of these roles, where it is not empty. */
export function cellOf(row: Row, columns: readonly ColumnRole[], ...roles: ColumnRole[]): Piece | undefined {
  for (const role of roles) {
    const index = columns.indexOf(role);
    const cell = index >= 0 ? row.cells[index] : undefined;
    if (cell && cell.text !== '') return cell;
  }
  return undefined;
}

/** The cell that states the status: of several status columns the one about the implementation, not about the documents. */
export function statusCell(row: Row, table: Table, columns: readonly ColumnRole[]): Piece | undefined {
  const all = columns.flatMap((role, index) => (role === 'status' ? [index] : []));
  const best = all.find((index) => !/\bdocs?\b|\bspec\b|\breview\b/i.test(table.header.cells[index]?.text ?? '')) ?? all[0];
  const cell = best === undefined ? undefined : row.cells[best];
  return cell && cell.text !== '' ? cell : undefined;
}

/** The cell in which an outcome stands or would stand: that of the Result column, else that of the status; it may be empty. */
export function resultCell(row: Row, table: Table, columns: readonly ColumnRole[]): Piece | undefined {
  const index = columns.indexOf('result');
  return index >= 0 ? row.cells[index] : (statusCell(row, table, columns) ?? row.cells[columns.indexOf('status')]);
}

/** Text of a cell without markup; `—`, `-`, `n/a` and the like are empty. */
export function cellText(cell: Piece | undefined): string {
  const plain = cell ? readInline(cell.text).plain.trim() : '';
  return /^(?:[-–—.…]+|n\/a|none|tbd|\*\(none\)\*)$/i.test(plain) ? '' : plain;
}
