/**
 * # Evidence that leads nowhere
 *
 * Evidence points to a file, a section, a line or a commit that is not there, or to an address that is none. Whoever judges the gate
 * cannot look at what proves it. Paths count from the document or from the root of the workspace; in words that are no link, folders at
 * the front may be missing (`auth.test.ts`). Nothing is opened outside the workspace and nothing is fetched.
 *
 * ## Bad
 *
 * ```markdown
 * | Item | Evidence |
 * |---|---|
 * | Oven reaches 280 °C | [heat log](evidence/heat-lgo.md#oven-1) |
 * ```
 *
 * ## Good
 *
 * ```markdown
 * | Item | Evidence |
 * |---|---|
 * | Oven reaches 280 °C | [heat log](evidence/heat-log.md#oven-1) |
 * ```
 *
 * Where one file or heading is spelled nearly like it, the quick fix writes that one.
 *
 * A path that leads out of the workspace, to another computer or to one machine only (`../../x`, `/home/me/x.txt`, `C:\x.txt`,
 * `\\server\x.txt`, `file:…`) is flagged however the phase is: nobody else can follow it.
 *
 * ## What it leaves alone
 *
 * Commands, routes and prose. Files as long as nobody knows which there are, and what `.gitignore` leaves out is not there for it. Commits
 * where Git was not asked, and links to a commit on a page. File names in a plan whose evidence names no file that is there: it may be
 * about another repository. Sections and tests of files whose text is not part of the plan. In a phase
 * that has not begun a missing file is a hint, in one under way a warning, and an error in one that claims to be done; words that are no
 * link count one step less, for they may tell of a file that was.
 */
import type { EvidenceTarget, Place, Severity } from '../../model.ts';
import type { Life } from '../../plan/life.ts';
import { type Broken, brokenness } from '../../proof/broken.ts';
import { pointersOf } from '../../proof/pointers.ts';
import type { Hit, PlanRule, RuleContext } from '../rule.ts';

export const brokenLink: PlanRule = {
  id: 'evidence/broken-link',
  scope: 'plan',
  severity: 'warning',
  summary: 'Evidence points to a file, section, commit or address that is not there.',
  *check(context): Iterable<Hit> {
    const { standing, history, files, ask } = context;
    const hasCommit = (hash: string) => (history?.has(hash) ? history.get(hash) !== null : undefined);
    for (const { targets, at } of pointersOf(context.plan, context.words)) {
      for (const target of targets) {
        const broken = brokenness(target, at.path, { files, ask, hasCommit });
        // A plan of which no evidence names a file that is there may be about another repository; its links still have to lead somewhere.
        if (!broken || (!standing.isHere && target.form !== 'link' && broken.unknown)) continue;
        const place = { path: at.path, start: target.at.start, end: target.at.end };
        yield toHit(broken, place, severities[target.form][standing.life], context);
      }
    }
  },
};

function toHit({ message, instead }: Broken, place: Place, severity: Severity, { words }: RuleContext): Hit {
  if (!instead) return { message, at: place, severity };
  // Where it is not known which of the words are the address, none are replaced.
  const exact = !/\s|\]\(/.test(words(place)?.text ?? ' ');
  const fixes = exact ? [{ title: `Write \`${instead}\``, edits: [{ ...place, text: instead }], preferred: true }] : [];
  return { message, at: place, severity, fixes };
}

const severities: Readonly<Record<EvidenceTarget['form'], Readonly<Record<Life, Severity>>>> = {
  link: { ahead: 'hint', now: 'warning', claimed: 'error' },
  words: { ahead: 'hint', now: 'information', claimed: 'warning' },
};
