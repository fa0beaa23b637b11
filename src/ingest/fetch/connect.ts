import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { addressRefusal, type Guard } from './addresses.ts';
import { WORDS } from './words.ts';

/** All addresses of a name. Throws as `dns.lookup` does when there are none. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

/** A name led, or a connection was made, to an address that may not be spoken to. */
export class ForbiddenAddress extends Error {}

const forbidden = (host: string, kind: string): ForbiddenAddress =>
  new ForbiddenAddress(WORDS.address(host, kind));

const fromSystem: Lookup = host => systemLookup(host, { all: true });

/** The addresses of a name that may be spoken to, at least one. Throws when it has only others, or none. */
const permitted = async (host: string, guard: Guard, lookup: Lookup): Promise<readonly LookupAddress[]> => {
  const all = await lookup(host);
  const first = all[0];
  if (first === undefined) throw Object.assign(new Error(`${host} has no address`), { code: 'ENODATA' });
  const open = all.filter(({ address }) => addressRefusal(address, guard) === null);
  if (open.length === 0) throw forbidden(host, addressRefusal(first.address, guard) ?? '');
  return open;
};

const filtered =
  (guard: Guard, lookup: Lookup): LookupFunction =>
  (host, options, answer) => {
    permitted(host, guard, lookup).then(
      addresses => {
        const first = addresses[0];
        if (options.all === true) answer(null, [...addresses]);
        else answer(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => answer(error instanceof Error ? error : new Error(String(error)), []),
    );
  };

/**
 * A connector that speaks to permitted addresses alone. A filtering lookup is not enough: addresses written out are never
 * looked up. So the peer's address is checked again once the connection stands, before anything is sent over it.
 * @param timeout for the connection and its encryption, in milliseconds
 */
export const guardedConnector = (
  guard: Guard,
  timeout: number,
  lookup: Lookup = fromSystem,
): buildConnector.connector => {
  const connect = buildConnector({
    timeout,
    allowH2: false,
    autoSelectFamily: true,
    lookup: filtered(guard, lookup),
  });
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      const kind = addressRefusal(socket.remoteAddress ?? '', guard);
      if (kind === null) return callback(null, socket);
      socket.destroy();
      callback(forbidden(options.hostname, kind), null);
    });
};
