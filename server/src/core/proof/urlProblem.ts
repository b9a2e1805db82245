/**
 * Why an address names no page, or undefined. Only its form is looked at (https://url.spec.whatwg.org/#host-parsing, as far as people
 * get it wrong); nothing is fetched.
 * @param url begins with `http:` or `https:`
 */
export function urlProblem(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@\s]{0,200}@)?([^/?#]*)/i.exec(url)?.[1];
  if (host === undefined) return 'it needs `//` behind the colon';
  const [name = '', port = ''] = host.startsWith('[') ? [host] : host.split(':', 2);
  if (name === '') return 'it names no host';
  if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535)) return `\`${port}\` is no port`;
  if (/^\[[\da-f:.]{2,45}\](?::\d{1,5})?$/i.test(host)) return undefined;
  if (/[<>{}\s|^`\\]|…|\.\.|^[.-]|-$/u.test(name)) return `\`${name}\` is no host`;
  return undefined;
}
