/**
 * # A matter of taste
 *
 * The deciding word is a judgement: clean, clear, intuitive, robust, ready, good, appropriate, user-friendly, production-ready.
 *
 * **Why it matters.** Whether it holds depends on who looks. The author finds the layout clear; the reviewer does not; the gate does not
 * help them.
 *
 * - Bad: `Error messages are user-friendly`
 * - Good: `Every form error names its field and what is allowed, e.g. "Age: 0 to 120"`
 *
 * **What to write instead.** What you would point at to convince somebody: the text, the count, the command that finds nothing.
 *
 * **Not flagged.** A judging word beside the thing that decides it ("clean: `git status` prints nothing"), names ("clean install",
 * "Clear button", "smart contract") and conditions ("until images are ready").
 */
import { uncountedFaults } from '../../gate/faults.ts';
import { replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine, Word } from '../../gate/gateLine.ts';
import { asideTells, evidenceIn, explained, isCodeSubject, isObservable, namesActor, outweighed } from '../../gate/settle.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { HARMLESS_BEFORE } from '../../gate/vocabulary/judgements.ts';
import { TOOLS, UNNAMED_PEOPLE } from '../../gate/vocabulary/things.ts';
import { BE, observableVerbs, processVerbs } from '../../gate/vocabulary/verbs.ts';
import { isConjunction, isDeterminer, isPreposition, isSubjective } from '../../gate/wordClasses.ts';
import { inCondition } from '../../gate/words.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const subjectiveQuality: GateRule = {
  id: 'gate/subjective-quality',
  summary: 'The deciding word is a matter of taste.',
  scope: 'gate',
  severity: 'warning',
  category: 'subjective',
  check: (line) => {
    const span = findJudgement(line);
    if (!span) return undefined;
    const words = wordsAt(line, span);
    return {
      start: span.start,
      end: span.end,
      message: `"${words}" is a judgement: it depends on who looks. Say what one would point at to show it.`,
      fixes: [
        replaceWords('Say what is seen', span, '«shows "text"»'),
        replaceWords('Say what a command finds', span, '«`npm run lint` exits 0»'),
      ],
    };
  },
};

function findJudgement(line: GateLine): Span | undefined {
  for (const [index, clause] of line.clauses.entries()) {
    if (explained(line, index) || outweighed(line, index)) continue;
    const faults = uncountedFaults(line, clause, index);
    if (faults) return faults;
    const at = clause.words.findIndex(
      (word, i) => isJudging(clause.words, word, i) && !inCondition(clause.words, i) && !namesActor(clause, i),
    );
    const word = clause.words[at];
    if (!word || isSettled(line, clause, index, at)) continue;
    return { start: word.start, end: lastOfRow(clause.words, at).end };
  }
  return undefined;
}

/** "clear, simple and modern" is one judgement in three words. */
function lastOfRow(words: readonly Word[], at: number): Span {
  let last = at;
  for (;;) {
    let next = last + 1;
    while (words[next]?.text === ',' || words[next]?.text === 'and' || words[next]?.text === '/') next++;
    const word = words[next];
    if (next === last + 1 || word?.kind !== 'word' || !isSubjective(word.text)) return words[last] ?? { start: 0, end: 0 };
    last = next;
  }
}

/** Whether something decides beside the judging word: behind it where it is said of the subject, anywhere where it stands before a noun. */
function isSettled(line: GateLine, clause: Clause, index: number, at: number): boolean {
  const word = clause.words[at];
  if (!word) return false;
  if (isCodeSubject(clause) && /^(?:clean|ok|fine|good|correct|crisp|healthy)$/.test(word.text)) return true;
  // "Working tree is clean": a tool says so.
  if (word.text === 'clean' && clause.subject.some((subject) => CLEAN_BY_TOOL.has(subject.text) || TOOLS.has(subject.text)))
    return true;
  // "No table is readable without a policy": under which condition is said.
  if (
    /[ai]ble$/.test(word.text) &&
    clause.words.slice(at + 1).some((next) => /^(?:without|unless|only|by|until)$/.test(next.text)) &&
    /^(?:no|only|each|every)$/.test(clause.subject[0]?.text ?? '')
  )
    return true;
  if (!isSaidOf(clause, at)) {
    // "in the expected format": expected by whom?
    if (word.text === 'expected' && EXPECTABLE.test(clause.words[at + 1]?.text ?? ''))
      return evidenceIn(line, index).some((thing) => thing.start > word.start);
    // "shows a sorted list with simple names": the act is seen, and the word only helps to name its object.
    if (
      (isObservable(clause) || isEvent(clause)) &&
      (clause.words[at - 1]?.text === 'of' || (NAMING.has(word.text) && !isCorrectThing(clause.words, at)))
    )
      return true;
    return isShownBeside(line, index, clause, at) && !isPurpose(clause, at);
  }
  // "95 % of the users find it easy": the share decides.
  if (
    clause.predicate.kind === 'active' &&
    evidenceIn(line, index).some((thing) => thing.kind === 'number' && thing.start < word.start)
  )
    return true;
  const mute = !asideTells(clause);
  // "ready with licence, guide and policy": what it takes is listed.
  if (clause.words[at + 1]?.text === 'with' && evidenceIn(line, index).some((thing) => thing.kind === 'list')) return true;
  return evidenceIn(line, index).some(
    (thing) => thing.start > word.start && thing.kind !== 'list' && !(mute && thing.kind === 'aside'),
  );
}

/**
 * Whether something stands beside the word that shows what it means. The subject's name and the name of the thing praised do not: "`report`
 * prints a meaningful `Summary`".
 */
