import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { builtCli, runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';
import { phase1, vague } from './vague.ts';

/** Attaches the server to the opened file, waits for findings and prints them, all with Neovim's own client. */
const script = `
  local client = vim.lsp.start_client({ name = 'phasewise', cmd = { vim.env.NODE, vim.env.CLI, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(0, client)
  vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  local shown = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(shown, { line = one.lnum + 1, column = one.col + 1, endColumn = one.end_col + 1, rule = one.code or one.user_data.lsp.code, message = one.message })
  end
  io.stdout:write(vim.json.encode(shown))
  vim.cmd('qall!')
`;

test.runIf(hasNeovim())('Neovim shows the findings of the command line', async () => {
  const folder = testFolder([
    [phase1, vague],
    ['attach.lua', script],
  ]);
  const args = ['--clean', '--headless', phase1, '-c', 'luafile attach.lua'];
  const env = { ...process.env, NODE: process.execPath, CLI: builtCli, XDG_STATE_HOME: join(folder.path, 'state') };
  const { stdout } = await promisify(execFile)('nvim', args, { cwd: folder.path, env, timeout: 25_000 });
  const { out } = await runCli(folder.path, ['check', phase1, '--format', 'json']);
  const expected = JSON.parse(out).findings as Record<string, unknown>[];
  expect(expected.length).toBeGreaterThan(0);
  expect(JSON.parse(stdout)).toEqual(
    expected.map(({ line, column, endColumn, rule, message }) => ({ line, column, endColumn, rule, message })),
  );
});

function hasNeovim(): boolean {
  try {
    execFileSync('nvim', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
