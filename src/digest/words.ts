/** What the digest says of itself; the digest's own words are its composer's. */
export const WORDS = {
  merged: (day: string) => `its news went into the digest of ${day}`,
  tooLate: 'it could not be sent within 12 hours; its news goes into the next digest',
  ended: 'the program ended before the reply of the platform came',
  stopped: 'the program was stopped before it was sent',
  budget: 'it waits for its turn: the platform takes only so many messages',
  moved: 'the group goes by another id now',
  movedOnto: 'the group moved to one that has a digest of its own',
  notComposed: (channel: string) => `the digest of the channel ${channel}`,
  notDelivered: (channel: string) => `a message to the channel ${channel}`,
  states: {
    pending: 'is to be sent',
    sending: 'is being sent',
    sent: 'was sent',
    uncertain: 'may have arrived or not, and is not repeated by itself; it can be sent again',
    dead: 'is not sent',
    suspended: 'is held back',
  },
  whole: 'It',
  part: (part: number, of: number) => `Part ${part} of ${of}`,
  line: (which: string, state: string, at: string | null, reason: string | null) =>
    `${which} ${state}${at === null ? '' : ` at ${at}`}${reason === null ? '' : `: ${reason}`}.`,
  outcomes: {
    posted: (day: string, told: string) => `The digest of ${day} tells what was known by ${told}.`,
    quiet: (day: string) => `The digest of ${day} was left out: nothing was new, and quiet days are skipped.`,
    merged: (day: string) => `The digest of ${day} was more than 12 hours late; its news goes into the next.`,
  },
  none: 'No digest has been due here yet.',
  noSubscription: 'There is no daily digest here.',
  next: (at: string) => `The next one is due at ${at}.`,
  paused: (reason: string) => `It is paused: ${reason}.`,
  refused: (reason: string, at: string) =>
    `It is paused because the platform refuses it: ${reason}. It is tried again at ${at}.`,
  over: (reason: string) => `It has ended: ${reason}.`,
} as const;
