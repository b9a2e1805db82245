import { type DocumentSymbol, type Location, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { DocumentFacts, Place, Sources, Unit } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Placed, Session } from '../session.ts';
import { toUri } from '../uris.ts';

/** Phases with their stages and gates, as an editor's outline shows them. */
export function symbols({ client }: Session, { folder, path }: Placed): DocumentSymbol[] | SymbolInformation[] {
  const facts = client.options.symbols === false ? undefined : folder.project.facts(path);
  if (!facts) return [];
  const tree = symbolTree(facts, folder.project.sources);
  if (client.hierarchicalSymbols) return tree;
  const uri = folder.openUri(path) ?? toUri(folder.uri, path);
  const flat = ({ name, kind, range, children = [] }: DocumentSymbol): SymbolInformation[] => [
    { name, kind, location: { uri, range } satisfies Location },
    ...children.flatMap(flat),
  ];
  return tree.flatMap(flat);
}

function symbolTree(facts: DocumentFacts, sources: Sources): DocumentSymbol[] {
  const gatesOf = (phase: string | null, stage: string | null) =>
    facts.gates
      .filter((gate) => gate.phase === phase && gate.stage === stage)
      .map((gate) => symbol(gate.label, SymbolKind.Event, gate.at, end(gate.items.at(-1)?.at, gate.at), sources));
  const stagesOf = (phase: string | null) =>
    facts.stages
      .filter((stage) => stage.phase === phase)
      .map((stage) => ({ ...unit(stage, SymbolKind.Method, sources), children: gatesOf(phase, stage.id) }));
  return [
    ...facts.phases.map((phase) => ({
      ...unit(phase, SymbolKind.Module, sources),
      children: [...stagesOf(phase.id), ...gatesOf(phase.id, null)],
    })),
    ...stagesOf(null),
    ...gatesOf(null, null),
  ];
}

function unit(one: Unit, kind: SymbolKind, sources: Sources): DocumentSymbol {
  const word = one.kind === 'phase' ? 'Phase' : 'Stage';
  return symbol(`${word} ${[one.id, one.title].filter(Boolean).join(': ')}`, kind, one.at, one.extent.end, sources);
}

function symbol(name: string, kind: SymbolKind, at: Place, until: number, sources: Sources): DocumentSymbol {
  const whole = { ...at, end: Math.max(at.end, until) };
  // A name may not be empty, or the editor refuses the whole list.
  return { name: name.trim() || '…', kind, range: toRange(whole, sources), selectionRange: toRange(at, sources) };
}

function end(last: Place | undefined, at: Place): number {
  return last && last.path === at.path ? last.end : at.end;
}
