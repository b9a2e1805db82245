import type { Status } from '../model.ts';
import { dropEnd } from './text.ts';

/** Status words, normalised: lower case, hyphens and underscores as spaces. The order within a line does not matter. */
const words: Readonly<Record<Exclude<Status, 'unknown'>, readonly string[]>> = {
  planned: [
    'not started', 'todo', 'to do', 'open', 'pending', 'planned', 'plan', 'planning', 'backlog', 'available', 'upcoming', 'next', 'next up', 'ready for dev',
    'ready for development', 'ready for implementation', 'ready to start', 'draft', 'drafted', 'queued', 'proposed', 'new', 'scheduled', 'not ready', 'not yet',
    'not yet started', 'unstarted', 'future', 'ready', 'waiting', 'tbd', 'to be started', 'needs triage', 'optional',
    '未着手', '未开始', '未开工', '未启动', '待开始', '待启动', '待办', '计划中', '规划中', '草案', '未対応', '検討中', '착수 전', '미착수', '시작 전', '예정', '계획', '대기', 'ausstehend', 'geplant', 'offen', 'pendiente', 'pendente', 'planificado', 'planejado', 'à faire', 'prévu', 'запланировано', 'запланирован', 'запланирована', 'не начато', 'не начат', 'не начата', 'planowana', 'planowane', 'niezaczęte', 'plánováno', 'belum dimulai', 'direncanakan', 'chưa bắt đầu', 'planlandı', 'başlanmadı', 'не почато', 'da fare',
  ],
  in_progress: [
    'in progress', 'inprogress', 'doing', 'active', 'wip', 'work in progress', 'ongoing', 'claimed', 'partially complete', 'started', 'current', 'underway', 'under way',
    'in development', 'developing', 'implementing', 'in work', 'running', 'executing', 'now', 'in flight', 'progressing', 'monitoring',
    '进行中', '進行中', '实现中', '开发中', '实施中', '执行中', '施工中', '推进中', '作業中', '実装中', '対応中', '개발 중', '구현 중', '작업 중', '진행 중', '진행중', 'in arbeit', 'laufend', 'en curso', 'en progreso', 'em andamento', 'em progresso', 'en cours', 'в работе', 'в процессе', 'in corso', 'em curso', 'w trakcie', 'w toku', 'probíhá', 'sedang berjalan', 'berjalan', 'đang thực hiện', 'đang làm', 'devam ediyor', 'pågår', 'bezig', 'у процесі',
  ],
  blocked: ['blocked', 'on hold', 'no go', 'stalled', 'stuck', 'paused', 'waiting on', 'hold', 'failed', 'fail', 'bloqueado', 'blockiert', 'bloqué', '阻塞', '受阻', '暂停', '已暂停', '차단', 'заблокировано'],
  ready: [
    'ready for signoff', 'ready for sign off', 'ready for review', 'review', 'in review', 'under review', 'awaiting approval', 'awaiting review', 'awaiting signoff', 'awaiting sign off',
    'pending review', 'pending approval', 'needs review', 'ready for gate', 'ready for verification', 'ready for uat', 'ready for qa', 'awaiting verification', '待验收', '待评审', '待审核', 'レビュー待ち', '검토 중',
  ],
  partial: ['partial', 'partially', 'partially done', 'partly done', 'partially implemented', 'mostly done', 'mostly complete', 'incomplete', 'mostly complete', 'mostly completed', 'substantially complete', 'substantially delivered', 'substantially done', 'largely complete', 'largely done', 'nearly complete', 'nearly done', 'almost done', 'almost complete', 'unvollständig', 'parcial', '部分完成', '部分实现', '일부 완료', '부분 완료'],
  done: [
    'done', 'complete', 'completed', 'finished', 'shipped', 'delivered', 'implemented', 'passed', 'pass', 'closed', 'resolved', 'merged', 'released', 'verified', 'achieved', 'deployed',
    'landed', 'validated', 'green', 'live', 'accepted', 'fixed', 'built', 'ready and delivered', 'completed doc baseline', 'complete doc baseline', 'archived', 'fully implemented',
    '完了', '完了済み', '実装済み', '対応済み', '已完成', '已实现', '已交付', '已上线', '已关闭', '已落地', '全部完成', '完成', '구현 완료', '개발 완료', '완료', '종료', 'مكتملة', 'مكتمل', 'abgeschlossen', 'fertig', 'erledigt', 'completado', 'completada', 'concluído', 'concluída', 'terminé', 'terminée', 'hecho', 'готово', 'завершено', 'completato', 'terminado', 'terminada', 'finalizado', 'finalizada', 'feito', 'завершена', 'завершён', 'закрыто', 'выполнена', 'выполнен', 'завершен', 'выполнено', 'сделано', 'виконано', 'ukończone', 'ukończona', 'ukończony', 'zakończone', 'zakończona', 'zakończony', 'gotowe', 'hotovo', 'dokončeno', 'selesai', 'hoàn thành', 'đã hoàn thành', 'xong', 'tamamlandı', 'klar', 'klart', 'færdig', 'ferdig', 'afgerond', 'klaar', 'implementado', 'implementada', 'concluido', 'concluida', 'achevé', 'fait',
  ],
  signed_off: ['signed off', 'sign off complete', 'approved', 'signoff complete', 'signed', 'locked'],
  deferred: ['deferred', 'postponed', 'later', 'moved', 'parked', 'on ice', 'aplazado', 'verschoben', 'reporté', '延期', '保留', '保留中', '搁置', '見送り', '보류'],
  removed: ['removed', 'cancelled', 'canceled', 'dropped', 'superseded', 'rejected', 'obsolete', 'abandoned', 'wont do', "won't do", 'wont fix', 'skipped', 'not needed', 'n/a', 'deprecated', 'retired', '取消', '已取消', 'cancelado', 'gestrichen', 'annulé'],
}; // biome-ignore format: the vocabulary reads better in lines

