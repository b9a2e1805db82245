import { readInline } from '../markdown.ts';
import { shellFence } from './checkParts.ts';
import type { Field, Outline, Passage, Section } from './outline.ts';
import { topicOfLabel } from './vocabulary.ts';

/** Sections that are one test each: their outermost boxes are steps with expectations among them. */
export function testSections(listed: readonly Passage[]): readonly Section[] {
  const expecting = (passage: Passage) => passage.label?.topic?.role === 'expected';
  const steps = listed.filter((passage) => passage.block.type === 'item' && passage.block.depth === 0);
  const any = steps.some((passage) => expecting(passage) && passage.section.heading !== null);
  if (!any) return [];
  // Where steps are numbered or ticked, plain bullets explain something.
  const isStep = (passage: Passage) => isStepBox(passage) || isNumbered(passage) || expecting(passage);
  const marked = steps.some((passage) => isStepBox(passage) || isNumbered(passage));
  const sections = new Set(steps.filter((passage) => !marked || isStep(passage)).map(({ section }) => section));
  return [...sections].filter((section) => section.heading !== null && !isAboutTests(section));
}

/** In a test plan a section whose own sections are called "Steps" and "Expected result" is one test. */
export function isPartedTest(section: Section, outline: Outline): boolean {
  const inPlan = section.announced?.topic.role === 'checklist' && section.heading !== null;
  return inPlan && (hasParts(section, outline) || isNumberedTest(section, outline)) && !isAboutTests(section);
}

/** A section called "Scenario 2: …" or "TC-04 …" in which nothing is ticked is one test, however it is told. */
function isNumberedTest(section: Section, outline: Outline): boolean {
  if (!testName.test(section.plain)) return false;
  const passages = outline.passagesIn(section);
  const inside = passages.length + outline.sectionsIn(section).length;
  return inside > 0 && !passages.some(({ block }) => block.type === 'table' || (block.type === 'item' && block.box));
}

const testName = /^\W{0,6}(?:test(?: case)?|scenario|case|tc|uat|st)[ -]?#?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?\b/i;

/** The title over "Steps" without an expected result heads a list of tests, it is none. */
function hasParts(section: Section, outline: Outline): boolean {
  return outline
    .sectionsIn(section)
    .some(
      (part) =>
        topicOfLabel(part.plain)?.role === 'expected' ||
        (section.level > 1 && stepsName.test(part.plain) && outline.sectionsIn(part).length === 0),
    );
}

const stepsName = /^\W{0,6}(?:test )?(?:steps|procedure|actions|steps to (?:test|reproduce|verify))\W{0,6}$/i;

/** The sections inside a section, to any depth. */
export function partsOf(section: Section, outline: Outline): readonly Section[] {
  return outline.sectionsIn(section).flatMap((inner) => [inner, ...partsOf(inner, outline)]);
}

/** A section that says below its heading what to expect, and in a test plan or beside a result: `expected: …`, `result: pass`. */
export function isLabelledTest(section: Section, outline: Outline): boolean {
  if (!section.heading || section.level < 2 || isAboutTests(section)) return false;
  const own = ownFields(section, outline);
  if (own.length === 0) return false;
  const roles = new Set(own.map(({ label }) => label.topic?.role));
  const inPlan = section.announced?.topic.role === 'checklist';
  if (inPlan && roles.has('result') && !(roles.size === 1 && outline.passagesIn(section).length === 1)) return true;
  if (!roles.has('expected')) return inPlan && roles.has('gate') && shellFence(outline.passagesIn(section)) !== undefined;
  if (roles.has('result') || inPlan) return true;
  return section.announced === null && shellFence(outline.passagesIn(section)) !== undefined;
}

/** A box that is ticked when a step is done; `PASS` and `FAIL` are the outcome of the whole. */
function isStepBox({ block }: Passage): boolean {
  return block.type === 'item' && block.box !== null && !outcomeWord.test(readInline(block.text.text).plain.trim());
}

/** The outcome of a test, as a box that is ticked. */
export const outcomeWord = /^\W*(?:pass(?:ed)?|fail(?:ed)?|skip(?:ped)?|blocked|n\/a|go|no-?go|yes|no|ok)\W*$/i;

export function isNumbered({ block }: Passage): boolean {
  return block.type === 'item' && block.ordinal !== null;
}

/** Sections of a test plan that speak of the tests and are none: how to report, what was noted. */
export function isAboutTests(section: Section): boolean {
  for (let at: Section | null = section; at; at = at.parent) if (aboutTests.test(at.plain.slice(0, 80))) return true;
  return false;
}

const aboutTests =
  /^\W{0,9}(?:(?:general |test |testing )?(?:notes?|instructions?|summary|legend|conventions?|overview)\W{0,9}$|(?:\d{1,3}[.)] )?(?:test )?(?:set-?up|clean-?up|tear-?down|environment|prerequisites?|pre-?conditions?)\W{0,9}$|(?:test )?(?:data|accounts?|users?)(?: conventions?| set-?up)?\W{0,9}$|(?:known|common) (?:issues|limitations|problems|risks)\b|(?:issues|bugs|defects|problems) (?:found|noted)\b|(?:test )?(?:results?|objectives?|goals?|scope|tools?|categories|types|levels|areas|strategy|approach|schedule)\W{0,9}$|how to\b|(?:bug|issue|defect) (?:report|log))|\btemplates?\W{0,9}$|\[(?:title|name|description)\]/i;

/** Labels that stand directly in the section of a test. */
export function ownFields(section: Section, outline: Outline): readonly Field[] {
  return outline.fieldsIn(section).filter((field) => !field.parent);
}
