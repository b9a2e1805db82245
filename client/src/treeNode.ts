import type { Located } from '../../server/src/lsp/protocol.ts';
import type { CommandId } from './commandTable.ts';

/** One row of the tree, as plain data. */
export interface TreeNode {
  /** Unique in its folder; stays the same when lines move or a status changes. */
  readonly id: string;
  readonly kind: 'plan' | 'phase' | 'stage' | 'group' | 'item';
  readonly label: string;
  /** Stands beside the label: everything the icon says is said here in words. */
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly tooltip: string;
  /** What a click calls, where that is not to reveal its place. */
  readonly command: CommandId | null;
  /** Where it is defined, to reveal it. */
  readonly place: Located | null;
  /** Id of the phase it belongs to. */
  readonly phase: string | null;
  /** The id or title under which its document knows it, for what can be deferred. */
  readonly subject: string | null;
  /** Words that menus ask for: `phase`, `current`, `pinned`, `gate`, `verdict`, `step`, `task`. */
  readonly traits: readonly string[];
  /** Shown with its children at first. */
  readonly expanded: boolean;
  /** Nothing is left to do. */
  readonly closed: boolean;
  readonly children: readonly TreeNode[];
}

/** A row from what is known of it; its id is a key among its siblings until `withIds` makes it unique. */
export function row(given: Partial<TreeNode> & Pick<TreeNode, 'id' | 'kind' | 'label' | 'icon'>): TreeNode {
  const defaults = {
    description: '',
    command: null,
    place: null,
    phase: null,
    subject: null,
    traits: [],
    expanded: false,
    closed: false,
    children: [],
  };
  return { ...defaults, tooltip: given.label, ...given };
}

/** Rows whose ids are paths of keys; the second row of the same key among its siblings becomes `key~2`. */
export function withIds(rows: readonly TreeNode[], parent = ''): readonly TreeNode[] {
  const seen = new Map<string, number>();
  return rows.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    const id = `${parent}/${one.id}${count > 1 ? `~${count}` : ''}`;
    return { ...one, id, children: withIds(one.children, id) };
  });
}

/** Without the rows in which nothing is left to do. */
export function openOnly(rows: readonly TreeNode[]): readonly TreeNode[] {
  return rows
    .filter((one) => !one.closed)
    .map((one) => ({ ...one, children: openOnly(one.children) }))
    .filter((one) => one.kind !== 'group' || one.children.length > 0);
}
