/**
 * Every command of the extension, once: the manifest's `commands` and command-palette entries are compared with this table by a test,
 * and `commands.ts` must have a handler for each row. No `vscode` import, so that scripts and tests can read it.
 */
export const commandTable = [
  { id: 'phasewise.runGate', title: 'Run gate checklist', icon: 'checklist', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.showVerdict', title: 'Show gate verdict', icon: 'law', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.signOff', title: 'Sign off a phase', icon: 'verified', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.tagPhase', title: 'Tag a passed phase', icon: 'tag', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.recordAttempt', title: 'Record an attempt at a gate', icon: 'history', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.runFromHere', title: 'Run gate checklist from here', icon: 'play', palette: 'false' },
  { id: 'phasewise.recordResult', title: 'Record a result…', icon: 'edit', palette: 'false' },
  { id: 'phasewise.defer', title: 'Defer to a later phase…', icon: 'arrow-right', palette: 'false' },
  { id: 'phasewise.currentPhase', title: 'Show the current phase', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.pinPhase', title: 'Pin as current phase', icon: 'pin', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.unpinPhase', title: 'Unpin the current phase', icon: 'pinned', palette: 'phasewise.pinned' },
  { id: 'phasewise.addPhase', title: 'Add a phase…', icon: 'add', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.renumberPhase', title: 'Renumber a phase…', icon: 'list-ordered', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.listOutside', title: 'Show changed files outside the current phase', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.reveal', title: 'Reveal in document', icon: 'go-to-file', palette: 'false' },
  { id: 'phasewise.copyReference', title: 'Copy reference', icon: 'copy', palette: 'false' },
  {
    id: 'phasewise.showOpenOnly',
    title: 'Show open work only',
    icon: 'filter',
    palette: 'phasewise.hasPlan && !phasewise.openOnly',
  },
  { id: 'phasewise.showAll', title: 'Show everything', icon: 'filter-filled', palette: 'phasewise.openOnly' },
  { id: 'phasewise.fillIn', title: 'Mend a finding with your words', palette: 'false' },
  { id: 'phasewise.createPlan', title: 'Create a plan', palette: 'workspaceFolderCount > 0' },
  { id: 'phasewise.addTest', title: 'Add a manual test', icon: 'add', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.addStage', title: 'Add a stage', icon: 'add', palette: 'phasewise.hasPlan' },
  { id: 'phasewise.useDocuments', title: 'Use existing documents…', palette: 'workspaceFolderCount > 0' },
  { id: 'phasewise.openSample', title: 'Open the sample…', palette: 'phasewise.hasSample' },
  { id: 'phasewise.restartServer', title: 'Restart server', icon: 'refresh', palette: 'true' },
  { id: 'phasewise.showLog', title: 'Show log', palette: 'true' },
] as const satisfies readonly CommandRow[];

/** The id of one of the extension's commands. */
export type CommandId = (typeof commandTable)[number]['id'];

/** One command as people see it. */
export interface CommandRow {
  readonly id: `phasewise.${string}`;
  /** English title; `package.nls.json` holds it under `command.<last part of the id>`. */
  readonly title: string;
  /** Name of a codicon, for the places where a command is a button. */
  readonly icon?: string;
  /** When the command palette offers it, as a when clause. */
  readonly palette: string;
}
