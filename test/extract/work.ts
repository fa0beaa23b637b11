/**
 * Counts the steps of a run without a clock: characters that patterns look at, names looked up, and elements that lists
 * are searched, filtered or copied by. What grows faster than the text grows in one of them.
 */
export interface Work {
  readonly characters: number;
  readonly elements: number;
}

type Test = (value: unknown, index: number, all: unknown[]) => unknown;

export const workOf = (run: () => void): Work => {
  const { exec } = RegExp.prototype;
  const { slice, filter, find, findLast, some } = Array.prototype;
  let characters = 0;
  let elements = 0;
  const counted =
    (test: Test): Test =>
    (value, index, all) => {
      elements += 1;
      return test(value, index, all);
    };
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
  Array.prototype.filter = function (test: Test) {
    elements += this.length + 1;
    return filter.call(this, test);
  };
  Array.prototype.find = function (test: Test) {
    return find.call(this, counted(test));
  };
  Array.prototype.findLast = function (test: Test) {
    return findLast.call(this, counted(test));
  };
  Array.prototype.some = function (test: Test) {
    return some.call(this, counted(test));
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(Array.prototype, { slice, filter, find, findLast, some });
  }
  return { characters, elements };
};
