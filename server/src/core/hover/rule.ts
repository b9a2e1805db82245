import { rules } from '../rules/index.ts';
import { settingsPath } from '../settings.ts';
import type { Card, Pointed } from './card.ts';

/** No rule has a longer id. UTF-16 units. */
const longest = 101;

/** A rule by its id: in a comment that hides findings, in the configuration. */
export function ruleCard(pointed: Pointed): Card | undefined {
  const { source, offset, facts, project } = pointed;
  const isComment = facts.disables.some(({ at }) => at.start <= offset && offset <= at.end);
  if (!isComment && source.path !== settingsPath) return undefined;
  const from = Math.max(0, offset - longest);
  const near = [...source.text.slice(from, offset + longest).matchAll(/[a-z-]{1,40}\/[a-z-]{1,60}/g)];
  const word = near.find(({ 0: id, index }) => from + index <= offset && offset <= from + index + id.length);
  const rule = word && rules.find(({ id }) => id === word[0]);
  if (!rule) return undefined;
  const at = { start: from + word.index, end: from + word.index + rule.id.length };
  const configured = project.settings.rules.get(rule.id);
  const how =
    configured === undefined || configured === rule.severity ? rule.severity : `${configured} here, ${rule.severity} by itself`;
  return { at, lines: [[{ strong: rule.id }, ` · ${how}`], [rule.summary], ['What it is about: ', { rule: rule.id }]] };
}
