import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Faults } from './faults.ts';
import type { Person } from './person.ts';
import type { Transcript } from './transcript.ts';

const Wrong = z.union([
  z.strictObject({ status: z.int(), description: z.string().exactOptional() }),
  z.enum(['html', 'garbage', 'reset', 'hang', 'stored-then-reset', 'stored-then-500']),
]);

const FaultList = z.array(
  z.strictObject({
    wrong: Wrong,
    method: z.string().exactOptional(),
    chat: z.int().exactOptional(),
    times: z.int().exactOptional(),
  }),
);

const Said = z.strictObject({ text: z.string() });

/** The emulator's controls for another process: GET transcript, POST faults and says below `/_emulator`. */
export const control =
  ({
    transcript,
    faults,
    user,
  }: {
    readonly transcript: Transcript;
    readonly faults: Faults;
    readonly user: Person;
  }) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    const reply = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const what = `${request.method} ${request.url}`;
    if (what === 'GET /_emulator/transcript')
      return reply(200, { entries: transcript.entries, violations: transcript.violations });
    if (what === 'POST /_emulator/faults') {
      faults.add(...FaultList.parse(JSON.parse(body)));
      return reply(200, { left: faults.left() });
    }
    if (what === 'POST /_emulator/says') {
      const { text, pieces, buttons } = await user.says(Said.parse(JSON.parse(body)).text);
      return reply(200, { text, pieces, buttons });
    }
    reply(404, { problem: `${what} is nothing that can be asked for` });
  };
