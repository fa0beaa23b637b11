/**
 * Lines of a stream of UTF-8, without their ends (LF or CR LF). A last line without an end counts; what is no UTF-8
 * becomes the replacement character.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...more] = text.split('\n');
    rest.push(first);
    for (const next of more) {
      yield rest.join('').replace(/\r$/, '');
      rest = [next];
    }
  }
  const last = rest.join('') + decoder.decode();
  if (last !== '') yield last.replace(/\r$/, '');
}
