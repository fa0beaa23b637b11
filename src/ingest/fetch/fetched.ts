/** Why nothing was asked of a server at all. */
export type Refusal = 'url' | 'scheme' | 'port' | 'credentials' | 'address' | 'downgrade' | 'robots';

/** Why nothing came of asking. */
export type Trouble =
  | 'status'
  | 'too-large'
  | 'packing'
  | 'redirects'
  | 'timeout'
  | 'name'
  | 'network'
  | 'certificate'
  | 'protocol'
  | 'stopped';

/** Where the answer came from. */
export interface Place {
  /** The address that answered in the end, after all redirects. */
  readonly url: string;
  /** Where the asked address has moved for good (301, 308): to be kept instead of it. Null when it has not. */
  readonly permanentUrl: string | null;
}

/** What to send with the next request, and when that makes sense. */
interface Validity {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds for which the server says that nothing changes, by Cache-Control or Expires; null when it does not say. */
  readonly freshFor: number | null;
}

export interface Fresh extends Place, Validity {
  readonly kind: 'fresh';
  readonly status: number;
  /** Content-Type as sent; null when there is none. Servers get it wrong: look at the body too. */
  readonly contentType: string | null;
  /** The body, unpacked. */
  readonly bytes: Uint8Array;
}

export interface NotModified extends Place, Validity {
  readonly kind: 'not-modified';
}

/** Not asked, and no point in asking again until the address, or the robots.txt, is another. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: Refusal;
  readonly reason: string;
  /** The address that was refused: the asked one, or one it led to. */
  readonly url: string;
}

export interface RetryLater {
  readonly kind: 'retry-later';
  /** Seconds to wait at least; null when the server does not say. */
  readonly after: number | null;
  readonly reason: string;
  readonly url: string;
}

/** 410: taken away for good. */
export interface Gone extends Place {
  readonly kind: 'gone';
}

/** Asked in vain; it may do better another time. */
export interface Failed {
  readonly kind: 'failed';
  readonly code: Trouble;
  readonly reason: string;
  /** Status of the answer; null when none came. */
  readonly status: number | null;
  readonly url: string;
}

/** What became of fetching one address. Every `reason` can be shown as it stands. */
export type Fetched = Fresh | NotModified | Refused | RetryLater | Gone | Failed;
