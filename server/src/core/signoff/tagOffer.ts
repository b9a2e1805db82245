import type { Phase, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { nameOf } from '../scope.ts';
import { defaultSettings } from '../settings.ts';
import { tagNameProblem } from './tagName.ts';
import { templateOf } from './tagTemplate.ts';

/** The annotated tag that marks the passed gate of a phase, for a person to set. */
export interface TagOffer {
  readonly name: string;
  /** One line, for the tag's annotation. */
  readonly message: string;
  /** Why it cannot be set; null where it can. */
  readonly problem: string | null;
}

/**
 * The tag to set when a phase is through: named as `tag` in phasewise.yaml says, else as the repository's tags of earlier phases are. It
 * is only ever offered; nothing is forced and nothing pushed.
 */
export function tagOffer(project: Project, plan: Plan, phase: Phase): TagOffer {
  const configured = project.settings.tag;
  const detected = configured === defaultSettings.tag ? templateOf(project.tags ?? [], plan.phases) : undefined;
  const name = (detected ?? configured).replaceAll('{n}', phase.id);
  const message = messageOf(phase);
  return { name, message, problem: problemOf(project, phase, name) };
}

function problemOf({ tags }: Project, phase: Phase, name: string): string | null {
  const bad = tagNameProblem(name);
  if (bad) return `${JSON.stringify(name)} is no name for a tag: ${bad}. Set another \`tag\` in phasewise.yaml.`;
  if (tags === undefined) return 'This folder is in no Git repository, so there is nothing to tag.';
  if (phase.tag !== null && phase.tag !== name) return `${nameOf(phase)} has the tag ${phase.tag} already.`;
  // Git keeps tags as files: on most disks of laptops two names that differ in case are one.
  const taken = tags.find((one) => one.toLowerCase() === name.toLowerCase());
  if (taken !== undefined) return `The tag ${taken} exists already. It is left as it is.`;
  const around = tags.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}/`));
  return around === undefined ? null : `Git cannot keep ${name} beside the tag ${around}.`;
}

/** `Phase 2: Market - gate passed`, one line of what can be shown. */
function messageOf({ id, title }: Phase): string {
  const name = `Phase ${id}${title === null ? '' : `: ${title}`}`.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return `${name.slice(0, 200)} - gate passed`;
}
