import { type Asked, type Completion, into, type Slot } from './completion.ts';

/** The keys or values that a place takes and that are known beforehand. */
export function offerWords(asked: Asked, slot: Slot): readonly Completion[] {
  return (slot.words ?? []).map(({ word, meaning, behind }) => ({
    label: word,
    kind: slot.wants === 'key' ? ('key' as const) : ('value' as const),
    detail: meaning,
    edit: into(slot, asked, word + (behind ?? '')),
  }));
}
