/** How much is read, in UTF-16 units: a tool call holds the whole text of the file it writes. */
const longest = 16 * 1024 * 1024;

/** How long somebody may be silent who does not close the pipe, in milliseconds. */
const patience = 1000;

/**
 * What stands on standard input, up to its end. Somebody who stays silent without closing it has said all they wanted to say.
 * @returns undefined where a person sits at it, or where it is too long
 */
export function readStandardInput(stream: NodeJS.ReadStream = process.stdin): Promise<string | undefined> {
  if (stream.isTTY) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    let text = '';
    const end = (result: string | undefined) => {
      clearTimeout(timer);
      stream.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end(text), patience);
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      text += chunk;
      timer.refresh();
      if (text.length > longest) end(undefined);
    });
    stream.once('end', () => end(text));
    stream.once('error', () => end(undefined));
  });
}
