import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definitionsOf, nameAt, offsetAt, type Place, sameNames, sameNamesIn } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Folder } from '../folder.ts';
import type { Placed } from '../session.ts';
import { toUri } from '../uris.ts';

/** Where the phase, stage or task under the cursor is defined. */
export function definitions({ position }: DefinitionParams, placed: Placed): Location[] {
  const found = nameUnder(position, placed);
  return found ? definitionsOf(placed.folder.project, found).map((place) => toLocation(place, placed.folder)) : [];
}

/** Every place of the plan that names what is under the cursor. */
export function references({ position, context }: ReferenceParams, placed: Placed): Location[] {
  const found = nameUnder(position, placed);
  return found
    ? sameNames(placed.folder.project, found)
        .filter(({ role }) => context.includeDeclaration || role !== 'definition')
        .map((place) => toLocation(place, placed.folder))
    : [];
}

/** The places of this document that name what is under the cursor. */
export function highlights({ position }: DefinitionParams, placed: Placed): DocumentHighlight[] {
  const { project } = placed.folder;
  const found = nameUnder(position, placed);
  return found
    ? sameNamesIn(project, found, placed.path).map((name) => ({
        range: toRange(name, project.sources),
        kind: name.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
    : [];
}

function nameUnder({ line, character }: DefinitionParams['position'], { folder, path }: Placed) {
  const source = folder.project.sources.get(path);
  return source && nameAt(folder.project, path, offsetAt(source, { line, column: character }));
}

/** A place as the protocol has it, in the spelling of the URI that the editor uses. */
export function toLocation(place: Place, folder: Folder): Location {
  return { uri: folder.openUri(place.path) ?? toUri(folder.uri, place.path), range: toRange(place, folder.project.sources) };
}
