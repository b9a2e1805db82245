/** Rules whose findings no edit can mend that is worked out from the plan, and why. They can be left alone with a reason like all others. */
export const withoutMend: Readonly<Record<string, string>> = {
  'document/broken-yaml': 'What was meant by a text that cannot be read is not known.',
  'document/not-read': 'The document is too large or too deep: what to leave out is for its author to say.',
  'document/unreadable': 'There is no text to edit.',
  'evidence/stale': 'Whether it still holds is seen by whoever looks again.',
  'scope/exception-ended': 'Whether the entry goes, the day moves or the file comes into scope is for whoever allowed it.',
  'scope/hidden': 'Whether an exclude or an include is the wrong one is known to whoever wrote them.',
  'scope/locked-files': 'Whether the change of what was signed off is meant is a decision about the work.',
  'scope/not-read': 'What was meant by so many alternatives is not known.',
  'scope/overlap': 'To which of the two phases the files belong is a decision about the work.',
  'scope/too-wide': 'What the phase is about is known to people.',
  'scope/unowned': 'To which phase a folder belongs, or to all, is a decision about the work.',
  'sequence/dependency-cycle': 'Any of its links may be the wrong one, and all of them are named.',
  'sequence/started-early': 'Whether to wait or to drop the dependency is a decision about the work, not about the text.',
  'structure/duplicate-phase':
    'Tags, tasks and branches name the number: which of the two phases they mean is only known to people.',
};
