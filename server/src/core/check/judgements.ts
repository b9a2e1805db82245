import { unitNames } from '../gate/delegation.ts';
import { type GateJudgement, judgeGateLine } from '../gate/judge.ts';
import type { Vocabulary } from '../gate/names.ts';
import { bareCommand, purposeOf } from '../gate/siblings.ts';
import type { Gate, GateItem } from '../model.ts';
import type { Command } from '../rules/rule.ts';
import { ownText } from '../source.ts';

/** What is wrong with each condition of a gate, in their order. */
export interface Judge {
  (gate: Pick<Gate, 'items' | 'phase' | 'stage'>): readonly (readonly GateJudgement[])[];
  /** Other names count from now on. @param concerns whether a text may be judged differently for that */
  renew(vocabulary: Vocabulary, concerns: (text: string) => boolean): void;
}

/** So many judgements are remembered at least; twice as many at most. */
const mostRemembered = 2000;

/**
 * Judges gate lines and remembers the answers by text: the same text beside the same neighbours always gets the same answer.
 * @param commands those of the repository
 * @param vocabulary what plan and project name elsewhere
 */
export function rememberingJudge(commands: readonly Command[], vocabulary: Vocabulary): Judge {
  let names = vocabulary;
  let recent = new Map<string, readonly GateJudgement[]>();
  let older = recent;
  const judge = (text: string, { siblings, key: beside }: Neighbours, units: readonly string[]): readonly GateJudgement[] => {
    const own = names.lists.size === 0 ? [] : units.filter((unit) => text.toLowerCase().includes(unit));
    const key = own.length === 0 ? text + beside : `${text}${beside}\0\0${own.join('\0')}`;
    let found = recent.get(key);
    if (found) return found;
    found = older.get(key) ?? judgeGateLine(ownText(text), { commands, siblings, vocabulary: names, own });
    if (recent.size >= mostRemembered) {
      older = recent;
      recent = new Map();
    }
    recent.set(ownText(key), found);
    return found;
  };
  const judgeAll = ({ items, phase, stage }: Pick<Gate, 'items' | 'phase' | 'stage'>) => {
    const telling = tellingItems(items);
    const units = unitNames(phase, stage);
    // Most items tell nothing themselves: all of these have the same neighbours.
    const shared = neighbours(telling);
    return items.map((item) => {
      if (item.mark === 'waived') return [];
      return judge(item.text, telling.includes(item) ? neighbours(telling.filter((other) => other !== item)) : shared, units);
    });
  };
  const renew: Judge['renew'] = (next, concerns) => {
    names = next;
    for (const known of new Set([recent, older])) for (const key of known.keys()) if (concerns(key)) known.delete(key);
  };
  return Object.assign(judgeAll, { renew });
}

interface Neighbours {
  readonly siblings: readonly string[];
  /** What tells these neighbours from others. */
  readonly key: string;
}

function neighbours(items: readonly GateItem[]): Neighbours {
  const siblings = items.map(({ text }) => text);
  return { siblings, key: siblings.map((text) => `\0${text}`).join('') };
}

/**
 * The conditions that may answer for their neighbours: bare commands. Whether there is none, one or more of a purpose is all that counts,
 * so three of each are as good as all; a list of thousands of commands would else cost its square.
 */
function tellingItems(items: readonly GateItem[]): readonly GateItem[] {
  const counts = new Map<string, number>();
  return items.filter(({ text }) => {
    const command = bareCommand(text);
    if (command === undefined) return false;
    const purpose = purposeOf(command);
    counts.set(purpose, (counts.get(purpose) ?? 0) + 1);
    return (counts.get(purpose) ?? 0) <= 3;
  });
}
