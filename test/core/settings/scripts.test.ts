import { describe, expect, it } from 'vitest';
import { readScripts, scriptFiles } from '../../../server/src/core/read/scripts.ts';
import { toSource } from '../../../server/src/core/source.ts';

function scripts(path: string, text: string): readonly string[] {
  return readScripts(toSource(path, text)).map((command) => `${command.purpose}: ${command.text}`);
}

describe('readScripts', () => {
  it('reads package.json, the plain commands before their variants', () => {
    const body = {
      'test:e2e': 'x',
      prepare: 'x',
      pretest: 'x',
      test: 'vitest',
      build: 'tsc',
      lint: 'biome',
      'check:types': 'tsc',
      dev: 'vite',
    };
    expect(scripts('package.json', JSON.stringify({ scripts: body }))).toEqual([
      'test: npm test',
      'build: npm run build',
      'lint: npm run lint',
      'other: npm run dev',
      'test: npm run test:e2e',
      'typecheck: npm run check:types',
    ]);
    expect(scripts('package.json', JSON.stringify({ packageManager: 'pnpm@9.1.0', scripts: { test: 'x', lint: 'y' } }))).toEqual([
      'test: pnpm test',
      'lint: pnpm lint',
    ]);
    expect(scripts('package.json', JSON.stringify({ packageManager: 'yarn@4.0.0', scripts: { test: 'x' } }))).toEqual([
      'test: yarn test',
    ]);
    expect(scripts('package.json', JSON.stringify({ scripts: { test: 'echo "Error: no test specified" && exit 1' } }))).toEqual(
      [],
    );
  });

  it('reads Makefile targets and nothing else of a Makefile', () => {
    const text =
      '.PHONY: test lint\nCC := gcc\nFLAGS ?= -O2\ntest lint: build\n\tgo test: all\nbuild: main.c\nmain.o: main.c\n%.o: %.c\n# note: this\nbin/app: x\n';
    expect(scripts('Makefile', text)).toEqual(['test: make test', 'lint: make lint', 'build: make build']);
  });

  it('reads a Taskfile, pyproject.toml, Cargo.toml and go.mod', () => {
    expect(
      scripts(
        'Taskfile.yml',
        "version: '3'\ntasks:\n  test:\n    cmds: [go test]\n  setup: {internal: true}\n  lint: golangci-lint run\n",
      ),
    ).toEqual(['test: task test', 'lint: task lint']);
    const python =
      '[tool.pytest.ini_options]\naddopts = "-q"\n[tool.ruff.lint]\nselect = ["E"]\n[tool.mypy]\nstrict = true\n[tool.poe.tasks]\nsmoke = "x"\n[tool.hatch.envs.docs.scripts]\nbuild = "mkdocs"\n';
    expect(scripts('pyproject.toml', python)).toEqual([
      'test: pytest',
      'lint: ruff check .',
      'typecheck: mypy .',
      'test: poe smoke',
      'build: hatch run docs:build',
    ]);
    expect(scripts('Cargo.toml', '[package]\nname = "a"\n')[0]).toBe('test: cargo test');
    expect(scripts('go.mod', 'module example.org/a\n\ngo 1.22\n')).toContain('test: go test ./...');
  });

  it('never throws and knows only its own files', () => {
    for (const path of scriptFiles)
      for (const text of ['', '{', 'null', '[]', '{"scripts": 1}', '\uFEFF{"scripts":{"a\\nb":"x"}}', '[tool', ':', '\0'])
        expect(scripts(path, text)).toEqual([]);
    expect(scripts('web/package.json', '{"scripts":{"test":"x"}}')).toEqual([]);
  });
});
