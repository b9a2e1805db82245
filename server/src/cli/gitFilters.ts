/**
 * Settings for Git that switch off the filters which a repository's own configuration names: comparing files with a commit would start
 * them. Those of the person (Git LFS, as it is usually installed) go on working.
 * @param listed what `git config --show-scope -z --name-only --get-regexp ^filter\.` prints
 * @param env the environment that Git will get; settings in it stay
 */
export function filtersOff(listed: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const fields = listed.split('\0');
  const names = new Set<string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope = '', key = ''] = [fields[at], fields[at + 1]];
    if (scope === 'local' || scope === 'worktree') names.add(key.slice(0, key.lastIndexOf('.')));
  }
  const first = Number.parseInt(env.GIT_CONFIG_COUNT ?? '', 10) || 0;
  const settings = [...names].flatMap((name) => [
    [`${name}.clean`, ''],
    [`${name}.process`, ''],
    [`${name}.required`, 'false'],
  ]);
  return {
    GIT_CONFIG_COUNT: String(first + settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, key],
        [`GIT_CONFIG_VALUE_${first + index}`, value],
      ]),
    ),
  };
}
