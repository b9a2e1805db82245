import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The environment variable whose value all processes of one run inherit, so that those are found that left their family. */
export const runMark = 'PHASEWISE_RUN';

/** How long processes have to end by themselves after they were asked to, in milliseconds; after it they are ended by force. */
const patience = 1000;
/** When it is given up, in milliseconds after the first request. */
const atLast = 1900;
const step = 40;

/**
 * Ends a process and all it started: also what ignores a polite request, has a group or session of its own, or whose parent is gone.
 * Settles when none is left, after two seconds at the latest.
 *
 * @param pid the process that was started as the leader of its own group
 * @param mark the value of `runMark` in its environment
 */
export async function endTree(pid: number, mark: string): Promise<void> {
  if (process.platform === 'win32') return endOnWindows(pid);
  const began = Date.now();
  let force = false;
  signal(treeOf(pid, mark), 'SIGTERM');
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, step));
    // Looked for again each time: a process may have started others meanwhile.
    const left = treeOf(pid, mark);
    const waited = Date.now() - began;
    if (left.length === 0 || waited > atLast) return;
    force ||= waited > patience;
    if (force) signal(left, 'SIGKILL');
  }
}

/** Ends a process and all it started at once and by force, for a program that has no time left: it is about to end itself. */
export function endTreeAtOnce(pid: number, mark: string): void {
  if (process.platform === 'win32') void endOnWindows(pid);
  else signal(treeOf(pid, mark), 'SIGKILL');
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself.
    }
  }
}

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly marked: boolean;
}

/** The living processes of a tree: children of children, the group and session of the first, and what carries the mark. */
function treeOf(root: number, mark: string): readonly number[] {
  const all = process.platform === 'linux' ? fromProc(mark) : fromPs(mark);
  const found = new Set<number>();
  const belongs = ({ pid, parent, group, session, marked }: ProcessLine) =>
    pid === root || group === root || session === root || marked || found.has(parent);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const one of all) if (one.pid !== process.pid && belongs(one)) found.add(one.pid);
  }
  return [...found];
}

function fromProc(mark: string): readonly ProcessLine[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d{1,10}$/.test(name)) return [];
    const stat = read(join('/proc', name, 'stat'));
    // The name of the program stands in parentheses and may hold anything.
    const [state, parent, group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === undefined || parent === undefined || state === 'Z' || state === 'X') return [];
    const marked = read(join('/proc', name, 'environ')).includes(`${runMark}=${mark}`);
    return [{ pid: Number(name), parent: Number(parent), group: Number(group), session: Number(session), marked }];
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It has ended, or is somebody else's.
    return '';
  }
}

/** Where there is no /proc: macOS shows the environment of a person's own processes behind the command. */
function fromPs(mark: string): readonly ProcessLine[] {
  const shown = process.platform === 'darwin' ? ['-axEww'] : ['-A'];
  const { stdout } = spawnSync('/bin/ps', [...shown, '-o', 'pid=,ppid=,pgid=,state=,command='], {
    encoding: 'latin1',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 1000,
  });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const [, pid, parent, group, state = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)/.exec(line) ?? [];
    if (pid === undefined || state.startsWith('Z')) return [];
    const marked = line.includes(`${runMark}=${mark}`);
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), session: 0, marked }];
  });
}

/** By its full path: a program of that name in the folder must not be the one that runs. */
function endOnWindows(pid: number): Promise<void> {
  const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  return new Promise((resolve) => {
    const child = spawn(taskkill, ['/pid', String(pid), '/T', '/F'], { windowsHide: true, stdio: 'ignore' });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