const glyphs: readonly (readonly [string, Status])[] = [
  ['✅', 'done'], ['✔', 'done'], ['☑', 'done'], ['🟢', 'done'], ['✓', 'done'], ['🎉', 'done'], ['🏁', 'done'],
  ['🟡', 'in_progress'], ['🔄', 'in_progress'], ['🚧', 'in_progress'], ['🟠', 'in_progress'], ['🔵', 'in_progress'], ['🏗', 'in_progress'], ['▶', 'in_progress'], ['◐', 'in_progress'], ['🔨', 'in_progress'],
  ['⛔', 'blocked'], ['🛑', 'blocked'], ['🔴', 'blocked'], ['🚫', 'blocked'],
  ['⬜', 'planned'], ['☐', 'planned'], ['⚪', 'planned'], ['📋', 'planned'], ['🔲', 'planned'], ['○', 'planned'], ['📅', 'planned'], ['🔜', 'planned'], ['⏳', 'planned'], ['💤', 'planned'], ['🗓', 'planned'],
  ['⏸', 'blocked'], ['🔒', 'signed_off'], ['❌', 'removed'], ['⏭', 'removed'], ['🗑', 'removed'], ['⚠', 'partial'], ['🟤', 'partial'],
]; // biome-ignore format: pairs

const statusOf = new Map<string, Status>();
for (const [status, list] of Object.entries(words)) for (const word of list) statusOf.set(word, status as Status);

const longestWords = 5;

/**
 * The status that a person means by some words: markup and glyphs are stripped, the words before the first `—`, `(`, `.`, `,` count, a
 * qualifier (partial, blocked, not) overrides them, and where no word is known a glyph decides.
 * @param text a label's value, a table cell, the tail of a heading
 * @param extra words of the house (from `phasewise.yaml` or a legend), lower case → status; they win
 * @returns undefined where nothing in the text is a status
 */
