import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The documents that are open in the editor. */
export interface Documents {
  open(params: DidOpenTextDocumentParams): TextDocument;
  /** The changed document, or undefined where it was never opened. */
  change(params: DidChangeTextDocumentParams): TextDocument | undefined;
  /** The document where the saved text is not the one that was kept, else undefined. */
  save(params: DidSaveTextDocumentParams): TextDocument | undefined;
  close(uri: string): void;
  get(uri: string): TextDocument | undefined;
  all(): Iterable<TextDocument>;
}

export function openDocuments(): Documents {
  const documents = new Map<string, TextDocument>();
  return {
    open({ textDocument: { uri, languageId, version, text } }) {
      const document = TextDocument.create(uri, languageId, version, text);
      documents.set(uri, document);
      return document;
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      let document = documents.get(uri);
      if (!document) return undefined;
      for (const change of contentChanges) document = TextDocument.update(document, [clamped(document, change)], version);
      documents.set(uri, document);
      return document;
    },
    save({ textDocument: { uri }, text }) {
      const document = documents.get(uri);
      if (!document || text === undefined || document.getText() === text) return undefined;
      const whole = TextDocument.create(uri, document.languageId, document.version, text);
      documents.set(uri, whole);
      return whole;
    },
    close: (uri) => void documents.delete(uri),
    get: (uri) => documents.get(uri),
    all: () => documents.values(),
  };
}

/** A change inside the document: a range beyond its end would corrupt the line index of the library. */
function clamped(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  return { text: change.text, range: clampedRange(document, change.range) };
}

function clampedRange(document: TextDocument, { start, end }: Range): Range {
  return { start: document.positionAt(document.offsetAt(start)), end: document.positionAt(document.offsetAt(end)) };
}
