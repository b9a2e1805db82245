import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsOf } from '../core/index.ts';

/** The documentation of the rules, which is installed beside the program. */
export interface RulePages {
  /** The Markdown of a rule's page, or undefined where it is not installed. */
  readonly tryRead: (rule: string) => string | undefined;
  /** Where the page should be. */
  readonly pathOf: (rule: string) => string;
}

/**
 * The pages in an installed package.
 * @param home absolute path of the package
 */
export function rulePages(home: string): RulePages {
  const pathOf = (rule: string) => join(home, docsOf(rule));
  return {
    pathOf,
    tryRead(rule) {
      try {
        return readFileSync(pathOf(rule), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}
