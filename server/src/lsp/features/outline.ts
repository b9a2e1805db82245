import { toOutlineReport } from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { OutlineAnswer } from '../protocol.ts';

/** The plans of a folder, as the CLI's `outline` has them. */
export function outline(folder: Folder): OutlineAnswer {
  return { ...toOutlineReport(folder.project), folder: folder.uri };
}
