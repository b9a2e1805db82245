import { URI } from 'vscode-uri';

/**
 * The rim between URIs and paths: the only file that takes one for the other. Editors spell the same file differently
 * (`file:///C:/a b`, `file:///c%3A/a%20b`); both are one path.
 */

/** The workspace-relative path of a document, or undefined where it is not inside the folder. */
export function toPath(folder: string, uri: string): string | undefined {
  const outer = tryParts(folder);
  const inner = tryParts(uri);
  if (!outer || !inner || outer.origin !== inner.origin || !inner.path.startsWith(`${outer.path}/`)) return undefined;
  const path = inner.path.slice(outer.path.length + 1);
  // `a/../../b` would lead out again, and `\` separates folders on Windows.
  const safe = path !== '' && !path.includes('\0') && path.split(/[/\\]/).every((part) => part !== '..' && part !== '.');
  return safe ? path : undefined;
}

/** The URI of a path in a folder, encoded as VS Code does. */
export function toUri(folder: string, path: string): string {
  const uri = URI.parse(folder);
  return uri.with({ path: `${uri.path.replace(/\/+$/, '')}/${path}`, query: '', fragment: '' }).toString();
}

/** One spelling for all spellings of a URI, to compare by; undefined for what is no URI. */
export function tryNormalUri(uri: string): string | undefined {
  const parts = tryParts(uri);
  return parts && `${parts.origin}${parts.path}`;
}

/** The folder a document is in. */
export function parentUri(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.with({ path: parsed.path.replace(/\/[^/]*$/, '') || '/', query: '', fragment: '' }).toString();
}

/** The path in the file system, or undefined where the URI names something else. */
export function tryFilePath(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}

/** The URI of a file system path, for clients that still name their folder by a path. */
export function fromFilePath(path: string): string {
  return URI.file(path).toString();
}

function tryParts(uri: string): { origin: string; path: string } | undefined {
  try {
    const { scheme, authority, path } = URI.parse(uri, true);
    const drive = path.replace(/^\/([A-Za-z]):/, (_, letter: string) => `/${letter.toLowerCase()}:`);
    return { origin: `${scheme}://${authority.toLowerCase()}`, path: drive.replace(/\/+$/, '') };
  } catch {
    return undefined;
  }
}
