import type { Plan } from '../model.ts';
import { type Asked, type Completion, into, type Slot } from './completion.ts';

/** Commands that the repository really has, and those that manual tests of the plan run. */
export function offerCommands(asked: Asked, slot: Slot): readonly Completion[] {
  const own = asked.project.commands;
  const texts = new Set(own.map(({ text }) => text));
  const offer = (text: string, detail: string): Completion => ({
    label: text,
    kind: 'command',
    detail,
    edit: into(slot, asked, text),
  });
  return [
    ...own.map(({ text, purpose }) =>
      offer(text, purpose === 'other' ? 'a script of this repository' : `${purpose} · a script of this repository`),
    ),
    ...testedWith(asked.plan)
      .filter((text) => !texts.has(text))
      .map((text) => offer(text, 'a manual test of this plan runs it')),
  ];
}

/** The most lines that are offered from manual tests. */
const most = 30;

function testedWith(plan: Plan | undefined): readonly string[] {
  const items = [...(plan?.phases ?? []).flatMap((phase) => phase.checklist), ...(plan?.checklist ?? [])];
  return [...new Set(items.flatMap(({ command }) => (command === null || /[\r\n`]/.test(command) ? [] : [command])))].slice(
    0,
    most,
  );
}
