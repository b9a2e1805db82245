/** The shape of `vscode.l10n.t`, so that modules without `vscode` can be translated too. */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;

/** A status as a person reads it: its word, and the name of a codicon that always stands beside the word. */
export interface StatusWord {
  readonly word: string;
  readonly icon: string;
  /** Nothing is left to do: hidden when only open work is shown. */
  readonly closed: boolean;
}

/** The word and icon of a status; `unknown` has no word, because nothing states it. */
export function statusWord(status: string, t: Translate): StatusWord {
  switch (status) {
    case 'planned':
      return { word: t('planned'), icon: 'circle-outline', closed: false };
    case 'in_progress':
      return { word: t('in progress'), icon: 'play-circle', closed: false };
    case 'blocked':
      return { word: t('blocked'), icon: 'circle-slash', closed: false };
    case 'ready':
      return { word: t('ready for sign-off'), icon: 'bell', closed: false };
    case 'partial':
      return { word: t('partly done'), icon: 'color-mode', closed: false };
    case 'done':
      return { word: t('done'), icon: 'pass', closed: true };
    case 'signed_off':
      return { word: t('signed off'), icon: 'verified', closed: true };
    case 'deferred':
      return { word: t('deferred'), icon: 'arrow-right', closed: true };
    case 'removed':
      return { word: t('removed'), icon: 'circle-slash', closed: true };
    default:
      return { word: '', icon: 'circle-outline', closed: false };
  }
}

/** The word and icon of a checkbox or a recorded result; null where the text has neither. */
export function resultWord(result: string | null, t: Translate): StatusWord {
  switch (result) {
    case 'pass':
      return { word: t('passed'), icon: 'pass', closed: true };
    case 'fail':
      return { word: t('failed'), icon: 'error', closed: false };
    case 'skip':
      return { word: t('skipped'), icon: 'dash', closed: true };
    case 'waived':
      return { word: t('waived'), icon: 'circle-slash', closed: true };
    case 'done':
      return { word: t('done'), icon: 'pass', closed: true };
    case 'partial':
    case 'blocked':
      return statusWord(result, t);
    case 'open':
      return { word: t('open'), icon: 'circle-outline', closed: false };
    default:
      return { word: '', icon: 'circle-outline', closed: false };
  }
}

/** How a phase is called everywhere: "Phase 2: Production runtime". */
export function phaseName({ id, title }: { readonly id: string; readonly title: string | null }, t: Translate): string {
  return title ? t('Phase {0}: {1}', id, plain(title)) : t('Phase {0}', id);
}

/** Text of a document as a label: marks of code, strong text and links are left out, white space is folded. */
export function plain(text: string): string {
  const unmarked = text.replace(marked, (_, code?: string, strong?: string, link?: string) => code ?? strong ?? link ?? '');
  return unmarked.replace(/\s+/g, ' ').trim();
}

/** Code comes first: what looks like a mark inside it is none. */
const marked = /`([^`]{1,500})`|\*\*([^\s*][^*`]{0,500})\*\*|!?\[([^\][]{0,300})\]\([^()\s]{0,500}\)/g;

/** Text of a document where the editor would draw `$(name)` as an icon: there it stays what it is. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\(([\w~-]+)\)/g, '\\$($1)');
}
