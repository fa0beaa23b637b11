/** Everything the dispatcher itself says to people. */
export const WORDS = {
  empty: 'There is no question. Ask in plain words, or type /help for the commands.',
  tooLong: (length: number, limit: number): string =>
    `The question is too long: ${length.toLocaleString('en')} characters, at most ${limit.toLocaleString('en')} are read. Please shorten it.`,
  control: 'The question holds control characters, which are not text. Please type it again without them.',
  noName: 'A command is a / and a name. Type /help for all of them.',
  unknown: (name: string, nearest: readonly string[]): string =>
    nearest.length === 0
      ? `There is no command /${name}. Type /help for all of them.`
      : `There is no command /${name}. Did you mean ${nearest.map(other => `/${other}`).join(' or ')}?`,
  adminsOnly: (name: string, lacks: string | undefined): string =>
    lacks === undefined
      ? `/${name} is for administrators; ask one of them, or whoever runs this bot.`
      : `/${name} is for administrators; you lack ${lacks}. Ask one of them, or whoever runs this bot.`,
  operatorsOnly: (name: string): string =>
    `/${name} changes the articles for everybody, and is for those whom whoever runs this bot has named.`,
  helpOffer: 'all commands',
  ours: 'Something went wrong on our side; the error was logged. The question may work in other words.',
} as const;
