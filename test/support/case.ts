/** A scenario as one text file; see ARCHITECTURE.md, "How a case looks". */
export interface Case {
  /** What it shows: the text before the first document. */
  readonly title: string;
  /** Texts by workspace-relative path, without the marker lines; files that are only named (`-- files --`) and edited ones are empty. */
  readonly files: ReadonlyMap<string, string>;
  readonly markers: readonly Marker[];
  /** Texts by path as they were before the edit that the case is about. */
  readonly before: ReadonlyMap<string, string>;
  /** What the repository's history says since a commit or day: `4f2a9c1: src/a.ts, src/b.ts`; `unknown` where there is no such commit. */
  readonly history: ReadonlyMap<string, readonly string[] | null>;
  /** Names of the repository's tags. */
  readonly tags: readonly string[];
  /** Paths that count as edited. */
  readonly touched: readonly string[];
  /** Texts by path after the preferred fix, else the first, of every finding was applied. */
  readonly fixed: ReadonlyMap<string, string>;
  /** What is offered or shown at a place: `-- complete: path --`, `-- hover: path --`. */
  readonly asked: readonly Question[];
  /** What an editor adds to whole documents: `-- inlay: path --`, `-- tokens: path --`. */
  readonly drawn: readonly Drawing[];
}

/** The lines of a document to which something is added, in order, each with what is added between `‹` and `›`. */
export interface Drawing {
  readonly kind: 'inlay' | 'tokens';
  readonly path: string;
  readonly lines: readonly string[];
}

/** A question about a place: its first line is one of the document, with `|` where the cursor stands. */
export interface Question {
  readonly kind: 'complete' | 'hover';
  readonly path: string;
  /** As in the case, for messages. */
  readonly line: string;
  /** 0-based. */
  readonly position: { readonly line: number; readonly character: number };
  readonly answer: readonly string[];
}

/** An expected finding; positions are 1-based, columns in UTF-16 units, `endColumn` exclusive. */
export interface Marker {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly rule: string;
  /** Words the message must contain; empty where any message will do. */
  readonly message: string;
}

/** Reads a case. Throws with the number of the line that is no line of a case. */
export function readCase(text: string): Case {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const title: string[] = [];
  const sections: { head: string; lines: string[]; markers: Marker[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const head = /^-- (.+) --$/.exec(line)?.[1];
    const section = sections.at(-1);
    if (head !== undefined) sections.push({ head, lines: [], markers: [] });
    else if (!section) title.push(line);
    else if (isMarkerLine(line)) section.markers.push(...readMarkers(line, section.head, section.lines.length, index + 1));
    else section.lines.push(line);
  }
  const textOf = (section: { lines: string[] }) => section.lines.map((line) => `${line}\n`).join('');
  const isDocument = ({ head }: { head: string }) =>
    !/^(?:touched$|tags$|files$|history$|(?:fixed|before|complete|hover|inlay|tokens): )/.test(head);
  const documents = sections.filter(isDocument);
  const textsUnder = (prefix: string) =>
    new Map(
      sections
        .filter(({ head }) => head.startsWith(prefix))
        .map((section) => [section.head.slice(prefix.length), textOf(section)]),
    );
  const listUnder = (name: string) =>
    sections.filter(({ head }) => head === name).flatMap((section) => section.lines.filter((line) => line.trim() !== ''));
  // Files of which only the name matters, and edited ones: an edit is of a file that is there.
  const files = new Map(documents.map((section) => [section.head, textOf(section)]));
  for (const path of ['files', 'touched'].flatMap(listUnder)) files.set(path, files.get(path) ?? '');
  return {
    title: title.join(' ').trim(),
    files,
    markers: documents.flatMap((section) => section.markers),
    before: textsUnder('before: '),
    history: new Map(listUnder('history').map(readHistory)),
    tags: listUnder('tags'),
    touched: listUnder('touched'),
    fixed: textsUnder('fixed: '),
    asked: sections.flatMap(({ head, lines: [line = '', ...answer] }) => {
      const [, kind, path = ''] = /^(complete|hover): (.+)$/.exec(head) ?? [];
      if (!kind) return [];
      const position = positionOf(line, files.get(path) ?? '', path);
      return [{ kind: kind as Question['kind'], path, line, position, answer }];
    }),
    drawn: sections.flatMap(({ head, lines: drawn }) => {
      const [, kind, path = ''] = /^(inlay|tokens): (.+)$/.exec(head) ?? [];
      const wanted = drawn.filter((one) => one.trim() !== '' && one !== '(nothing)');
      return kind ? [{ kind: kind as Drawing['kind'], path, lines: wanted }] : [];
    }),
  };
}

/** Where the line of a question stands in its document, without the `|` of the cursor; a table has others of them. */
function positionOf(line: string, text: string, path: string): Question['position'] {
  const lines = text.split('\n');
  const found = [...line.matchAll(/\|/g)].flatMap(({ index }) => {
    const bare = line.slice(0, index) + line.slice(index + 1);
    return lines.flatMap((one, number) => (one === bare ? [{ line: number, character: index }] : []));
  });
  const [place] = found;
  if (!place || found.length > 1) throw new Error(`${path}: ${found.length} places for the cursor in “${line}”`);
  return place;
}

function readHistory(line: string): readonly [string, readonly string[] | null] {
  const [key = '', paths = ''] = line.split(': ');
  return [key, paths === 'unknown' ? null : paths.split(', ').filter(Boolean).sort()];
}

/** Carets and the id of a rule: `   ^^^^ gate/unnamed-tests Which tests?`. */
const marker = /(\^+)[ \t]+([a-z][a-z0-9-]*\/[a-z0-9-]+)([^^]*)/g;

function isMarkerLine(line: string): boolean {
  return /^[ \t]*\^+[ \t]+[a-z][a-z0-9-]*\/[a-z0-9-]+/.test(line);
}

function readMarkers(line: string, path: string, documentLine: number, caseLine: number): Marker[] {
  const found = [...line.matchAll(marker)].map(([, carets = '', rule = '', message = ''], at, all) => {
    const column = (all[at]?.index ?? 0) + 1;
    return { path, line: Math.max(1, documentLine), column, endColumn: column + carets.length, rule, message: message.trim() };
  });
  if (found.length === 0) throw new Error(`line ${caseLine}: this is no marker: ${line}`);
  return found;
}
