import type { FileIndex } from '../files.ts';
import type { DocumentFacts, Plan } from '../model.ts';
import type { GroupFold } from '../plan/groupFold.ts';
import type { History } from '../proof/history.ts';
import { isSameList } from '../share.ts';
import type { Bench } from './bench.ts';
import { newPiece, type Piece } from './board.ts';
import { looseGates } from './gateFindings.ts';
import { PhaseCheck } from './phaseCheck.ts';
import { ProofCheck } from './proofCheck.ts';
import { documentView, phaseView, restView, rulesOver, sameScopes, scopeView } from './slices.ts';
import { TaskCheck } from './taskCheck.ts';

/** What is known of a folder besides its documents. */
export interface Outside {
  readonly files: FileIndex | undefined;
  readonly history: History | undefined;
  /** Paths of documents that say something else than the text they are compared with. */
  readonly unsettled: ReadonlySet<string>;
}

/** A document as it was checked last, and what was found in its units and in its tasks. */
interface Checked {
  readonly document: DocumentFacts;
  readonly units: Piece;
  readonly tasks: Piece;
}

/** Checks one plan, and again only the pieces of it that changed. */
export class PlanCheck {
  private plan: Plan | undefined;
  private touched: readonly string[] = [];
  private outside: Outside = { files: undefined, history: undefined, unsettled: new Set() };
  private readonly phases: PhaseCheck;
  private readonly tasks: TaskCheck;
  private readonly proof: ProofCheck;
  private readonly rest = newPiece();
  private readonly restGates = newPiece();
  private readonly sequence = newPiece();
  private readonly unplaced = newPiece();
  private readonly scope = newPiece();
  private readonly scopes = newPiece();
  private readonly scopeTexts = newPiece();
  private readonly signedOff = newPiece();
  private readonly whole = newPiece();
  private readonly empty = newPiece();
  /** The documents of the plan as they were checked last. */
  private readonly documents = new Map<string, Checked>();
  /** Paths of documents that announce gates without conditions. */
  private readonly announcing = new Set<string>();

  constructor(
    private readonly fold: GroupFold,
    private readonly bench: Bench,
  ) {
    this.phases = new PhaseCheck(bench, (path) => fold.document(path));
    this.tasks = new TaskCheck(fold, bench);
    this.proof = new ProofCheck(bench);
  }

  /**
   * @param candidates documents of the folder that are new or different since the last time
   * @param touched edited files that this plan judges
   * @param outside what is known of the folder besides its documents
   */
  update(candidates: readonly DocumentFacts[], touched: readonly string[], outside: Outside): void {
    const { plan: before, bench } = this;
    const { plan } = this.fold;
    const moved = before?.documents !== plan.documents;
    const changed = moved ? this.newDocuments(plan) : candidates.filter(({ path }) => this.documents.has(path));
    const gone = moved ? this.goneDocuments(plan) : [];
    const listed = outside.files !== this.outside.files;
    const told = listed || outside.history !== this.outside.history;
    if (before === plan && changed.length === 0 && isSameList(touched, this.touched) && !told) return;
    const heads = this.phases.update(plan);
    if (heads || moved) bench.over('sequence', phaseView(plan, plan.phases), this.sequence);
    if (heads || moved || before?.tasks !== plan.tasks) bench.over('unplaced tasks', { plan, documents: [] }, this.unplaced);
    this.checkRest(plan, before);
    const announcing = this.checkDocuments(plan, changed, gone);
    if (announcing || heads || moved || before?.current?.phase !== plan.current?.phase) this.checkAnnouncing(plan);
    this.tasks.update(changed, gone);
    if (this.mayBeElsewhere(plan, before, touched)) bench.over('touched', { plan, documents: [] }, this.scope, touched);
    if (!before || listed || !sameScopes(plan, before)) {
      bench.over('scopes', scopeView(plan), this.scopes);
      bench.over('scope texts', scopeView(plan), this.scopeTexts);
    }
    this.proof.update(plan, before, outside.files, told);
    if (heads || moved || changed.length > 0) this.checkSignedOff(plan, outside);
    if (rulesOver('whole').length > 0) bench.over('whole', { plan, documents: this.fold.inOrder() }, this.whole, touched);
    this.plan = plan;
    this.touched = touched;
    this.outside = outside;
  }

