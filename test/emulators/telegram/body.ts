import type { IncomingMessage } from 'node:http';
import { type Fields, isFields, type Json, parseJson } from '../json.ts';
import { parameterTypes, writeUpload } from './facts.ts';

const bytesOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

/** A form knows text alone: numbers, lists and objects are read by what the parameter is described as. */
const ofForm = (method: string, name: string, text: string): Json => {
  const types = parameterTypes(method, name);
  if (types.includes('String') && !(types.includes('Integer') && /^-?\d+$/.test(text))) return text;
  return parseJson(text)?.value ?? text;
};

const ofText = (method: string, pairs: Iterable<readonly [string, string]>): Fields => {
  const fields: Fields = {};
  for (const [name, text] of pairs) fields[name] = ofForm(method, name, text);
  return fields;
};

const ofMultipart = async (method: string, type: string, body: Buffer<ArrayBuffer>): Promise<Fields> => {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const fields: Fields = {};
  for (const [name, value] of form) {
    // telegraf names the method once more in a form; Telegram takes that.
    if (name === 'method') continue;
    fields[name] =
      typeof value === 'string'
        ? ofForm(method, name, value)
        : writeUpload({ name: value.name, type: value.type, text: await value.text() });
  }
  return fields;
};

/** Parameters of a call in any of the forms that the Bot API takes; null where the body is no JSON object. */
export const paramsOf = async (
  request: IncomingMessage,
  method: string,
  query: URLSearchParams,
): Promise<Fields | null> => {
  const body = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  const asked = ofText(method, query);
  if (body.length === 0) return asked;
  if (type.startsWith('multipart/form-data')) return { ...asked, ...(await ofMultipart(method, type, body)) };
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { ...asked, ...ofText(method, new URLSearchParams(body.toString())) };
  const value = parseJson(body.toString())?.value;
  return isFields(value) ? { ...asked, ...value } : null;
};
