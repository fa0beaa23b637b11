/** What fetching says to people. Each fits after the name of a feed or page, and says nothing a server wrote. */
export const WORDS = {
  noUrl: 'this is no web address; expected one such as https://example.org/feed.xml',
  longUrl: (most: number): string => `this address is longer than ${most} characters`,
  scheme: (scheme: string): string => `only http and https addresses are fetched, and this is ${scheme}`,
  port: (port: string): string => `only ports 80 and 443 are fetched, and this is port ${port}`,
  credentials: 'an address with a name or password in it is not fetched; take what stands before the @ out',
  address: (host: string, kind: string): string =>
    `${host} is not on the public internet: its address is ${kind}`,
  localName: (host: string): string =>
    `${host} is a name of a local network, and only public hosts are fetched`,
  downgrade: 'it leads from https to http, where anyone on the way can change the text',
  robots: 'its robots.txt asks programs not to fetch this page',
  robotsFailed: (reason: string): string =>
    `its robots.txt cannot be read (${reason}), so nothing is fetched there`,
  redirects: (most: number): string => `it leads on more than ${most} times`,
  noLocation: (status: number): string => `the server answered ${status} without saying where to`,
  notAsked: 'the server answered 304, although it was not asked for changes',
  status: (status: number): string =>
    status === 404
      ? 'there is no such page (404)'
      : status === 401 || status === 403
        ? `the server lets nobody in there without leave (${status})`
        : status >= 500
          ? `the server has a fault of its own (${status})`
          : `the server answered ${status}`,
  tooLarge: (megabytes: number): string => `larger than ${megabytes} MB`,
  bomb: 'it unpacks to far more than a text would, as an attack does',
  packing: 'its packing (Content-Encoding) is broken or unknown',
  packedTwice: 'it is packed more than once',
  brokeOff: 'the connection broke off before its end',
  headers: 'its headers are longer than those of any page',
  protocol: 'what the server answered is not HTTP',
  unknownHost: (host: string): string => `there is no host ${host}`,
  lookupFailed: (host: string): string => `the name ${host} cannot be looked up now`,
  refusedConnection: 'the server takes no connections',
  unreachable: 'the server cannot be reached',
  certificate: 'its certificate is not valid',
  encryption: 'it does not speak https as it should',
  timeout: (seconds: number): string => `the server took longer than ${seconds} s`,
  connectTimeout: 'the server did not take the connection in time',
  headersTimeout: 'the server took the question and did not begin to answer in time',
  bodyTimeout: 'the server stopped in the middle of its answer',
  stopped: 'fetching was stopped',
  network: (code: string): string => `the connection failed (${code})`,
  asked: (status: number): string => `the server asks to come back later (${status})`,
  hostAsked: 'the server asked for a pause that is not over',
} as const;
