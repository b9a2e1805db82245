import { version } from '../../../../package.json';
import type { StatusAnswer } from '../protocol.ts';
import type { Session } from '../session.ts';

/** How the server is doing. */
export function status({ folders, documents }: Session): StatusAnswer {
  return {
    version,
    folders: folders.map(({ uri, isReady, project, revision }) => ({
      folder: uri,
      ready: isReady,
      documents: project.documents.length,
      revision,
    })),
    openDocuments: [...documents.all()].length,
  };
}
