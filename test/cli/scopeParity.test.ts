import { win32 } from 'node:path';
import { expect, test } from 'vitest';
import { insidePath } from '../../server/src/cli/insidePath.ts';
import { run } from '../../server/src/cli/run.ts';
import { Project, pathVerdict } from '../../server/src/core/index.ts';
import { protocol, type ScopeAnswer } from '../../server/src/lsp/protocol.ts';
import { runCli } from '../support/built.ts';
import { type TestFolder, testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';
import { planWith, scopePairs } from '../support/scopePairs.ts';

const document = 'docs/plan.md';

test('there are enough pairs to mean something', () => {
  expect(scopePairs.flatMap(([, verdicts]) => Object.keys(verdicts)).length).toBeGreaterThanOrEqual(60);
});

test('the language server gives the verdicts of the table', { timeout: 60_000 }, async () => {
  const folders = scopePairs.map(([line]) => testFolder([[document, planWith(line)]]));
  const client = await startClient({ folders: folders.map(({ uri }) => uri) });
  await client.settled();
  for (const [at, [line, verdicts]] of scopePairs.entries()) {
    const folder = folders[at] as TestFolder;
    const paths = Object.keys(verdicts);
    const answer = await client.request<ScopeAnswer>(protocol.scope, { uris: paths.map((path) => folder.uriOf(path)) });
    const given = Object.fromEntries(answer.verdicts.map(({ verdict }, index) => [paths[index], verdict]));
    expect({ line, ...given }).toEqual({ line, ...verdicts });
  }
});

test('the command line gives them, with slashes and as people on Windows type', { timeout: 60_000 }, async () => {
  for (const [line, verdicts] of scopePairs) {
    const folder = testFolder([[document, planWith(line)]]);
    const typed = Object.keys(verdicts);
    const paths = [
      ...typed,
      ...typed.map((path) => path.replaceAll('/', '\\')),
      ...typed.map((path) => `${folder.path}/${path}`),
    ];
    const { out, err } = await runCli(folder.path, ['scope', '--format', 'json', '--', ...paths]);
    expect(err).toBe('');
    const reports: { path: string; verdict: string }[] = JSON.parse(out).paths;
    expect(reports.map(({ path }) => path)).toEqual([...typed, ...typed, ...typed]);
    for (const part of [0, 1, 2]) {
      const given = reports.slice(part * typed.length, (part + 1) * typed.length).map(({ path, verdict }) => [path, verdict]);
      expect({ line, ...Object.fromEntries(given) }).toEqual({ line, ...verdicts });
    }
  }
});

test('the hook of an agent refuses what is out, allows what is in, and leaves the rest', { timeout: 60_000 }, async () => {
  for (const [line, verdicts] of scopePairs) {
    const folder = testFolder([[document, planWith(line)]]);
    for (const [path, verdict] of Object.entries(verdicts)) {
      const hidden = path.split('/').some((part) => part.startsWith('.'));
      const expected = verdict === 'out' ? 'deny' : verdict === 'in' && !hidden ? 'allow' : undefined;
      expect({ line, path, decision: await decisionOn(folder, path) }).toEqual({ line, path, decision: expected });
    }
  }
});

test('on Windows, a path is the same path however its drive and its folders are written', () => {
  for (const [line, verdicts] of scopePairs) {
    const project = Project.empty.with([{ path: document, text: planWith(line) }]);
    for (const [path, verdict] of Object.entries(verdicts)) {
      for (const typed of [
        `C:\\Work\\App\\${path.replaceAll('/', '\\')}`,
        `c:/work/app/${path}`,
        `c:\\WORK/app\\x\\..\\${path}`,
      ]) {
        const inside = insidePath(win32, 'C:\\Work\\App', win32.resolve('C:\\Work\\App', typed));
        expect({ line, inside, verdict: pathVerdict(project, inside ?? '').verdict }).toEqual({ line, inside: path, verdict });
      }
    }
  }
});

/** What Claude Code is told about a file, without a process for each. */
async function decisionOn(folder: TestFolder, path: string): Promise<string | undefined> {
  const tool = {
    hook_event_name: 'PreToolUse',
    tool_name: 'Edit',
    tool_input: { file_path: `${folder.path}/${path}` },
    cwd: '/',
  };
  let answer = '';
  const terminal = {
    cwd: folder.path,
    interactive: false,
    coloured: false,
    input: async () => JSON.stringify(tool),
    ask: async () => undefined,
    onInterrupt: () => () => {},
    out: (text: string) => {
      answer += text;
    },
    err: () => undefined,
  };
  expect(await run(['scope', '--hook'], terminal, { home: '/', startServer: async () => undefined })).toBe(0);
  return answer === '' ? undefined : JSON.parse(answer).hookSpecificOutput.permissionDecision;
}
