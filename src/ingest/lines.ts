/**
 * Lines of a stream of UTF-8, without their ends (LF or CR LF) and without a byte order mark. A last line without an
 * end counts; what is no UTF-8 becomes the replacement character.
 * @param longest in UTF-16 units. Of a longer line only the beginning is kept, longer than `longest` by one or two, so
 * that memory stays bounded and the reader can tell
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array | string>,
  longest = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  let length = 0;
  const keep = (piece: string): void => {
    // Two more: one that shows that the line is too long, one for the CR of a line that is not.
    const kept = piece.slice(0, Math.max(0, longest + 2 - length));
    if (kept !== '') rest.push(kept);
    length += kept.length;
  };
  const take = (): string => {
    const line = rest.join('').replace(/\r$/, '');
    rest = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...more] = text.split('\n');
    keep(first);
    for (const next of more) {
      yield take();
      keep(next);
    }
  }
  keep(decoder.decode());
  if (length > 0) yield take();
}
