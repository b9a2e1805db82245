import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  gateVerdict,
  moveStatus,
  recordAttempt,
  recordStep,
  stepsOf,
  tagOffer,
} from '../../../server/src/core/index.ts';
import { type Ceremony, ceremony, signed } from './ceremony.ts';
import { type Form, forms } from './forms.ts';

const lineEnds: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['line feeds', (text) => text],
  ['carriage returns and line feeds', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['no line end at the end', (text) => text.replace(/\n$/, '')],
];

/** By hand, outside of Phasewise. */
function typed(at: Ceremony, path: string, words: string, instead: string, write: (text: string) => string): Ceremony {
  const eol = write('\n').includes('\r') ? '\r\n' : '\n';
  const text = at.text(path);
  const start = text.indexOf(words.replaceAll('\n', eol));
  if (start < 0) throw new Error(`${path} has no ${words}`);
  return at.after([{ path, start, end: start + words.replaceAll('\n', eol).length, text: instead.replaceAll('\n', eol) }]);
}

/** From the work that is done to the sign-off; what each step made of the texts. */
function carriedThrough({ files, work, phase, tags, roles }: Form, write: (text: string) => string): readonly Ceremony[] {
  const own = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, write(text)]));
  let at = ceremony(own, phase, tags);
  const all = [at];
  const next = (now: Ceremony) => {
    at = now;
    all.push(now);
  };
  for (const [path, words, instead] of work) next(typed(at, path, words, instead, write));
  const failed = { step: 'The first try', note: 'it fell over' };
  const attempt = { items: [failed], note: null, date: '2026-03-01', actor: 'Ada Marsh', commit: '1a2b3c4' };
  next(at.after(recordAttempt(at.project, at.phase, { ...attempt, outcome: 'fail' })));
  for (const { key } of stepsOf(at.project, at.plan, at.phase)) {
    const outcome = {
      outcome: 'pass',
      note: null,
      date: '2026-03-02',
      actor: 'Ada Marsh',
      commit: null,
      exitCode: null,
      artifact: null,
    };
    next(at.after(recordStep(at.project, at.plan, at.phase, { key }, { ...outcome, outcome: 'pass' })));
  }
  next(at.after(recordAttempt(at.project, at.phase, { ...attempt, outcome: 'pass', items: [], note: 'a wider foot' })));
  if (at.phase.statement && at.phase.status !== 'done') next(at.after(moveStatus(at.project, at.plan, at.phase, 'ready')));
  for (const role of roles) next(at.after(signed(at, { role })));
  return all;
}

const verdict = ({ project, plan, phase }: Ceremony) => gateVerdict(project, plan, phase);

describe.each(forms)('$name', (form) => {
  const steps = carriedThrough(form, (text) => text);
  const last = steps.at(-1) as Ceremony;

  it('is carried through from the work to a green verdict and the sign-off', () => {
    const open = verdict(last).requirements.filter(({ state }) => state === 'fail' || state === 'not-run');
    expect(open.map(({ id, text, items }) => `${id}: ${text}: ${items.map((one) => one.text).join()}`)).toEqual([]);
    expect(last.phase.status).toBe('signed_off');
    expect(last.phase.signoffs.at(-1)).toMatchObject({
      outcome: 'approved',
      actor: 'Ada Marsh',
      date: '2026-03-01',
      commit: '1a2b3c4',
      correlationId: `phase-${form.phase}-2026-03-01-1a2b3c4`,
    });
    expect(last.phase.attempts).toMatchObject([
      { number: 1, outcome: 'fail', fix: 'a wider foot' },
      { number: 2, outcome: 'pass' },
    ]);
    expect(verdict(steps[0] as Ceremony).pass).toBe(false);
  });

  it('changes no other phase, and what it writes contradicts nothing', () => {
    const others = ({ plan }: Ceremony) =>
      plan.phases
        .filter(({ id }) => id !== form.phase)
        .map(({ id, status, gates, tasks, signoffs }) => [id, status, gates.length, tasks.length, signoffs.length]);
    expect(others(last)).toEqual(others(steps[0] as Ceremony));
    const found = [...last.project.findings.values()].flat().map(({ rule, message }) => `${rule}: ${message}`);
    expect(found.filter((one) => /^(?:status|sequence|document)\//.test(one))).toEqual([]);
  });

  it('and the sign-off itself brings no finding', () => {
    const found = ({ project }: Ceremony) =>
      [...project.findings.values()].flat().map(({ rule, at, message }) => `${at.path} ${rule}: ${message}`);
    const before = found(steps.at(-1 - form.roles.length) as Ceremony);
    expect(found(last).filter((one) => !before.includes(one))).toEqual([]);
  });

  it('is offered its tag, and locked', () => {
    expect(tagOffer(last.project, last.plan, last.phase)).toMatchObject({ name: form.tag, problem: null });
    const { project } = last;
    const [path, words, instead] = form.later;
    const text = applyEdits(path, last.text(path), [
      { path, start: last.text(path).indexOf(words), end: last.text(path).indexOf(words) + words.length, text: instead },
    ]);
    const changed = project.settling(project.sources.keys()).with([{ path, text }]);
    expect(changed.findings.get(path)?.map(({ rule }) => rule)).toContain('status/changed-after-signoff');
    const again = project.settling(project.sources.keys()).with([{ path, text: `${last.text(path)}\n\nThanks to all.\n` }]);
    expect([...again.findings.values()].flat().filter(({ rule }) => rule === 'status/changed-after-signoff')).toEqual([]);
  });

  it.each(lineEnds)('with %s each step writes the same', (_, write) => {
    const other = carriedThrough(form, write);
    expect(other).toHaveLength(steps.length);
    for (const [index, step] of steps.entries())
      for (const path of Object.keys(form.files)) {
        const text = other[index]?.text(path) ?? '';
        expect(
          text
            .replace(/^\uFEFF/, '')
            .replaceAll('\r\n', '\n')
            .replace(/\n*$/, ''),
        ).toBe(step.text(path).replace(/\n*$/, ''));
        expect(text.startsWith('\uFEFF')).toBe(write('').startsWith('\uFEFF'));
        if (write('\n') === '\r\n') expect(text.replaceAll('\r\n', '')).not.toContain('\n');
      }
  });
});
