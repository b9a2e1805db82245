import { glyphStatus, isStatusWords } from './status.ts';
import { dropAround, trailingBracket } from './text.ts';

/** A title without the status, duration and emphasis around it, and what was taken off. */
export interface SplitTitle {
  readonly title: string | null;
  readonly estimate: string | null;
  /** Words and glyphs that may be a status: `COMPLETE (2026-02-14)`, `✅`, `[DONE]`. */
  readonly affixes: readonly string[];
}

const unitOfTime =
  '(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mo|sprints?|quarters?|日|週間?|時間|ヶ月|天|周|小时|个月|일|주|시간|개월|tage?|wochen?|stunden?|semanas?|d[ií]as?|horas?|jours?|semaines?)';
const duration = new RegExp(
  `^~?≈?(?:est\\.?:? ?|estimated:? ?|approx\\.? ?)?(?:\\d{1,9}(?:[.,]\\d{1,9})?\\s{0,9}[-–—~〜to]{0,2}\\s{0,9})?\\d{0,9}(?:[.,]\\d{1,9})?\\+?\\s{0,9}${unitOfTime}\\b|^(?:weeks?|wks?|days?|months?|q[1-4]|sprints?|woche|semana|semaine)[ -]*\\d|^q[1-4]\\b|^\\d+(?:[.,]\\d+)?(?:日|週|天|周|時間|일|주)`,
  'iu',
);

const endsInTime = new RegExp(`\\d\\s{0,9}${unitOfTime}$`, 'iu');

/** Splits what stands after a unit's name into title, duration and possible status words. */
export function splitTitle(tail: string | null): SplitTitle {
  const affixes: string[] = [];
  let estimate: string | null = null;
  let rest = (tail ?? '').replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '').trim();
  for (let round = 0; round < 6; round += 1) {
    const before = rest;
    const bracket = trailingBracket(rest);
    if (bracket) {
      const inside = bracket.inside.trim();
      if (duration.test(inside) || endsInTime.test(inside)) estimate ??= inside;
      else if (
        !/(?<![\p{L}\d])(?:status|completed?|done|finished|in progress|ongoing|current|planned|blocked|paused|on hold|started|deferred|active|wip|next|skipped|removed|cancell?ed|dropped|superseded|todo|pending|mvp|shipped|released|merged|delivered|implemented|verified|validated|partial|signed off|closed|abgeschlossen|erledigt|geplant|completad[oa]|pendiente|pendente|conclu[ií]d[oa]|termin[ée]e?|готово|завершено|выполнено|planejado)(?![\p{L}\d])|[✅🚧🔄⏳❌⬜]|^\d+\/\d+|^\d{4}-\d{2}|100 ?%|完了|完成|완료/iu.test(
          inside,
        ) &&
        !isStatusWords(inside)
      )
        break;
      else affixes.push(inside);
      rest = rest.slice(0, bracket.index).trim();
    }
    const glyph =
      /([\p{Extended_Pictographic}✓✔☑☐]\ufe0f?)(?:\s{0,9}(mvp|next|complete|completed|done|in progress|current|planned|blocked))?$/iu.exec(
        rest,
      );
    if (glyph?.[1]) {
      // Most pictures at the end of a title only adorn it.
      if (glyph[2] || statusGlyph.test(glyph[1])) affixes.push(`${glyph[1]} ${glyph[2] ?? ''}`.trim());
      rest = rest.slice(0, glyph.index).trim();
    }
    const dashed = dashedAffix(rest);
    if (dashed) {
      affixes.push(dashed.words);
      rest = rest.slice(0, dashed.index).trim();
    }
    if (rest === before) break;
  }
  const leading = /^([\p{Extended_Pictographic}✓✔☑☐]\ufe0f?|\[(?:done|x|wip|todo|in progress[^\]]*)\])\s*[—–:-]?\s*/iu.exec(rest);
  if (leading?.[1]) {
    affixes.push(leading[1]);
    rest = rest.slice(leading[0].length);
  }
  rest = dropAround(rest, /[\s:—–-]/u);
  return { title: rest === '' ? null : rest, estimate, affixes };
}

const statusGlyph = /[✅✔☑🟢✓🚧🔄🟡🟠🔵⛔🛑🔴🚫⬜☐⚪🔲📋⏳🔜⏸⏭❌⚠]/u;

const statusAffix =
  /^(?:mostly |partially |fully |not |in )?(?:completed?|done|started|progress|planned|blocked|deferred|pending|shipped|delivered|current(?: focus)?|next|removed|skipped|active|ready|signed off|closed|implemented|finished)\b/iu;
/** Words after a status and its dash, at most. Longer text is part of the title. */
const longestAffix = 60;

/** A status behind a dash at the end of a title: `Storage — done in March`. */
function dashedAffix(title: string): { words: string; index: number } | undefined {
  for (const dash of title.matchAll(/\s[—–-]{1,2}\s/gu)) {
    if (title.length - dash.index > 3 * longestAffix) continue;
    const words = title.slice(dash.index + dash[0].length).trimStart();
    if (
      isStatusWords(words) ||
      (words.length <= longestAffix && /^[\p{Extended_Pictographic}✓✔☑☐]/u.test(words) && glyphStatus(words))
    )
      return { words, index: dash.index };
    const status = statusAffix.exec(words)?.[0];
    const remark = status === undefined ? undefined : words.slice(status.length);
    if (remark !== undefined && remark.length <= longestAffix && !/[—–]/.test(remark)) return { words, index: dash.index };
  }
  return undefined;
}
