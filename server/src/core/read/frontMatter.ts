import type { Problem, Reference, ScopeEntry, StatusStatement, Unit } from '../model.ts';
import type { YamlNode } from '../yaml.ts';
import type { Block } from './blocks.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { readUnitName } from './unitName.ts';
import { fieldsOf } from './yamlFields.ts';
import { scopeOf } from './yamlScope.ts';
import { readYaml } from './yamlText.ts';

/** What the front matter of a Markdown document says about its phase. */
export interface FrontMatterFacts {
  readonly unit: Unit | null;
  readonly scope: readonly ScopeEntry[];
  readonly problems: readonly Problem[];
}

const nothing: FrontMatterFacts = { unit: null, scope: [], problems: [] };

/** Reads `phase`, `id`, `title`, `status`, `depends_on` and the file lists of a front matter. */
export function readFrontMatter(blocks: readonly Block[], reading: Reading): FrontMatterFacts {
  const block = blocks[0];
  if (block?.type !== 'front-matter') return nothing;
  const offset = block.content.start;
  const yaml = readYaml(reading.source.text.slice(offset, block.content.end));
  const problems = yaml.errors.map((error) => ({
    code: 'broken-yaml' as const,
    message: `The front matter is not YAML: ${error.message}`,
    at: reading.place({ start: offset + error.start, end: offset + error.end }),
  }));
  const map = yaml.documents[0];
  if (map?.kind !== 'map') return { ...nothing, problems };
  const value = (...keys: string[]) =>
    map.entries.find((entry) => keys.includes(entry.key.text.toLowerCase().replace(/-/g, '_')))?.value;
  const text = (node: YamlNode | undefined) => (node?.kind === 'scalar' ? node : undefined);
  const named = text(value('phase', 'phase_id', 'phase_number')) ?? text(value('id'));
  const id = named
    ? (readUnitName(named.text.replace(/[-_]/g, ' '))?.id ??
      /^0*(\d{1,3}(?:\.\d{1,3})*[A-Za-z]?)(?:$|[-_\s])/.exec(named.text)?.[1])
    : undefined;
  const status = text(value('status', 'state'));
  const scope = scopeOf(fieldsOf(map), {
    phase: id ?? null,
    stage: null,
    source: 'front-matter',
    place: (span) => reading.place({ start: offset + span.start, end: offset + span.end }),
  });
  if (!named || id === undefined) return { unit: null, scope, problems };
  const at = { start: offset + named.span.start, end: offset + named.span.end };
  const statement: StatusStatement | undefined = status
    ? reading.status(status.text, { start: offset + status.span.start, end: offset + status.span.end }, 'front-matter')
    : undefined;
  const unit: Unit = {
    kind: 'phase',
    id,
    title: text(value('title', 'name'))?.text ?? null,
    at: reading.place(at),
    nameAt: at,
    form: 'front-matter',
    status: statement ?? null,
    otherStatuses: [],
    mentions: [],
    dependsOn: dependencies(value('depends_on', 'dependencies', 'depends'), offset, reading),
    estimate: text(value('estimate', 'duration', 'effort'))?.text ?? null,
    phase: null,
    extent: { start: 0, end: reading.source.text.length },
  };
  return { unit, scope, problems };
}

function dependencies(node: YamlNode | undefined, offset: number, reading: Reading): readonly Reference[] {
  const scalars = node?.kind === 'list' ? node.items : node ? [node] : [];
  return scalars.flatMap((one) => (one.kind === 'scalar' ? readReferences(one.text, offset + one.span.start, reading.path) : []));
}
