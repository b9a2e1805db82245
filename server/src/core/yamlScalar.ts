/** A text on one line as a YAML scalar that reads back as it is: plain where that is safe, else in single quotes. */
export function yamlScalar(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} .()/_-]*$/u.test(line) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(line);
  return isPlain ? line : `'${line.replace(/'/g, "''")}'`;
}