export function toStatus(text: string, extra?: ReadonlyMap<string, Status>): Status | undefined {
  const clean = normal(text);
  if (clean === '' && !hasGlyph(text)) return undefined;
  const whole = lookUp(clean, extra);
  if (whole) return whole;
  const percent = /^~?(\d{1,3})(?:\.\d+)? ?%/.exec(clean);
  if (percent) return fromShare(Number(percent[1]), 100);
  const share = /^(\d{1,5}) ?(?:\/|of) ?(\d{1,5})\b/.exec(clean);
  if (share && Number(share[2]) > 0 && Number(share[1]) <= Number(share[2])) return fromShare(Number(share[1]), Number(share[2]));
  // What a sign-off records behind its status (`signed off (…; override: not all of it)`) qualifies nothing.
  const qualifier = /[(:—–]\s*(?:but )?(partial(?:ly)?|blocked|not)\b/.exec(clean.split(/; (?:override|unmet): /, 1)[0] ?? '');
  const head = clean.split(/[(—–.,;:→|+]| - | as of | since | until | by | in (?=\d)| on (?=\d)| at (?=\d)/)[0]?.trim() ?? '';
  const first = lookUp(head, extra) ?? leading(head, extra);
  if (first && qualifier) return qualifier[1] === 'blocked' ? 'blocked' : first === 'planned' ? 'planned' : 'partial';
  if (first) return first;
  const glyph = glyphStatus(text);
  if (glyph || head.length > 40) return glyph;
  const last = trailing(head, extra);
  // "docs delivered; review pending" is not all of it.
  return last === 'done' && remains.test(clean.slice(head.length)) ? 'partial' : last;
}

/** Whether some words are a status and nothing else; words that are as often part of a title ("optional", "new") are not. */
export function isStatusWords(text: string): boolean {
  const clean = normal(text);
  return clean.length <= 40 && !partOfTitle.has(clean) && lookUp(clean) !== undefined;
}

const partOfTitle = new Set(
  'optional new open live now plan planning draft review future ready later moved hold running green built fixed archived locked pass fail n/a deprecated released verified proposed retired'.split(
    ' ',
  ),
);

/** The status of a glyph somewhere in the text; the first one counts. */
export function glyphStatus(text: string): Status | undefined {
  let best: Status | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const [glyph, status] of glyphs) {
    const found = text.indexOf(glyph);
    if (found >= 0 && found < at) {
      at = found;
      best = status;
    }
  }
  return best;
}

/** Whether a text lists the words that may stand somewhere (`⬜ pending · ✅ green`, `not-started / done`) rather than one of them. */
export function isLegend(text: string): boolean {
  const marked = text.split(/[·•/|→]/);
  // Two words with a comma between them are a statement ("implemented, pending review"); three are a list.
  const parts = (marked.length > 1 ? marked : text.split(',')).map((part) => part.trim());
  if (parts.length < (marked.length > 1 ? 2 : 3)) return false;
  const known = parts.filter((part) => part !== '' && (lookUp(normal(part)) !== undefined || glyphOnly(part)));
  return known.length >= 2 && known.length >= parts.length - 1 && new Set(known.map((part) => toStatus(part))).size > 1;
}

/** Lower case, one kind of hyphen and space, no emphasis, no glyphs, no brackets around the whole. */
function normal(text: string): string {
  const words = text
    .replace(/[\u2010-\u2012\u00ad]/g, '-')
    .replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':')
    .replace(/[*`~"']+|<[^<>]{0,40}>/g, (found) => (found === "'" ? "'" : ''))
    .replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}|[☐☑✓✔○◐]/gu, '')
    .replace(/[_\u00a0\s]+/g, ' ')
    .trim()
    .replace(/^[[(](.*)[\])]$/, '$1')
    .replace(/^[-–—:|.\s]+/, '')
    .toLowerCase();
  return dropEnd(words, /[.!:|\s]/);
} // biome-ignore format: one replacement a line

function lookUp(clean: string, extra?: ReadonlyMap<string, Status>): Status | undefined {
  const spaced = clean.replace(/-/g, ' ');
  return (
    extra?.get(clean) ??
    extra?.get(spaced) ??
    extra?.get(spaced.replace(/ /g, '_')) ??
    statusOf.get(spaced) ??
    statusOf.get(clean)
  );
}

/** The longest known words at the beginning: "completed in sprint 3", "done apart from docs". */
function leading(clean: string, extra?: ReadonlyMap<string, Status>): Status | undefined {
  const all = clean.replace(/-/g, ' ').split(' ');
  for (let count = Math.min(longestWords, all.length); count > 0; count -= 1) {
    const found = lookUp(all.slice(0, count).join(' '), extra);
    // A single weak word at the head of a longer phrase ("new service", "plan the work") is no status.
    if (found && (count > 1 || all.length === 1 || strong.has(all[0] ?? ''))) return found;
  }
  return undefined;
}

const strong = new Set([
  ...words.done,
  ...words.in_progress,
  ...words.blocked,
  ...words.signed_off,
  ...words.removed,
  ...words.deferred,
  'partial',
  'partially',
  'planned',
  'pending',
  'draft',
]);
for (const word of [
  'current',
  'now',
  'live',
  'green',
  'running',
  'hold',
  'review',
  'moved',
  'later',
  'built',
  'pass',
  'fail',
  'started',
  'active',
])
  strong.delete(word);

/** Known words at the end of a statement about the whole: "phase complete", "all tasks done". */
function trailing(clean: string, extra?: ReadonlyMap<string, Status>): Status | undefined {
  const about =
    /^(?:(?:the|this|all|every|whole|now|phase|stage|step|tasks?|items?|work|it|is|are|has|have|been|fully|everything|currently|still|\d+[a-z]?)\s+)+/.exec(
      clean,
    );
  const rest = about ? clean.slice(about[0].length).replace(/-/g, ' ') : '';
  if (strong.has(rest)) return lookUp(rest, extra);
  const all = clean.split(' ');
  const last = all.at(-1) ?? '';
  return all.length <= longestSubject + 1 && results.has(last) && !denies.test(clean) ? lookUp(last, extra) : undefined;
}

const remains = /\b(?:pending|awaiting|remain(?:s|ing)?|outstanding|needs?|still|except)\b/;

/** Words before the result they are the subject of, at most: "core docs delivered". */
const longestSubject = 3;
const results = new Set([
  'done',
  'complete',
  'completed',
  'finished',
  'shipped',
  'delivered',
  'implemented',
  'merged',
  'released',
  'landed',
  'blocked',
  'deferred',
]);
const denies =
  /\b(?:no|not|none|nothing|never|to be|will|being|when|once|if|until|partially|partly|half|mostly|almost|nearly|yet|most|some)\b/;

function fromShare(part: number, whole: number): Status {
  return part >= whole ? 'done' : part === 0 ? 'planned' : 'in_progress';
}

function hasGlyph(text: string): boolean {
  return glyphStatus(text) !== undefined;
}

function glyphOnly(text: string): boolean {
  return hasGlyph(text) && normal(text) === '';
}
