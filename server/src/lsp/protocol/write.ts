import type { Blank } from '../../core/index.ts';
import type { Position, WorkspaceEdit } from './edit.ts';
import type { GateParams } from './gate.ts';

/** A quick fix that needs words of a person for a document that is not in front of them. */
export interface FillInArguments {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  /** In the order in which to ask. */
  readonly blanks: readonly Blank[];
}

/** A quick fix by its finding and title, with a person's words for its blanks. */
export interface FixParams {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  readonly words: readonly string[];
}

export interface AddOneParams extends Pick<GateParams, 'folder' | 'phase' | 'document'> {
  readonly what: 'test' | 'stage';
}

/** The edit, and where the first words stand that a person is to write; or why there is none. */
export type AddOneAnswer =
  | {
      readonly edit: WorkspaceEdit;
      readonly uri: string;
      readonly first: { readonly start: Position; readonly end: Position };
    }
  | { readonly refused: string };

/** A way to keep a plan, for which there are new documents. */
export interface TemplateReport {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export interface CreatePlanParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Id of the template. */
  readonly template: string;
  /** Names of what stands directly in the folder. */
  readonly names: readonly string[];
}

/** The files of a new plan, or why there are none. */
export type CreatePlanAnswer =
  | {
      readonly edit: WorkspaceEdit;
      /** The new files, the one to begin with first; the client sees to it that none of them exists. */
      readonly files: readonly { readonly uri: string; readonly path: string; readonly text: string }[];
      /** The first words that a person is to write, in the first file. */
      readonly first: { readonly start: Position; readonly end: Position };
      /** The text of the first file with the words to write as tab stops. */
      readonly snippet: string;
    }
  | { readonly refused: string };

/** Makes room for a new phase and writes its beginning in the form of the plan. */
export interface InsertPhaseParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** A document of the plan that is meant, where the folder has several plans; workspace-relative path. */
  readonly document?: string | null;
  /** The phase behind which the new one comes; null for the first place. */
  readonly after: string | null;
  /** What the new phase is called. */
  readonly title?: string | null;
}

/** Gives a phase another number; phases between the old and the new place move by one. */
export interface RenumberParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly document?: string | null;
  readonly from: string;
  readonly to: string;
}

/** One undoable edit with what a person has to know besides, as sentences; or why there is none. */
export type RenumberAnswer =
  | { readonly edit: WorkspaceEdit; readonly warnings: readonly string[]; readonly phase: string; readonly label: string }
  | { readonly refused: string };