function isShownBeside(line: GateLine, index: number, clause: Clause, at: number): boolean {
  if (explained(line, index)) return true;
  const word = clause.words[at];
  const praised = clause.words[at + 1];
  return evidenceIn(line, index).some(
    (thing) =>
      (thing.kind !== 'code' && thing.kind !== 'name' && thing.kind !== 'list') ||
      (thing.kind === 'list' && (isObservable(clause) || clause.predicate.kind === 'imperative')) ||
      clause.asides.some((aside) => aside.start === thing.start) ||
      (word !== undefined &&
        thing.start > word.start &&
        !inCondition(
          clause.words,
          clause.words.findIndex((other) => other.start === thing.start),
        ) &&
        (thing.start !== praised?.start || !/^`?[A-Za-z_.]+`?$/.test(line.text.slice(thing.start, thing.end)))),
  );
}

/** "is committed on the correct branch": something happens, and the word only helps to say where. */
function isEvent(clause: Clause): boolean {
  const { kind, lemma } = clause.predicate;
  return (kind === 'passive' || kind === 'participle') && observableVerbs.has(lemma) && !processVerbs.has(lemma);
}

const EXPECTABLE = /^(?:formats?|shapes?|structures?|forms?|behaviou?rs?|ways?|manner|ranges?|levels?|order|layouts?)$/;

/** "shows correct states": which state is correct is the question; "with the correct sign" only names. */
function isCorrectThing(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text === 'the' ? words[at - 2] : words[at - 1];
  return words[at]?.text === 'correct' && !/^(?:with|and|as|by|for|from|via|including|,|on|in|to|into)$/.test(before?.text ?? '');
}

/** Adjectives that name as often as they praise: "falls back to simple names", "with an accurate count". */
const NAMING = setOf(
  'accurate best better clean confident correct detailed easy expected explicit fair familiar flexible fluid functional high-level holistic incomplete intelligent logical measurable modular neat operational organic perfect powerful practical predictable premium recognizable refined resilient responsible reusable rich right safe satisfied secure self-contained simple simpler smart sound specific strong testable traceable up-to-date valuable verifiable',
);

const CLEAN_BY_TOOL = setOf('tree worktree checkout git repository diff lint linter build typecheck console log logs output');

/** "updated to support proper syntax": behind "to", the word tells what the work was for. */
function isPurpose(clause: Clause, at: number): boolean {
  const { predicate, words } = clause;
  return (
    (predicate.kind === 'participle' || predicate.kind === 'passive') &&
    words.slice(predicate.end, at).some((word) => word.text === 'to')
  );
}

const SCREENS =
  /^(?:layouts?|designs?|mobile|desktops?|screens?|viewports?|phones?|tablets?|devices?|resolutions?|breakpoints?|pages?|navigation|styling)$/;

function isJudging(words: readonly Word[], word: Word, i: number): boolean {
  // "Responsive on phones": of a layout it is taste, of a system it asks for a number.
  const layout = word.text === 'responsive' && words.some((other) => SCREENS.test(other.text));
  if (word.kind !== 'word' || !(isSubjective(word.text) || layout) || words[i - 1]?.text === 'not') return false;
  const next = words[i + 1];
  if (next?.kind === 'word' && HARMLESS_BEFORE[word.text]?.has(next.text)) return false;
  // "Team aligned": an agreement that nobody recorded.
  if (word.text === 'aligned' && words.slice(0, i).some((other) => UNNAMED_PEOPLE.has(other.text))) return false;
  // "Clean Ubuntu image": freshly installed.
  if (word.text === 'clean' && (next?.capital || next?.kind === 'name')) return false;
  // "Clear the cache", "right-click": an order or a name at the front.
  if (
    i === 0 &&
    word.text === 'clear' &&
    (next === undefined || next.kind !== 'word' || isDeterminer(next.text) || /[^s]s$/.test(next.text))
  )
    return false;
  // "with specific file paths": before a noun, these only say that there are several or that they are written out.
  if (
    /^(?:specific|explicit)$/.test(word.text) &&
    next?.kind === 'word' &&
    !isPreposition(next.text) &&
    !isConjunction(next.text)
  )
    return false;
  // "traceable to a test": to what is said.
  if (/able$/.test(word.text) && next?.text === 'to' && /^(?:a|an|the|each|one|its)$/.test(words[i + 2]?.text ?? ''))
    return false;
  // "report ready", "shows healthy": what is reported, not what is thought of it.
  const ends = next?.kind !== 'word' || /^(?:when|while|if|until|once|unless|after|before|for)$/.test(next.text);
  if (ends && /^(?:report|return|show|print|display)(?:s|ed)?$/.test(words[i - 1]?.text ?? '')) return false;
  // "for easy rollback": a purpose, not the condition.
  if (words[i - 1]?.text === 'for') return false;
  // A capital in the middle of a line is the name of a button or a product.
  return !((word.capital || word.acronym) && i > 0);
}

/** "is clean", "code clean", "clean and simple": said of the subject; otherwise it stands before a noun. */
function isSaidOf(clause: Clause, at: number): boolean {
  const before = clause.words[at - 1];
  const after = clause.words[at + 1];
  if (
    before &&
    (BE.has(before.text) ||
      /^(?:remains?|stays?|looks?|feels?|seems?|becomes?|kept|more|very|fully|so|not)$/.test(before.text) ||
      before.text.endsWith('ly'))
  )
    return true;
  return (
    !after ||
    after.kind === 'mark' ||
    /^(?:and|or|for|to|on|in|at|with|across|by|from|when|before|after|enough|but)$/.test(after.text)
  );
}
