import type { Severity } from '../core/index.ts';

/** From the loudest to the quietest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether a severity is as loud as another, or louder. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