  /** Takes back everything that was found. */
  dispose(): void {
    this.phases.dispose();
    this.tasks.dispose();
    this.proof.dispose();
    const { rest, restGates, sequence, unplaced, scope, scopes, scopeTexts, signedOff, whole, empty } = this;
    const single = [rest, restGates, sequence, unplaced, scope, scopes, scopeTexts, signedOff, whole, empty];
    for (const piece of single) this.bench.clear(piece);
    for (const checked of this.documents.values()) this.forget(checked);
  }

  private newDocuments(plan: Plan): readonly DocumentFacts[] {
    return plan.documents.flatMap((path) => {
      const document = this.fold.document(path);
      return document && this.documents.get(path)?.document !== document ? [document] : [];
    });
  }

  private goneDocuments(plan: Plan): readonly string[] {
    const left = new Set(plan.documents);
    return [...this.documents.keys()].filter((path) => !left.has(path));
  }

  private checkRest(plan: Plan, before: Plan | undefined): void {
    const same = before && plan.stages === before.stages && plan.gates === before.gates;
    if (!same) this.bench.gates(looseGates(plan), this.restGates);
    if (!same || plan.checklist !== before.checklist || plan.evidence !== before.evidence)
      this.bench.over('rest', restView(plan), this.rest);
  }

  private checkSignedOff(plan: Plan, { unsettled }: Outside): void {
    const documents = [...unsettled].sort().flatMap((path) => this.fold.document(path) ?? []);
    const signed = documents.length === 0 ? [] : plan.phases.filter(({ status }) => status === 'signed_off');
    if (signed.length === 0) this.bench.clear(this.signedOff);
    else this.bench.over('signed off', phaseView(plan, signed, documents), this.signedOff);
  }

  /** @returns whether documents that announce gates without conditions are different */
  private checkDocuments(plan: Plan, changed: readonly DocumentFacts[], gone: readonly string[]): boolean {
    let announcing = false;
    for (const path of gone) {
      const known = this.documents.get(path);
      if (known) this.forget(known);
      this.documents.delete(path);
      announcing = this.announcing.delete(path) || announcing;
    }
    for (const document of changed) {
      const { path, kind, phases, stages, tasks } = document;
      const known = this.documents.get(path);
      const checked = { document, units: known?.units ?? newPiece(), tasks: known?.tasks ?? newPiece() };
      this.documents.set(path, checked);
      if (document.emptyGates.length > 0 || this.announcing.has(path)) announcing = true;
      if (document.emptyGates.length > 0) this.announcing.add(path);
      else this.announcing.delete(path);
      const old = known?.document;
      if (old?.phases !== phases || old.stages !== stages)
        this.bench.over('units of a document', documentView(plan, { path, kind, phases, stages }), checked.units);
      if (old?.tasks !== tasks) this.bench.over('tasks of a document', documentView(plan, { path, kind, tasks }), checked.tasks);
    }
    return announcing;
  }

  private forget({ units, tasks }: Checked): void {
    this.bench.clear(units);
    this.bench.clear(tasks);
  }

  private checkAnnouncing(plan: Plan): void {
    const documents = [...this.announcing].sort().flatMap((path) => this.fold.document(path) ?? []);
    this.bench.over('announcing documents', { plan: phaseView(plan, plan.phases).plan, documents }, this.empty);
  }

  /** Whether an edited file may be in or out of scope for another reason than before. */
  private mayBeElsewhere(plan: Plan, before: Plan | undefined, touched: readonly string[]): boolean {
    if (!before || !isSameList(touched, this.touched)) return true;
    if (touched.length === 0) return false;
    if (plan.current !== before.current || plan.documents !== before.documents) return true;
    return !plan.phases.every((phase, index) => {
      const old = before.phases[index];
      return phase === old || (phase.scope === old?.scope && phase.id === old.id && phase.title === old.title);
    });
  }
}
