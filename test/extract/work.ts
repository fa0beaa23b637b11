/**
 * Counts the steps of a run without a clock: characters that patterns look at, names looked up, and elements that lists
 * are filtered or copied by. What grows faster than the text grows in one of them.
 */
export interface Work {
  readonly characters: number;
  readonly elements: number;
}

export const workOf = (run: () => void): Work => {
  const { exec } = RegExp.prototype;
  const { slice, filter } = Array.prototype;
  let characters = 0;
  let elements = 0;
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // A sticky pattern that fails looks at one place only.
    const end = match === null ? (this.sticky ? from : text.length) : match.index + match[0].length;
    characters += end - from + 1;
    return match;
  };
  Array.prototype.slice = function (...range) {
    const copied = slice.apply(this, range);
    elements += copied.length + 1;
    return copied;
  };
  Array.prototype.filter = function (test: (value: unknown, index: number, all: unknown[]) => unknown) {
    elements += this.length + 1;
    return filter.call(this, test);
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
    Array.prototype.slice = slice;
    Array.prototype.filter = filter;
  }
  return { characters, elements };
};
