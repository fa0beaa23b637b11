import type { IncomingMessage } from 'node:http';
import { at, type Fields, fieldsOf, type Json, listOf, parseJson, textOf } from '../../json.ts';

/** What a request carries. */
export interface Received {
  /** Undefined where there is no body. */
  readonly body: Json | undefined;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly problem: string | null;
}

const read = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const parts: Buffer[] = [];
  for await (const part of request) if (part instanceof Buffer) parts.push(part);
  return Buffer.concat(parts);
};

const fromForm = async (bytes: Buffer<ArrayBuffer>, type: string): Promise<Received> => {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].filter(value => typeof value !== 'string');
  const parsed = parseJson(String(form.get('payload_json') ?? '{}'));
  return {
    body: parsed?.value ?? null,
    files: files.map(({ name, size }) => ({ name, size })),
    problem: parsed === null ? 'payload_json is no JSON' : null,
  };
};

/** Reads a body: JSON, or a form with files whose `payload_json` is the message. */
export const receive = async (request: IncomingMessage): Promise<Received> => {
  const bytes = await read(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [], problem: null };
  if (type.startsWith('multipart/form-data')) return fromForm(bytes, type);
  if (!type.startsWith('application/json'))
    return { body: undefined, files: [], problem: `the content type "${type}" is not JSON` };
  const parsed = parseJson(bytes.toString('utf8'));
  return { body: parsed?.value, files: [], problem: parsed === null ? 'the body is no JSON' : null };
};

const named = (sent: Fields, files: Received['files']): Fields => ({
  ...sent,
  attachments: [
    ...listOf(sent.attachments),
    ...files.filter((_, index) => index >= listOf(sent.attachments).length).map((): Json => ({})),
  ].map((attachment, index): Json => {
    const file = files[Number(textOf(at(attachment, 'id')) || index)];
    return file === undefined
      ? attachment
      : { ...fieldsOf(attachment), filename: file.name, size: file.size };
  }),
});

/** Names and sizes of files join the attachments that announce them. */
export const withFiles = (body: Json | undefined, files: Received['files']): Json | undefined => {
  if (files.length === 0) return body;
  const sent = fieldsOf(body);
  return sent.data === undefined ? named(sent, files) : { ...sent, data: named(fieldsOf(sent.data), files) };
};
