/**
 * The files that a patch of the tool `apply_patch` changes, in the order in which it names them.
 * Its form: https://github.com/openai/codex/blob/main/codex-rs/apply-patch/apply_patch_tool_instructions.md
 */
export function patchedPaths(patch: string): readonly string[] {
  return patch.split(/\r?\n/).flatMap((line) => {
    const head = heads.find((one) => line.startsWith(one));
    return head ? [line.slice(head.length).trim()] : [];
  });
}

const heads = ['*** Add File: ', '*** Update File: ', '*** Delete File: ', '*** Move to: '] as const;
