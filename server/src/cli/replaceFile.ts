import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Why a file was left as it was, in words that follow its name. */
export interface NotReplaced {
  readonly why: string;
}

/**
 * Gives a file a new text, whole or not at all: it is written beside the file, brought to the disk and put in its place in one step, so
 * that a full disk or an end in the middle leaves the old text. Mode, owner and the link that leads to the file stay.
 * @param before what was read; where the file holds anything else by now, it is left alone
 */
export function replaceFile(path: string, before: string, text: string): NotReplaced | undefined {
  let temporary: string | undefined;
  try {
    const file = realpathSync(path);
    sweep(dirname(file));
    accessSync(file, constants.W_OK);
    temporary = join(dirname(file), `.phasewise-${process.pid}-${Date.now()}.tmp`);
    const { mode, uid, gid } = stateOf(file, before);
    write(temporary, text, { mode, uid, gid });
    // Once more, as late as can be: somebody may have saved it meanwhile.
    stateOf(file, before);
    renameSync(temporary, file);
    bringToDisk(dirname(file));
    return undefined;
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return { why: error instanceof Changed ? 'was changed meanwhile' : reasonOf(error) };
  }
}

class Changed extends Error {}

/** Mode and owner of a file that still holds these very bytes; text that is no UTF-8 was not read as it stands. */
function stateOf(file: string, before: string): { mode: number; uid: number; gid: number } {
  const handle = openSync(file, 'r');
  try {
    if (!readFileSync(handle).equals(Buffer.from(before))) throw new Changed();
    const { mode, uid, gid } = fstatSync(handle);
    return { mode: mode & 0o7777, uid, gid };
  } finally {
    closeSync(handle);
  }
}

function write(file: string, text: string, { mode, uid, gid }: { mode: number; uid: number; gid: number }): void {
  // `wx`: nothing that stands there is followed or replaced.
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    const own = fstatSync(handle);
    if (process.platform !== 'win32' && (own.uid !== uid || own.gid !== gid)) chownSync(file, uid, gid);
    chmodSync(file, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a run left behind that was killed in the middle. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\.phasewise-(\d{1,10})-\d{1,16}\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The name in its folder, too; not every system lets a folder be opened. */
function bringToDisk(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The text itself is on the disk.
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'could not be written: there is no room left on the disk';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'may not be written (no permission)';
    case 'ENOENT':
    case 'ELOOP':
      return 'is a link that leads nowhere, or was deleted meanwhile';
    default:
      return `could not be written (${error instanceof Error ? error.message : String(error)})`;
  }
}
