import { type GateJudgement, judgeGateLine } from '../gate/judge.ts';
import { bareCommand, purposeOf } from '../gate/siblings.ts';
import type { GateItem } from '../model.ts';
import type { Command } from '../rules/rule.ts';
import { ownText } from '../source.ts';

/** What is wrong with each condition of a gate, in their order. */
export type Judge = (items: readonly GateItem[]) => readonly (readonly GateJudgement[])[];

/** So many judgements are remembered at least; twice as many at most. */
const mostRemembered = 20_000;

/**
 * Judges gate lines and remembers the answers by text: the same text beside the same neighbours always gets the same answer.
 * @param commands those of the repository
 */
export function rememberingJudge(commands: readonly Command[]): Judge {
  let recent = new Map<string, readonly GateJudgement[]>();
  let older = recent;
  const judge = (text: string, siblings: readonly string[]): readonly GateJudgement[] => {
    const key = siblings.length === 0 ? text : `${text}\0${siblings.join('\0')}`;
    let found = recent.get(key);
    if (found) return found;
    found = older.get(key) ?? judgeGateLine(ownText(text), { commands, siblings });
    if (recent.size >= mostRemembered) {
      older = recent;
      recent = new Map();
    }
    recent.set(ownText(key), found);
    return found;
  };
  return (items) => {
    const telling = tellingItems(items);
    return items.map((item) => {
      if (item.mark === 'waived') return [];
      const others = telling.filter((other) => other !== item).map((other) => other.text);
      return judge(item.text, others);
    });
  };
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
