import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

function generate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'scripts/generate.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('scripts/generate.mjs', { timeout: 180_000 }, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phasewise-generate-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing to do in the project', () => {
    expect(generate('--check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('lists what is missing, out of date or left over, and mends it', () => {
    expect(generate('--check', '--root', folder).stderr).toMatch(/^docs\/settings\.md is missing$/m);
    expect(generate('--root', folder).status).toBe(0);
    expect(generate('--check', '--root', folder).status).toBe(0);
    writeFileSync(join(folder, 'docs/settings.md'), 'changed');
    writeFileSync(join(folder, 'docs/rules/gate-gone.md'), '# Gone');
    const found = generate('--check', '--root', folder);
    expect(found.status).toBe(1);
    expect(found.stderr).toMatch(/docs\/settings\.md is out of date\ndocs\/rules\/gate-gone\.md belongs to no rule\n/);
    generate('--root', folder);
    expect(generate('--check', '--root', folder).status).toBe(0);
  });

  it('makes a schema that knows every key and rule', () => {
    const schema = JSON.parse(readFileSync(join(project, 'schemas/phasewise.schema.json'), 'utf8'));
    expect(Object.keys(schema.properties)).toEqual([
      'documents',
      'phase',
      'tag',
      'scope',
      'evidence',
      'run',
      'gates',
      'editor',
      'rules',
      'statuses',
    ]);
    expect(schema.properties.scope.properties.mode.enum).toEqual(['off', 'hint', 'warning']);
    expect(schema.properties.rules.properties['gate/unnamed-tests'].enum).toContain('off');
    expect(schema.properties.rules.additionalProperties).toBe(false);
  });
});
