import { type HookInput, type HookKind, hookKinds } from './kinds.ts';
import { patchedPaths } from './patch.ts';

/** A tool that an agent wants to use on files. */
export interface ToolCall {
  readonly kind: HookKind;
  /** The files it would change, as the agent names them. */
  readonly paths: readonly string[];
  /** Where relative paths begin, as the agent says. */
  readonly cwd: string | undefined;
}

/** Nobody edits so many files in one call. */
const mostPaths = 1000;

/**
 * What an agent asks its hook, from the JSON it sends.
 * @returns words for a person where it is nothing that can be judged
 */
export function readToolCall(text: string): ToolCall | string {
  const input = tryObject(text);
  if (!input) return 'standard input is no JSON object';
  const event = input.hook_event_name ?? input.hookEventName;
  const kind = hookKinds.find((one) => one.isAsking(input, event));
  if (!kind) return 'the input does not ask about a tool that is about to be used';
  const tool = input.tool_name ?? input.toolName;
  if (typeof tool !== 'string' || !writingTools.has(tool.toLowerCase())) return 'this tool does not name the files it changes';
  const paths = [...new Set(pathsOf(input.tool_input ?? input.toolArgs))];
  if (paths.length === 0) return 'the input names no file';
  if (paths.length > mostPaths) return `the input names more than ${mostPaths} files`;
  return { kind, paths, cwd: typeof input.cwd === 'string' ? input.cwd : undefined };
}

/** Tools of these agents that change files they name, in lower case. What a shell command changes cannot be told. */
const writingTools: ReadonlySet<string> = new Set([
  // Claude Code; Cursor and GitHub Copilot share some of the names.
  'edit', 'write', 'multiedit', 'notebookedit',
  // VS Code.
  'editfiles', 'create_file', 'insert_edit_into_file', 'replace_string_in_file', 'multi_replace_string_in_file', 'edit_notebook_file',
  // Codex, VS Code, GitHub Copilot.
  'apply_patch',
  // Cursor.
  'strreplace', 'delete', 'tabwrite', 'editnotebook',
  // GitHub Copilot.
  'create',
  // Gemini CLI.
  'write_file', 'replace',
]); // biome-ignore format: a word list reads better in lines

/** The names under which tools take the path of a file, and those under which they take lists of files or of edits that have one. */
const pathKeys = ['file_path', 'filePath', 'notebook_path', 'path', 'target_file', 'target_notebook'] as const;
const listKeys = ['files', 'edits', 'replacements'] as const;
/** The names under which they take a patch. */
const patchKeys = ['patch', 'input', 'command'] as const;

/** The files that the arguments of a tool name; undefined where one of them is no path. */
function pathsOf(args: unknown): readonly string[] | undefined {
  if (typeof args === 'string') {
    const inner = tryObject(args);
    return inner ? pathsOf(inner) : patchedPaths(args);
  }
  if (!isObject(args)) return undefined;
  const named: unknown[] = pathKeys.filter((key) => args[key] !== undefined).map((key) => args[key]);
  for (const key of listKeys) {
    const list = args[key];
    if (!Array.isArray(list)) continue;
    // An edit without a path of its own is one of the file that is named beside the list.
    for (const one of list) {
      if (!isObject(one)) named.push(one);
      else named.push(...pathKeys.filter((name) => one[name] !== undefined).map((name) => one[name]));
    }
  }
  for (const key of patchKeys) {
    const patch = args[key];
    if (typeof patch === 'string') named.push(...patchedPaths(patch));
  }
  return named.every((path) => typeof path === 'string' && path !== '') ? (named as string[]) : undefined;
}

function tryObject(text: string): HookInput | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is HookInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
