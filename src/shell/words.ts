const LIST = new Intl.ListFormat('en-GB');

/** What the shell around the answers says to people. */
export const WORDS = {
  help: `sitrep: security briefings in which every figure opens to the sentence that prints it

Usage
  npm start                        chat; without a terminal the latest briefing; with DISCORD_TOKEN the bot
  npm start -- ask "<question>"    one answer
  npm start -- ask < questions     one answer for each line: a question in plain words, a command,
                                   or JSON {"q": "<question>", "asOf": "<time>"}
  npm start -- digest preview      what a daily digest would say now, or as of a time
  npm start --silent -- extract < articles > facts
                                   the figures and incidents of each article, one a line in, one a line
                                   out: JSON {"id": "<name>", "text": "<the article>"} and, where they are
                                   known, "title", "published", "publisher", "url"

  npm start -- backup FILE         copies the database to a file, also while others use it
  npm start --silent -- export     every figure and incident of the database with its citation, as JSON
  npm start -- import NAME…        takes in files, folders with all below them, and pages by their address
  npm start -- fetch               fetches the feeds that are due, once
  npm start -- follow              fetches feeds when they are due and takes in what is put into the inbox,
                                   until it is stopped
  npm start -- reindex             reads again what other versions of the rules have read; when it is
                                   stopped, the next one goes on

Options of ask and the chat
  --json            answers as JSON, one a line (npm start --silent -- ask --json …)
  --articles DIR    also read the .txt and .md files of this folder; may be repeated
  --as-of TIME      answer as at this time, such as 2025-03-01T09:00:00Z: later articles do not exist

Options of extract
  --format jsonl    {"id", "figures", "incidents"} a line, or {"line", "error"} for a line that cannot be
                    read; this is what it does without --format
  --format csv      one row a figure with its citation; lines that cannot be read are named on standard
                    error. A cell that a spreadsheet would take for a formula has an apostrophe before it

Options of export
  --format json     a list of objects, one an article: {"article", "figures", "incidents"}
  --format csv      one row a figure with its citation, as extract writes it
  --format opml     the feeds that are followed, for other readers of feeds
  --as-of TIME      what was known at this time

Options of all
  --help            this page
  --version         the version

Settings (environment or .env)
  SITREP_ARTICLES   folders of articles, as with --articles
  SITREP_DB         file of the database; without it everything is in memory, and
                    bots use sitrep.db
  SITREP_FEEDS      file with feeds to follow, such as data/feeds.json or an OPML file; without it only
                    those that were added by command or import
  SITREP_INBOX      folder that is watched for files to take in
  SITREP_CONTACT    web or mail address of yours, told to the servers that are asked
  SITREP_ZONE       time zone of "today" and "last month", such as Asia/Karachi; without it UTC
  DISCORD_TOKEN     runs the Discord bot instead of the chat
  DISCORD_GUILD     id of the one server that gets the bot's commands, for development
  SITREP_PORT       port of this machine for /healthz and /metrics of bots; 0 takes a free one
  SITREP_LOG        level of the log of bots, such as info (without it) or debug
  NO_COLOR          set: no colour

Ends with 0 when it answered, a refused question included; 1 when it failed, or when extract met a line
that it could not read; 2 when it was called or set up wrongly.`,
  seeHelp: 'Try --help.',
  unknownCommand: (word: string): string =>
    `There is no ${JSON.stringify(word)} here; to ask it: ask ${JSON.stringify(word)}.`,
  badTime: (time: string): string =>
    `--as-of ${JSON.stringify(time)} is no time such as 2025-03-01T09:00:00Z or 2025-03-01.`,
  lineNoJson: (line: number): string =>
    `Line ${line} begins like JSON but is none; expected a question or {"q": "<question>", "asOf": "<time>"}.`,
  lineShape: (line: number): string =>
    `Line ${line} has no question; expected {"q": "<question>", "asOf": "<time>"}.`,
  lineTime: (line: number): string =>
    `Line ${line} has an asOf that is no time such as 2025-03-01T09:00:00Z or 2025-03-01.`,
  notWith: (option: string, command: string): string => `--${option} does not go with ${command}.`,
  onlyWith: (option: string, ...commands: readonly string[]): string =>
    `--${option} goes with ${commands.join(' and ')} alone.`,
  badFormat: (format: string, known: readonly string[]): string =>
    `--format ${JSON.stringify(format)} is not there; there are ${LIST.format(known)}.`,
  extractArguments: 'extract reads standard input and takes no names: extract < articles.jsonl.',
  extractTyped: 'reading articles from the keyboard, one JSON object a line; Ctrl-D ends it.',
  extractLine: (line: number, error: string): string => `line ${line}: ${error}`,
  extractErrors: (lines: number): string =>
    lines === 1
      ? 'one line could not be read; what stands in its place says why.'
      : `${lines} lines could not be read; what stands in their places says why.`,
  extractBroken: (code: string): string =>
    `standard input broke off (${code}); what came before it was read.`,
  extractBug: 'An error of ours; standard error tells of it, for its repair. The rest was read.',
  notTakenIn: (why: string): string =>
    `${why} Articles of folders that are new or changed were not taken in; it answers from what is there.`,
  indexing: (articles: number): string =>
    `${articles.toLocaleString('en')} articles are put into the index of full text; this is done once.`,
  notIndexed: (why: string): string =>
    `${why} Some articles are not in the index of full text yet; search does not find them.`,
  lines: ['line', 'lines'],
  articles: ['article', 'articles'],
  needsDatabase: (command: string): string =>
    `${command} works on the database that SITREP_DB names; set it to the file.`,
  noFeedFile: (file: string): string => `The list of feeds ${file} cannot be read; check SITREP_FEEDS.`,
  noDatabase: (file: string): string => `The database ${file} is not there; check SITREP_DB.`,
  backupArguments: 'backup takes the name of one file that is not there yet: backup copy.db.',
  importArguments: 'import takes names of files and folders, and addresses of pages.',
  noArguments: (command: string): string => `${command} takes no names.`,
  backedUp: (file: string): string => `The database is copied to ${file}.`,
  reindexed: (articles: number, failed: number): string =>
    [
      articles === 0
        ? 'Everything was read by the present rules already.'
        : `${articles} ${articles === 1 ? 'article was' : 'articles were'} read again.`,
      ...(failed === 0 ? [] : [`${failed} could not be read; their facts are as they were.`]),
    ].join(' '),
  feedsNeedDatabase:
    'Nothing that is followed now would be known tomorrow: set SITREP_DB to a file first. /feed test works without.',
  withdrawalsNeedDatabase: 'What is withdrawn now would be back tomorrow: set SITREP_DB to a file first.',
  digestsNeedDatabase:
    'What is set now would be forgotten tomorrow: set SITREP_DB to a file first. /digest preview works without.',
  feedKnown: (url: string): string => `It is followed already: ${url}`,
  /** `reason` as the fetcher gives it. */
  notFetched: (url: string, reason: string): string => `${url}: ${reason}.`,
  notNow: (url: string, reason: string): string => `${url}: ${reason}; try again later.`,
  /** The same again would come to the same. */
  wrongAddress: (url: string, reason: string): string => `${url}: ${reason}; check the address.`,
  gone: 'it was taken away for good (410)',
  intakeStarts: 'what fetches pages is being started again',
  notChanged: 'the server says that nothing changed, although it was not asked that',
  itemWithoutPage: 'the item names no page, and the feed does not bring its text',
  opmlTitle: 'Feeds that Sitrep follows',
  greeting: 'Ask in plain words or with a command. /help lists all, Tab completes, Ctrl-D leaves.',
  prompt: '› ',
  /** `where`: the question, the article, or the run. */
  bug: (where: string): string =>
    `an error of ours, at ${JSON.stringify(where)}; what follows is for its repair`,
  wholeRun: 'the whole run',
} as const;
