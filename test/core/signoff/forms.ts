/** A workspace in one of the ways in which phases are passed, and what a person does in it by hand. */
export interface Form {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Work that people finish themselves: words of a document and what they write instead. */
  readonly work: readonly (readonly [path: string, words: string, instead: string])[];
  readonly phase: string;
  readonly tags: readonly string[];
  readonly tag: string;
  /** The roles that sign; null for a plan that asks for none. */
  readonly roles: readonly (string | null)[];
  /** A change of what was approved, after the sign-off. */
  readonly later: readonly [path: string, words: string, instead: string];
}

/** Stages of a lifecycle, a register of tasks, a board, a document for each phase; tags `v0.N.0`. */
const delivery: Form = {
  name: 'a delivery process with a register, a board and phase documents',
  files: {
    'tasks/tasks.yaml': `- id: T0-001
  phase: 0
  title: Weigh the flour
  status: done
- id: T1-001
  phase: 1
  title: Bake a loaf
  status: doing
- id: T1-002
  phase: 1
  title: Cut it
  status: done
`,
    'docs/phase-board.md': `# Phase board

## Open

*(none)*

## Doing

- Phase 1: Bread
- T1-001 Bake a loaf

## Blocked

## Done

- Phase 0: Flour
`,
    'docs/phases/phase-0.md': '# Phase 0: Flour\n\nStatus: Signed Off\n\n## Exit Criteria\n\n- [x] The sack weighs 25 kg\n',
    'docs/phases/phase-1.md': `# Phase 1: Bread

Status: In Progress

## Exit Criteria

- [ ] A loaf weighs 900 g
- [ ] The crust is 4 mm thick

## Deferred Items

- None

## Gate attempts

- None
`,
  },
  work: [
    ['tasks/tasks.yaml', 'status: doing', 'status: done'],
    ['docs/phase-board.md', '- T1-001 Bake a loaf\n', ''],
  ],
  phase: '1',
  tags: ['v0.0.0'],
  tag: 'v0.1.0',
  roles: [null],
  later: ['docs/phases/phase-1.md', '900 g', '500 g'],
};

/** Manual tests with a command and what to expect, all boxes ticked, a tag `phase-N-complete`. */
const discipline: Form = {
  name: 'strict gates with manual tests',
  files: {
    'docs/gates.md': `# Gates of the bakery

## Phase 1: Oven (2 days)

### Tasks

- [x] Build the arch
- [ ] Lay the floor

### Gate

- [ ] The floor holds a tray of 12 kg
- [ ] The door closes within 2 s

## Phase 1 Gate: Manual Testing

- [ ] Test 1: Heat
  - Command: \`./oven heat\`
  - Expected: \`{"celsius":250}\`
- [ ] Test 2: Door
  - Expected: The handle stays cold

## Phase 2: Shop (3 days)

### Gate

- [ ] The till prints a receipt
`,
  },
  work: [['docs/gates.md', '- [ ] Lay the floor', '- [x] Lay the floor']],
  phase: '1',
  tags: [],
  tag: 'phase-1-complete',
  roles: [null],
  later: ['docs/gates.md', '12 kg', '2 kg'],
};

/** A tracker whose rows go from one status to the next, with evidence and who approved. */
const readiness: Form = {
  name: 'a readiness tracker',
  files: {
    'docs/Phase_Readiness_Tracker.md': `# Readiness of the phases

| Phase | Status | Evidence | Approver | Date |
|---|---|---|---|---|
| Phase 1 — Mill | Signed Off | [grain report](evidence/grain.md) | Cleo Fern | 2026-01-12 |
| Phase 2 — Sieve | In Progress | [mesh report](evidence/mesh.md) | | |
| Phase 3 — Store | Not Started | | | |
`,
    'docs/evidence/grain.md': '# Grain\n',
    'docs/evidence/mesh.md': '# Mesh\n',
    'docs/roadmap.md': `# Roadmap

## Phase 1 — Mill

### Deliverables

- [x] A turning stone

## Phase 2 — Sieve

### Scope

- \`src/sieve/**\`

### Deliverables

- [x] A sieve of 0.5 mm

### Exit criteria

- [ ] 1 kg passes in 30 s
- [ ] No grain above 0.5 mm is left

## Phase 3 — Store
`,
  },
  work: [],
  phase: '2',
  tags: ['phase-1'],
  tag: 'phase-2',
  roles: [null],
  later: ['docs/roadmap.md', '`src/sieve/**`', '`src/**`'],
};

/** One file: goal, scope, tasks, verification and exit criteria of each phase, the conditions without boxes. */
const onePlan: Form = {
  name: 'an execution plan in one file',
  files: {
    'docs/plan.md': `# Execution plan

Last updated: 2026-02-18
Status: Active

## Phase 0 - Ground

### Goal

A place for the oven.

### Scope

- \`docs/ground/*\`

### Tasks

- [x] Level the ground.

### Verification

- \`make level\`

### Exit Criteria

- The ground is level to 3 mm.

## Phase 1 - Walls

### Scope

- \`src/walls/*\`

### Tasks

- [ ] Lay bricks.

### Exit Criteria

- Four walls stand.
`,
  },
  work: [],
  phase: '0',
  tags: [],
  tag: 'phase-0-complete',
  roles: [null],
  later: ['docs/plan.md', '- The ground is level to 3 mm.', '- The ground is level to 30 mm.'],
};

/** Stages with a log each, and a last one that is the sign-off. */
const guide: Form = {
  name: 'a log of stages',
  files: {
    'docs/phase-1-log.md': `# Phase 1 — Implementation log

### Stage 0 — Foundation

- Status: done
- Work completed: the pit
- Evidence links: [pit](evidence/pit.md)
- Acceptance gate: The pit is 1 m deep
- Acceptance gate result: pass (2026-01-05)

### Stage 1 — Walls

- Status: done
- Work completed: four walls
- Evidence links:
- Acceptance gate: A wall bears 200 kg
- Acceptance gate result: pass / fail

### Stage 2 — Phase sign-off

- Status: not-started / in-progress / done / blocked
- Open questions: none
`,
    'docs/evidence/pit.md': '# Pit\n',
    'docs/evidence/walls.md': '# Walls\n',
  },
  work: [['docs/phase-1-log.md', '- Evidence links:\n', '- Evidence links: [walls](evidence/walls.md)\n']],
  phase: '1',
  tags: [],
  tag: 'phase-1-complete',
  roles: [null],
  later: ['docs/phase-1-log.md', '200 kg', '20 kg'],
};

export const forms: readonly Form[] = [delivery, discipline, readiness, onePlan, guide];
