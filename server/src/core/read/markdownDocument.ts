import { isPlain } from '../layout.ts';
import { readInline } from '../markdown.ts';
import type { DocumentFacts, DocumentKind, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { kept } from '../share.ts';
import type { Source } from '../source.ts';
import { readAttempts } from './attempts.ts';
import { readBlocks } from './blocks.ts';
import { readBoard } from './board.ts';
import { readByPieces, shortest } from './byPieces.ts';
import { readChecklist, withoutTests } from './checklist.ts';
import { readMarkdownDisables } from './disables.ts';
import { noFacts } from './document.ts';
import { readEmptyGates } from './emptyGates.ts';
import { readEvidence } from './evidence.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readGates } from './gates.ts';
import { readLifecycle } from './lifecycle.ts';
import { limitUnits, longestText, readLimits, tooLong } from './limits.ts';
import type { Outline } from './outline.ts';
import { toOutline } from './outlineWalk.ts';
import type { Gathered } from './pieceReading.ts';
import { type Reading, toReading } from './reading.ts';
import type { Said } from './said.ts';
import { readScope } from './scopeEntries.ts';
import { decidedStatus, readDeferrals, readSignoffs } from './signoffs.ts';
import { splitTitle } from './splitTitle.ts';
import { readTasks } from './tasks.ts';
import { codeLetters, keyOf, readUnitName } from './unitName.ts';
import { readUnits } from './units.ts';
import type { Topic } from './vocabulary.ts';

/** What a Markdown document says: each kind of thing by its own reader, over one outline. */
export function readMarkdownDocument(source: Source, settings: Settings): DocumentFacts {
  return sayMarkdown(source, settings).facts;
}

/** The same, with what helps to read it again. @param before what it said last; it is being edited */
export function sayMarkdown(source: Source, settings: Settings, before?: Said): Said {
  if (source.text.length > longestText) return { source, facts: { ...noFacts(source.path), problems: [tooLong(source)] } };
  const topic = topicOfPath(source.path);
  const pieces = readByPieces(source, settings, topic, before ? shortest.edited : shortest.first, before?.pieces);
  if (!pieces) return { source, facts: readWhole(source, settings, topic) };
  const { layout, gathered } = pieces;
  return { source, facts: toFacts(source, gathered), pieces, ...(isPlain(layout) ? {} : { layout }) };
}

/** Reads a Markdown document in one go; what reading it piece by piece has to equal. */
export function readWhole(source: Source, settings: Settings, topic = topicOfPath(source.path)): DocumentFacts {
  const reading = toReading(source, settings);
  const blocks = readBlocks(source);
  const outline = toOutline(blocks, topic, codeLetters(source.text));
  const front = readFrontMatter(blocks, reading);
  const board = readBoard(outline, reading);
  const found = [...readUnits(outline, reading), ...readLifecycle(outline, reading)];
  const { units, problems: beyond } = limitUnits(
    fromFront(found, front.unit) ?? (found.length > 0 ? found : fromPath(outline, reading)),
    outline,
    source,
  );
  const checklist = readChecklist(outline, reading);
  const disables = readMarkdownDisables(source, blocks);
  const gathered: Gathered = {
    units,
    title: outline.title,
    scope: [...front.scope, ...readScope(outline, reading)],
    gates: readGates(outline, withoutTests(outline, checklist), reading),
    emptyGates: readEmptyGates(outline, reading),
    tasks: board ? board.tasks : readTasks(outline, units, checklist.taken, reading),
    checklist: checklist.items,
    evidence: readEvidence(outline, reading),
    signoffs: readSignoffs(outline, reading),
    attempts: readAttempts(outline, reading),
    deferred: readDeferrals(outline, reading),
  };
  const problems = [...front.problems, ...beyond, ...readLimits(source, blocks, disables)];
  return toFacts(source, gathered, { front: front.unit, board: board !== undefined, disables, problems });
}

/** Where everything in a Markdown document stands; for what is written into it. */
export function outlineOf(source: Source): Outline {
  return toOutline(readBlocks(source), topicOfPath(source.path), codeLetters(source.text));
}

interface Aside {
  readonly front: Unit | null;
  readonly board: boolean;
  readonly disables: DocumentFacts['disables'];
  readonly problems: DocumentFacts['problems'];
}

/** Decides what a document is that says all this. */
export function toFacts(source: Source, gathered: Gathered, aside?: Aside): DocumentFacts {
  const { units, title, signoffs } = gathered;
  const phases = withFront(
    units.filter((unit) => unit.kind === 'phase'),
    aside?.front ?? null,
    decidedStatus(signoffs),
  );
  // A document about one phase speaks of it everywhere, also outside its section.
  const only = phases.length === 1 ? (phases[0]?.id ?? null) : null;
  const own = <T extends { readonly phase: string | null }>(facts: readonly T[]) =>
    only === null ? kept(facts) : facts.map((fact) => (fact.phase === null ? { ...fact, phase: only } : fact));
  const facts = {
    path: source.path,
    kind: 'none' as DocumentKind,
    title,
    phases,
    stages: own(units.filter((unit) => unit.kind === 'stage')),
    scope: own(gathered.scope),
    gates: own(gathered.gates),
    emptyGates: own(gathered.emptyGates),
    tasks: own(gathered.tasks),
    checklist: own(gathered.checklist),
    evidence: own(gathered.evidence),
    signoffs: own(signoffs),
    attempts: own(gathered.attempts),
    deferred: own(gathered.deferred),
    disables: aside?.disables ?? [],
    problems: aside?.problems ?? [],
  };
  facts.kind = aside?.board ? 'board' : kindOf(facts);
  return facts;
}

/** A file called `manual-test-checklist.md` is one, whatever its headings are. */
export function topicOfPath(path: string): Topic | null {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  if (/manual[-_ ]?(?:test|qa|check)|test[-_ ]?(?:plan|checklist)|uat/.test(name)) return { role: 'checklist' };
  return null;
}

/** A document whose name alone says which phase it is about: `docs/phases/phase-2-context.md`. */
function fromPath(outline: Outline, reading: Reading): readonly Unit[] {
  const name = (reading.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
  const unit = readUnitName(name);
  if (unit?.lead !== '' || unit.rank === 'minor' || outline.sections.length < 2) return [];
  const heading = outline.sections[1]?.heading;
  if (!heading) return [];
  const at = reading.place(heading);
  const { title, affixes } = splitTitle(readInline(heading.text.text).plain);
  const statuses = [
    ...outline.sections
      .slice(0, 2)
      .flatMap((section) => outline.fieldsIn(section))
      .filter((field) => !field.parent && field.label.topic?.role === 'status')
      .flatMap((field) => reading.status(field.value, field.valueAt, 'label') ?? []),
    ...affixes.flatMap((affix) => reading.status(affix, reading.find(affix, heading), 'heading') ?? []),
  ];
  return [
    {
      kind: unit.kind,
      id: unit.id,
      title,
      at,
      nameAt: heading,
      form: 'file-name',
      status: statuses[0] ?? null,
      otherStatuses: statuses.slice(1),
      mentions: [],
      dependsOn: [],
      estimate: null,
      phase: null,
      extent: { start: at.start, end: reading.source.text.length },
    },
  ];
}

/** Front matter that names the phase defines it, unless the document's own first heading does. */
function fromFront(found: readonly Unit[], front: Unit | null): readonly Unit[] | undefined {
  if (!front) return undefined;
  const phases = found.filter((unit) => unit.kind === 'phase');
  const [only] = phases;
  if (phases.length > 1 || (only && keyOf(only.id) !== keyOf(front.id))) return undefined;
  if (!only) return [front, ...found];
  const title = only.title;
  const defined = only.form === 'heading' && only.at.start < front.extent.start + longestPreamble;
  return defined
    ? undefined
    : [
        { ...front, title: front.title ?? title, mentions: [only.at, ...only.mentions] },
        ...found.filter((unit) => unit !== only),
      ];
}

/** A heading further down than this does not head the document. UTF-16 units. */
const longestPreamble = 1500;

/** Adds what the front matter and a decision say to the one phase of the document. */
function withFront(phases: readonly Unit[], front: Unit | null, decided: Unit['status'] | undefined): readonly Unit[] {
  const [phase] = phases;
  if (phases.length !== 1 || !phase) return phases;
  const extra = [decided, front && front !== phase ? front.status : null].filter((status) => status != null);
  const statuses = [...(phase.status ? [phase.status] : []), ...extra, ...phase.otherStatuses];
  const dependsOn = front && front !== phase ? [...phase.dependsOn, ...front.dependsOn] : phase.dependsOn;
  return [{ ...phase, dependsOn, status: statuses[0] ?? null, otherStatuses: statuses.slice(1) }];
}

/** The outline without the items that are manual tests: those are no gate items. */
function kindOf(facts: Omit<DocumentFacts, 'kind'>): DocumentKind {
  const { phases, stages, gates, tasks, checklist, scope, evidence } = facts;
  if (phases.length === 0 && stages.length === 0) {
    if (checklist.length > 0) return 'checklist';
    if (gates.length > 0) return 'process';
    if (tasks.length > 0 && /task|todo|plan|backlog|roadmap/i.test(facts.path)) return 'tasks';
    return evidence.length > 0 && /readiness|tracker|evidence|gate/i.test(`${facts.path} ${facts.title ?? ''}`)
      ? 'tracker'
      : 'none';
  }
  const listed = phases.every((phase) => (phase.form === 'row' || phase.form === 'diagram') && phase.status);
  if (phases.length >= 2) return listed && tasks.length + gates.length === 0 ? 'tracker' : 'plan';
  if (stages.some((stage) => stage.status) && tasks.length === 0 && scope.length === 0) return 'stage-log';
  // A lifecycle is a list of steps that nobody tracks here.
  if (phases.length === 0)
    return tasks.length === 0 && stages.every((stage) => stage.form === 'item' && !stage.status) ? 'process' : 'plan';
  return checklist.length > 0 && gates.length === 0 && tasks.length === 0 ? 'checklist' : 'phase-doc';
}
