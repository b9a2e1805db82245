/** What a hover says of each rule. Generated from the rules' first comments by `npm run generate`. */
export const teaching: Readonly<Record<string, { readonly why: string; readonly good: string | null }>> = {
  'gate/placeholder': {
    why: 'The line still holds a placeholder: `TBD`, `TODO`, `[metric]`, `<command>`, `XX %`, `Criterion 1`, or nothing but dots. A phase with an empty condition can neither pass nor fail; whoever ticks the box ticks nothing.',
    good: '`Response time p95 below 200 ms at 50 concurrent users`',
  },
  'gate/escape-clause': {
    why: '"Where possible", "as needed", "if applicable", "ideally": the words leave it to the author whether the condition holds at all. Two readers disagree about when it was possible, needed or applicable.',
    good: '`Every POST endpoint rejects a body that breaks its schema with 422`',
  },
  'gate/unnamed-tests': {
    why: 'Tests, a suite, coverage or checks are the condition, but the line does not say which: no command, no file, no count, no subject. "Tests pass" is true of an empty suite.',
    good: '`` `pnpm test` exits 0 ``',
  },
  'gate/load-without-number': {
    why: '"Under load", "at scale", "at peak", "keeps running all weekend": a test of endurance or load without users, requests or error rate. One request a minute is a load too.',
    good: '`24 h at 50 requests/s: 0 responses with status 5xx, memory below 512 MB`',
  },
  'gate/vague-predicate': {
    why: 'The only thing the line says is that something works, functions, behaves, or does what it does "correctly", "properly", "as expected". What is correct is the very thing a gate has to say.',
    good: '`Login with a wrong password shows "Invalid credentials" and returns 401`',
  },
  'gate/no-regression': {
    why: '"No regressions", "existing features unaffected", "earlier phases still work": a claim about everything, shown by nothing. Nobody can look at everything.',
    good: '`` `pnpm test` exits 0 with the tests of phases 1 and 2 unchanged ``',
  },
  'gate/subjective-quality': {
    why: 'The deciding word is a judgement: clean, clear, intuitive, robust, ready, good, appropriate, user-friendly, production-ready. Whether it holds depends on who looks.',
    good: '`Every form error names its field and what is allowed, e.g. "Age: 0 to 120"`',
  },
  'gate/unquantified': {
    why: 'Something that can be measured is only praised: fast, responsive, scalable, minimal, low memory, high coverage, improved. Without a figure every result passes, and nobody notices when it gets worse.',
    good: '`Search p95 < 200 ms with 100 000 documents`',
  },
  'gate/unplaced-docs': {
    why: 'Something is documented or a document is updated, but the line says neither where it is nor what it contains. Any edit to any file fulfils it.',
    good: '`README has a section "Rollback" with the command for each service`',
  },
  'gate/unnamed-reviewer': {
    why: 'A review, approval, agreement or sign-off is the condition, but not who gives it or where it is recorded. Approval by "the team" is approval by nobody.',
    good: '`Security lead has approved the pull request; the approval is linked under Evidence`',
  },
  'gate/open-ended': {
    why: '"etc.", "and so on", "all edge cases", "every kind of failure": nobody can say when the list is complete. However much was checked, somebody can name one more case.',
    good: '`Import rejects a missing header, a duplicate row and a file over 5 MB, each with its line number`',
  },
  'gate/bare-done': {
    why: 'Something is completed, implemented, validated, identified, addressed, and there is nothing to look at. It reports that somebody was busy.',
    good: '`` `docs/baseline.md` lists p95 latency and error rate for each endpoint ``',
  },
  'gate/task-not-outcome': {
    why: 'The line orders work: "Improve upload errors", "Support more formats", "Refactor the store". It belongs into the list of tasks.',
    good: '`A failed upload keeps the form filled and shows "Upload failed, try again"`',
  },
  'gate/mere-promise': {
    why: 'The verb only promises: "supports", "handles", "enforces", "provides", "solves", "ensures", with nothing exact behind it. What it means to support or handle a thing is what the gate should say.',
    good: '`A file without a header row is rejected with "Missing header" and nothing is imported`',
  },
  'gate/noun-phrase': {
    why: 'The line names a thing ("Retry logic", "Shared export layer") and says nothing about it. A thing cannot be true or false.',
    good: '`A request without a token returns 401 with {"error": "unauthorized"}`',
  },
  'sequence/started-early': {
    why: 'Phases are worked in order: a phase begins when the gate of the one before it has passed. Here a later phase says that it is under way or done while an earlier one says that it is not finished.',
    good: null,
  },
  'sequence/dependency-cycle': {
    why: 'Following "depends on" from here leads back here, so none of them can ever start.',
    good: null,
  },
  'sequence/unknown-reference': {
    why: 'A phase or task says that it depends on a phase or task with an id that nothing in the plan has. Either the id is a slip of the pen, or what it waits for was renumbered or removed.',
    good: null,
  },
  'status/contradiction': {
    why: "A phase or task is named in several documents (a register, a board, a tracker, the phase's own document), and they do not agree about where it stands; or a Git tag says that its gate was passed, and the document says otherwise. Whoever looks at only one of them is misled.",
    good: null,
  },
  'status/illegal-jump': {
    why: 'A phase goes from not started to in progress, to ready for sign-off (or done), to signed off, and is locked then. Here it took a step that leaves one out: it was signed off before it was ready, or is ready although it was never begun; or it was changed after its sign-off.',
    good: null,
  },
  'status/changed-after-signoff': {
    why: 'Somebody approved this phase as it was: its scope, its tasks, the conditions of its gate, its manual tests. Here one of them is different now, so what was approved is no longer what stands here.',
    good: null,
  },
  'evidence/done-without-evidence': {
    why: 'A phase or stage says that it is done, while its own document leaves the proof open: boxes of its gate are not ticked, a manual test is not passed, or the place for evidence is empty. "Done" is a claim until somebody else can look at what proves it.',
    good: '## Stage 2 — Storage\n- Status: done\n- Evidence links: [migration run](docs/evidence/stage-2.md), commit 4f2a9c1',
  },
  'evidence/broken-link': {
    why: 'Evidence points to a file, a section, a line or a commit that is not there, or to an address that is none. Whoever judges the gate cannot look at what proves it.',
    good: '| Item | Evidence |\n|---|---|\n| Oven reaches 280 °C | [heat log](evidence/heat-log.md#oven-1) |',
  },
  'evidence/stale': {
    why: "Files of the phase's scope changed after its evidence was gathered: what it shows is how things were. For evidence that names a commit, all changes since that commit count, uncommitted ones included; for evidence that names only a day, the commits after that day.",
    good: null,
  },
  'evidence/tick-without-record': {
    why: 'A manual test, or a condition that only a person can judge, is ticked, but there is no record behind the tick: no result with a day and a name, no evidence, no sign-off. A tick is quickly made, also by a tool that has seen nothing.',
    good: '- [x] Bake twenty loaves\n  - Expected: 20 loaves weigh 800 g each\n  - Result: pass (2026-03-02, Ada): the lightest weighed 801 g',
  },
  'structure/missing-gate': {
    why: 'Nothing says when this phase is finished: it has no exit criteria, acceptance criteria, verification or the like, although other phases of the plan have them. Without a gate, "done" is a feeling.',
    good: '## Phase 2: Search\n### Tasks\n- [ ] Index the archive\n### Exit criteria\n- `GET /search?q=ferry` answers in under 200 ms (p95) with 100,000 documents',
  },
  'structure/empty-gate': {
    why: 'The document announces a gate ("Exit criteria"), but no condition follows. Nothing can fail it, so it guards nothing.',
    good: '### Exit criteria\n\n- `npm run migrate` exits 0 on an empty database',
  },
  'checklist/no-expected': {
    why: 'The test says what to do, but not what one should see. Two people who run it may both be right and come to different results.',
    good: '- [ ] Start the server\n  - Command: `npm start`\n  - Expected: prints "listening on 3000"',
  },
  'structure/duplicate-phase': {
    why: 'The document gives one number to two phases with different titles. Everything that names the number (a task, a tag, a board, a dependency) may mean either of them.',
    good: null,
  },
  'tasks/unknown-phase': {
    why: "The task names a phase, but no document defines a phase with that number. The task is in no phase's list, and no gate waits for it.",
    good: null,
  },
  'tasks/duplicate-id': {
    why: 'An id names one task. With two tasks of one id, a board card, a dependency or a deferral that names it may mean either, and one of the two is counted for both.',
    good: null,
  },
  'scope/out-of-scope': {
    why: 'The plan says which paths the current phase may change. This file is none of them, so the edit belongs to another phase, or the scope has a gap.',
    good: null,
  },
  'scope/prose-only': {
    why: 'A scope of words ("migration scripts", "health points") says what a phase is about, but not which files it may change. Nobody can tell from it whether an edit is inside or outside, and neither can Phasewise: it is never guessed.',
    good: '### Scope\n- `src/payments/**`\n- `scripts/payments/`',
  },
  'scope/matches-nothing': {
    why: 'The path or pattern matches no file of the workspace: a slip of the pen, a folder that was renamed, or a path written from another folder than the root of the workspace. The guard then takes edits of the files that were meant for edits outside the phase.',
    good: '### Scope\n- `src/payments/**`',
  },
  'scope/hidden': {
    why: 'A file that a scope excludes is outside, even if another line includes it. Here the excludes of a phase take away every file that its paths name: whoever works on the phase is outside of it with every edit.',
    good: '### Scope\n- `src/billing/**`\n\n### Out of scope\n- `src/billing/legacy/`',
  },
  'scope/too-wide': {
    why: 'A line such as `**`, or one folder that holds more than nine tenths of the files, lets the phase change nearly everything: the guard has nothing to say then, and the plan does not tell whose a file is.',
    good: '### Scope\n- `src/payments/**`\n- `test/payments/**`',
  },
  'scope/overlap': {
    why: 'Two phases that are not finished name the same files. Whose an edit is cannot be told then, and evidence for the one goes stale through work on the other.',
    good: '## Phase 2: Prices\n### Scope\n- `src/billing/prices/**`\n\n## Phase 3: Invoices\n### Scope\n- `src/billing/invoices/**`',
  },
  'scope/locked-files': {
    why: 'Everything that this line names belongs to phases that somebody signed off. Work on it is work on what was approved: the gate and the evidence of those phases would have to be looked at again.',
    good: null,
  },
  'scope/unowned': {
    why: 'Every phase of this plan that is not finished says which paths it may change, but there are folders with source files that none of them names. Nobody may change these files without leaving the scope, and nobody is asked to.',
    good: null,
  },
  'scope/not-read': {
    why: 'The braces of this pattern stand for more alternatives than anybody can mean, or the pattern is longer than any path. It is not cut short, because then it would give wrong answers: it matches nothing, and that is said here.',
    good: '### Scope\n- `src/shards/**`',
  },
  'document/unreadable': {
    why: 'The file is part of the plan by its name, but it is not UTF-8 text, it is larger than the limit, or it may not be opened. Nothing in it is counted, and nothing is written to it.',
    good: null,
  },
  'document/broken-yaml': {
    why: 'A YAML file or front matter breaks the rules of YAML at this place. What stands before it, and what can be read after it, still counts; the rest does not, so tasks may be missing from the plan.',
    good: '- id: T1-001\n  title: Add the health endpoint',
  },
  'document/not-read': {
    why: 'The document goes beyond a limit that keeps the editor alive: a line is too long, lists are nested too deeply, or there is too much of it. What lies beyond the limit is not counted.',
    good: null,
  },
  'settings/unknown-key': {
    why: '`phasewise.yaml` has a key that does not exist, so it changes nothing. It is usually a slip of the pen; the message names the setting that was probably meant.',
    good: 'scope:\n  mode: hint',
  },
  'settings/invalid-value': {
    why: 'The value has the wrong type, or is none of the words that the setting knows. The default applies instead; all other settings apply.',
    good: 'scope:\n  mode: warning',
  },
  'scope/exception-ended': {
    why: 'A file was allowed to change outside the scope until a day that is over. From now on an edit of it is out of scope again.',
    good: null,
  },
  'disable/unused': {
    why: 'A disable comment stands here, but the finding that it was written for is gone, or the rule it names does not exist. Left in place, it would silently hide the next one.',
    good: null,
  },
  'disable/no-reason': {
    why: 'A disable comment hides a finding, but does not say why. Whoever reads the plan later cannot tell whether the reason still holds.',
    good: '- Tests pass <!-- phasewise-disable-line gate/unnamed-tests -- the suite is named in docs/testing.md -->',
  },
};
