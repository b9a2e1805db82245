import type { Evidence, EvidenceTarget } from '../model.ts';
import { brokenness, fileMeant, type KnownFiles } from '../proof/broken.ts';
import { askOf } from '../source.ts';
import { type Card, holds, type Line, type Pointed, short } from './card.ts';

/** A proof: of what it is one, and whether what it points to is there. */
export function evidenceCard(pointed: Pointed): Card | undefined {
  const { facts } = pointed;
  const found = facts.evidence
    .filter((one) => one.at.path === facts.path && one.kind !== 'none' && holds(one.at, pointed))
    .sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start));
  const own =
    found.find(({ targets }) => targets.some(({ at }) => holds(at, pointed))) ?? (found.length === 1 ? found[0] : undefined);
  if (!own) return undefined;
  const target = own.targets.find(({ at }) => holds(at, pointed));
  const targets = target ? [target] : own.targets;
  return { at: target?.at ?? own.at, lines: [whatItProves(own), ...targets.slice(0, 3).map((one) => targetLine(one, pointed))] };
}

const kinds: Readonly<Record<Evidence['kind'], string>> = {
  document: 'a document',
  contract: 'a contract',
  commit: 'a commit',
  test: 'a test run',
  artifact: 'a file',
  link: 'a link',
  text: 'words',
  none: 'nothing yet',
};

function whatItProves({ kind, item, phase, stage, date }: Evidence): Line {
  const of = stage !== null ? ` of stage ${stage}` : phase !== null ? ` of phase ${phase}` : '';
  const on = date === null ? '' : `, gathered on ${date}`;
  return [{ strong: `Evidence${of}` }, ` · ${kinds[kind]}${on}`, item === null ? '' : ` · proves “${short(item)}”`];
}

function targetLine(target: EvidenceTarget, { project, facts }: Pointed): Line {
  const known: KnownFiles = { files: project.files, ask: askOf(project.sources), hasCommit: () => undefined };
  const broken = brokenness(target, facts.path, known);
  if (broken) return [broken.message];
  const path = target.kind === 'file' ? fileMeant(target, facts.path, known) : undefined;
  if (path !== undefined && path !== '') return [{ to: { path, start: 0, end: 0 }, words: path }, ' is there'];
  if (target.kind === 'commit') return ['Commit ', { code: target.value }];
  return target.kind === 'url' ? ['On the web; nothing is fetched'] : [];
}
