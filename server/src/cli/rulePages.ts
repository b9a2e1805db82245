import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsOf } from '../core/index.ts';

/** The documentation of the rules, which is installed beside the program. */
export interface RulePages {
  /** The folder they should be in. */
  readonly folder: string;
  /** Names of the pages (`gate-unnamed-tests`), none where the folder is missing. */
  names(): readonly string[];
  /** The Markdown of a rule's page; the rule by its id or by the name of its page. */
  tryRead(rule: string): string | undefined;
}

/** @param home absolute path of the installed package */
export function rulePages(home: string): RulePages {
  const folder = join(home, 'docs', 'rules');
  const names = () => {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith('.md') && name !== 'README.md')
        .map((name) => name.slice(0, -'.md'.length))
        .sort();
    } catch {
      return [];
    }
  };
  return {
    folder,
    names,
    tryRead(rule) {
      const name = docsOf(rule).slice('docs/rules/'.length, -'.md'.length);
      // Only names from the folder itself are opened, whatever was typed.
      return names().includes(name) ? readFileSync(join(folder, `${name}.md`), 'utf8') : undefined;
    },
  };
}

/** The heading of a page: what the rule finds. */
export function headingOf(page: string): string {
  return /^#{1,6} +(.+)$/m.exec(page)?.[1]?.trim() ?? '';
}
