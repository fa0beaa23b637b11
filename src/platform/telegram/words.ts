/** What the Telegram adapter says to people and to who runs it. */
export const WORDS = {
  earlier: '‹ Earlier',
  later: 'Next ›',
  sources: 'Sources',
  why: 'Why',
  back: '‹ Back to the answer',
  forgotten: 'This button is too old for me to know what it asked. Ask again in words.',
  slow: 'This takes me longer than it should. Ask again in a minute, or in fewer words.',
  asksToWait: (seconds: number) => `Telegram asks to wait ${seconds} s`,
  unreachable: 'Telegram cannot be reached',
  noReceipt: 'Telegram did not confirm it',
  unreadable: 'it was planned by another version of this program, and cannot be read',
  adminsAlone: 'Only administrators of this group may change its settings.',
  openInChat: 'Open with sources',
  askInChat: 'Ask in a private chat',
  welcome:
    'Ask in plain words what you want to know, for example “killed in Quetta in November 2024”. Every figure opens to the sentence that prints it.',
  settings: 'How answers are shown in this chat',
  settingsDescription: 'How answers are shown in this chat',
  startDescription: 'What I can do',
  forms: { plain: 'plain messages', rich: 'rich messages with tables (newest apps only)' },
  chosen: (form: 'plain' | 'rich'): string => `Answers are shown as ${form} messages.`,
  doubtful: (count: number): string =>
    count === 1
      ? 'One answer may not have arrived. Send it again?'
      : `${count} answers may not have arrived. Send them again?`,
  again: (question: string): string => `Send again: ${question}`,
  fileRefused: (name: string): string => `${name} could not be sent: I may not send files here.`,
  kicked: 'the bot was removed from the chat',
  blocked: 'the person blocked the bot',
  silenced: 'the bot may not write in the chat',
  membership: 'membership of this chat (add it)',
  sendMessages: 'the right to send messages',
  tokenRefused: 'Telegram refused the token; check TELEGRAM_TOKEN.',
  webhookAt: (host: string, port: number, why: string): string =>
    `TELEGRAM_HOST ${host}, TELEGRAM_PORT ${port}: ${why}`,
  webhookTaken: 'another program has changed where Telegram delivers; one token is for one bot',
  cannotDeliver: (why: string): string => `Telegram cannot deliver: ${why}`,
  webhookRefused: (why: string): string =>
    `Telegram does not take TELEGRAM_WEBHOOK: ${why}. Set it to an https address that is reached from outside, or take it out to poll.`,
} as const;
