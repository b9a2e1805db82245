/**
 * Functions that run inside the page, on the element of a text editor. VS Code draws each line and each squiggle as absolutely
 * positioned boxes in different layers, so that what belongs together has to be found by position.
 * They are sent as text: none may refer to anything outside itself.
 */

/**
 * @param {Element} editor
 * @returns {{ line: number, severity: string, text: string }[]} from top to bottom
 */
export function readSquiggles(editor) {
  const middle = (/** @type {Element} */ element) => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2;
  };
  const at = (/** @type {string} */ selector, /** @type {number} */ y) =>
    [...editor.querySelectorAll(selector)].find((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top <= y && y <= bottom;
    });
  return [...editor.querySelectorAll('.view-overlays .cdr')]
    .flatMap((mark) => {
      const severity = /squiggly-(error|warning|info|hint)/.exec(mark.className)?.[1];
      const line = severity && at('.view-lines > .view-line', middle(mark));
      if (!severity || !line) return [];
      const { left, right } = mark.getBoundingClientRect();
      let text = '';
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let index = 0; index < (node.nodeValue ?? '').length; index++) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const box = range.getBoundingClientRect();
          const center = (box.left + box.right) / 2;
          if (center > left && center < right) text += node.nodeValue?.[index];
        }
      }
      const number = Number(at('.margin-view-overlays .line-numbers', middle(mark))?.textContent);
      return [{ line: number, severity, text: text.replaceAll('\u00a0', ' ') }];
    })
    .sort((a, b) => a.line - b.line);
}

/**
 * @param {Element} editor
 * @param {string} text
 * @returns {{ x: number, y: number } | undefined} within the first character of the first occurrence of `text`, because
 *   VS Code marks a hint only under its first two characters
 */
export function rectOf(editor, text) {
  const lines = [...editor.querySelectorAll('.view-lines > .view-line')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  for (const line of lines) {
    const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (seen <= start && start < seen + length) range.setStart(node, start - seen);
      if (seen < start + text.length && start + text.length <= seen + length) range.setEnd(node, start + text.length - seen);
      seen += length;
    }
    const box = range.getBoundingClientRect();
    return { x: Math.min(box.left + 6, (box.left + box.right) / 2), y: (box.top + box.bottom) / 2 };
  }
  return undefined;
}
