import { planOf } from '../plan/plan.ts';
import type { Project } from '../project.ts';
import { noFacts } from '../read/document.ts';
import { isForeign } from '../read/yamlForeign.ts';
import { readYaml } from '../read/yamlText.ts';
import { isDocument } from '../relevance.ts';
import { settingsPath } from '../settings.ts';
import type { Source } from '../source.ts';
import { offerCommands } from './commands.ts';
import type { Asked, Completion, Completions, Slot, Want } from './completion.ts';
import { offerDirectives, offerRules } from './disables.ts';
import { offerEvidence } from './evidence.ts';
import { offerGateLabels } from './gateLabels.ts';
import { markdownSlots } from './markdownSlots.ts';
import { offerPaths } from './paths.ts';
import { offerPhases, offerStages, offerTasks } from './references.ts';
import { settingsSlots } from './settingsSlots.ts';
import { offerStatus } from './statusWords.ts';
import { offerWords } from './words.ts';
import { yamlSlots } from './yamlSlots.ts';

const offers: Readonly<Record<Want, (asked: Asked, slot: Slot) => Iterable<Completion>>> = {
  status: offerStatus,
  phase: offerPhases,
  stage: offerStages,
  task: offerTasks,
  path: offerPaths,
  evidence: offerEvidence,
  command: offerCommands,
  gate: offerGateLabels,
  directive: offerDirectives,
  rule: offerRules,
  key: offerWords,
  setting: offerWords,
};

/** More than this nobody reads; what is written next narrows it. */
const most = 300;

const none: Completions = { items: [], incomplete: false, wantsFiles: false };

/**
 * What may be written at a place of a document of the plan or of `phasewise.yaml`, the likeliest first; nothing in other files.
 * @param offset 0-based UTF-16 offset of the cursor
 */
export function completionsAt(project: Project, path: string, offset: number): Completions {
  const source = project.sources.get(path);
  if (!source) return none;
  const slots = slotsAt(project, source, offset);
  if (!slots) return none;
  const { asked, list } = slots;
  const items = fitting(list, asked);
  const wantsFiles = project.files === undefined && list.some(({ wants }) => wants === 'path' || wants === 'evidence');
  return { items: items.slice(0, most), incomplete: items.length > most || wantsFiles, wantsFiles };
}

function slotsAt(project: Project, source: Source, offset: number): { asked: Asked; list: readonly Slot[] } | undefined {
  const { path } = source;
  if (path !== settingsPath && !isDocument(path, project.settings)) return undefined;
  const isYaml = /\.ya?ml$/i.test(path);
  // A line of YAML that is being written breaks the text around it, and a long text takes its time to be read: its words are enough.
  const { facts = noFacts(path), plans } = isYaml ? project.lately(path) : { facts: project.facts(path), plans: project.worded };
  const asked: Asked = { project, plan: planOf(plans, path), facts, source, offset };
  if (path === settingsPath) return { asked, list: settingsSlots(asked) };
  // A file that says nothing is left alone, unless it was just begun; one of another tool always.
  if (facts.kind === 'none' && (!isNew(source) || (isYaml && readYaml(source.text).documents.some(isForeign)))) return undefined;
  return { asked, list: isYaml ? yamlSlots(asked) : markdownSlots(asked) };
}

/** A document that was just begun. */
function isNew({ text }: Source): boolean {
  return text.length < newest && text.split('\n').filter((line) => line.trim() !== '').length < 12;
}

const newest = 600;

/**
 * What the words before the cursor leave: those in which their letters stand in their order from the head of a word on, as editors
 * compare. Beyond one more than is shown nothing is looked for.
 */
function fitting(slots: readonly Slot[], asked: Asked): readonly Completion[] {
  const { source, offset } = asked;
  const fits: Completion[] = [];
  for (const slot of slots)
    for (const item of offers[slot.wants](asked, slot)) {
      const { label, filter, edit } = item;
      const typed = source.text.slice(edit.start, Math.max(edit.start, offset));
      if (hasInOrder((filter ?? label).toLowerCase(), typed.toLowerCase())) fits.push(item);
      if (fits.length > most) return fits;
    }
  return fits;
}

function hasInOrder(words: string, letters: string): boolean {
  const first = letters[0];
  if (first === undefined) return true;
  for (let head = words.indexOf(first); head >= 0; head = words.indexOf(first, head + 1)) {
    if (head > 0 && /[\p{L}\d]/u.test(words[head - 1] ?? '')) continue;
    let at = head;
    for (const letter of letters.slice(1)) at = at < 0 ? at : words.indexOf(letter, at + 1);
    return at >= 0;
  }
  return false;
}
