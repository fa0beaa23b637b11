/** How the gateway meets what a client does. A list is worked off; its last entry stays. */
export interface Behaviour {
  /** A new connection. */
  readonly connect: 'accept' | 'refuse';
  /** The first word after a connection. */
  readonly hello: 'say' | 'never';
  /** IDENTIFY; a number closes with that code. */
  readonly identify: 'accept' | 'never' | 'invalid' | number;
  /** RESUME; `refuse` says that the session is invalid, `again` that it may be resumed later. */
  readonly resume: 'accept' | 'never' | 'refuse' | 'again' | number;
  /** Heartbeats; a client whose beats are not answered holds a dead connection. */
  readonly heartbeat: 'answer' | 'never';
}

type Plan = { readonly [Key in keyof Behaviour]?: Behaviour[Key] | readonly Behaviour[Key][] };

export interface Behaviours {
  readonly set: (plan: Plan) => void;
  readonly connect: () => Behaviour['connect'];
  readonly hello: () => Behaviour['hello'];
  readonly identify: () => Behaviour['identify'];
  readonly resume: () => Behaviour['resume'];
  readonly heartbeat: () => Behaviour['heartbeat'];
}

/** One kind of answer, with those that are still to come. */
const queue = <T extends string | number>(usual: T) => {
  let planned: readonly T[] = [usual];
  return {
    plan: (next: T | readonly T[]): void => {
      planned =
        typeof next === 'string' || typeof next === 'number' ? [next] : next.length === 0 ? [usual] : next;
    },
    next: (): T => {
      const [first = usual, ...rest] = planned;
      if (rest.length > 0) planned = rest;
      return first;
    },
  };
};

/** A gateway that does all that is asked of it, until told otherwise. */
export const behaviours = (): Behaviours => {
  const connect = queue<Behaviour['connect']>('accept');
  const hello = queue<Behaviour['hello']>('say');
  const identify = queue<Behaviour['identify']>('accept');
  const resume = queue<Behaviour['resume']>('accept');
  const heartbeat = queue<Behaviour['heartbeat']>('answer');
  return {
    set: plan => {
      if (plan.connect !== undefined) connect.plan(plan.connect);
      if (plan.hello !== undefined) hello.plan(plan.hello);
      if (plan.identify !== undefined) identify.plan(plan.identify);
      if (plan.resume !== undefined) resume.plan(plan.resume);
      if (plan.heartbeat !== undefined) heartbeat.plan(plan.heartbeat);
    },
    connect: connect.next,
    hello: hello.next,
    identify: identify.next,
    resume: resume.next,
    heartbeat: heartbeat.next,
  };
};
