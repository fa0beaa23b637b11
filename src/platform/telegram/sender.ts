import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../common/log.ts';
import { type Api, faultOf } from './api.ts';
import { ALL_CHATS, type Budget } from './budget.ts';
import { type Letter, type Place, plainLetter } from './letter.ts';
import { chatFacts, type Memory } from './memory.ts';
import type { Attachment } from './upload.ts';
import { WORDS } from './words.ts';

/** `uncertain`: it may have arrived, and is not repeated; `refused`: it did not; `stopped`: the program ended first. */
export type Sent = 'sent' | 'uncertain' | 'refused' | 'stopped';

/** One message or edit. */
interface Delivery {
  readonly to: string;
  readonly form: Form;
  /** Whether a second arrival does no harm. */
  readonly repeats: boolean;
  /** The chat and the form may both change on the way. */
  readonly attempt: (chat: string, form: Form) => Promise<unknown>;
  readonly mark: (begun: boolean) => void;
  /** Whether a refusal says that the bot may write nothing at all there. */
  readonly tells: boolean;
}

export interface Sender {
  /** @param mark is told right before an attempt that it may arrive, and behind one that it did not */
  readonly post: (place: Place, letter: Letter, mark: (begun: boolean) => void) => Promise<Sent>;
  readonly edit: (chat: string, message: number, letter: Letter) => Promise<Sent>;
  /** Sends what waits no longer, such as the answer to a callback. */
  readonly quick: (method: string, payload: object) => Promise<Sent>;
}

interface SenderParts {
  readonly api: Api;
  readonly memory: Memory;
  readonly budget: Budget;
  readonly log: Log;
  readonly now: () => Date;
  readonly ending: AbortSignal;
  /** To be told when Telegram refuses the token. */
  readonly refused: () => void;
}

/** Milliseconds between attempts of what may be repeated; the last is repeated. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

const UNREADABLE = /can't parse|unsupported|RICH_/i;
const NOT_MODIFIED = /message is not modified/i;
const NO_RIGHT = /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights/i;

type Form = 'rich' | 'html' | 'plain';

const plainer = (form: Form): Form => (form === 'rich' ? 'html' : 'plain');

/** The fields of a text in a form. */
const content = ({ html, plain, rich, keyboard }: Letter, form: Form): object => ({
  ...(form === 'rich'
    ? { rich_message: { html: rich ?? html, skip_entity_detection: true } }
    : {
        text: form === 'html' ? html : plain,
        ...(form === 'html' ? { parse_mode: 'HTML' } : {}),
        link_preview_options: { is_disabled: true },
      }),
  ...(keyboard === null ? {} : { reply_markup: keyboard }),
});

/** Everything the bot says goes through here: slowly enough for Telegram, and never twice. */
export const createSender = ({ api, memory, budget, log, now, ending, refused }: SenderParts): Sender => {
  const milliseconds = (): number => now().getTime();

  const wait = (time: number): Promise<void> =>
    pause(Math.min(time, 2 ** 31 - 1), undefined, { signal: ending }).catch(() => undefined);

  const hold = (chat: string, seconds: number): void => {
    const until = milliseconds() + seconds * 1_000;
    budget.hold(chat, until);
    memory.wait(chat, new Date(until).toISOString());
    log.warn({ platform: 'telegram', chat, seconds }, 'Telegram wants a pause');
  };

  const turn = async (chat: string): Promise<void> => {
    for (let left = budget.take(chat); left > 0 && !ending.aborted; left = budget.take(chat))
      await wait(left);
  };

  const suspend = (chat: string, code: number, description: string): void => {
    if (code !== 403 && !NO_RIGHT.test(description)) return;
    const reason = code === 403 ? description : WORDS.silenced;
    memory.saveChat(chat, { ...chatFacts(memory, chat), suspended: reason });
    log.warn({ platform: 'telegram', chat, reason }, 'the chat is suspended');
  };

  /** Tried until it is known what became of it. */
  const deliver = async ({ to, form: from, repeats, attempt, mark, tells }: Delivery): Promise<Sent> => {
    let [chat, form, tries] = [to, from, 0];
    while (!ending.aborted) {
      await turn(chat);
      if (ending.aborted) break;
      try {
        mark(true);
        await attempt(chat, form);
        return 'sent';
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind !== 'uncertain') mark(false);
        if (fault.kind === 'wait') hold(chat, fault.seconds);
        else if (fault.kind === 'moved' && fault.to !== chat) {
          memory.move(chat, fault.to);
          log.info({ platform: 'telegram', from: chat, to: fault.to }, 'the group became a supergroup');
          chat = fault.to;
        } else if (fault.kind === 'unsent' || (fault.kind === 'uncertain' && repeats))
          await wait(PAUSES[Math.min(tries++, PAUSES.length - 1)] ?? 0);
        else if (fault.kind === 'uncertain') return 'uncertain';
        else if (fault.kind === 'refused' && NOT_MODIFIED.test(fault.description)) return 'sent';
        else if (fault.kind === 'refused' && form !== 'plain' && UNREADABLE.test(fault.description)) {
          log.warn({ platform: 'telegram', chat, form, err: error }, 'refused; it is sent in a plainer form');
          form = plainer(form);
        } else {
          if (fault.kind === 'unauthorized') refused();
          if (fault.kind === 'refused' && tells) suspend(chat, fault.code, fault.description);
          log.error({ platform: 'telegram', chat, err: error }, 'a message was refused');
          return 'refused';
        }
      }
    }
    return 'stopped';
  };

  const first = (letter: Letter): Form => (letter.rich === null ? 'html' : 'rich');
  const inThread = (thread: number | null): object => (thread === null ? {} : { message_thread_id: thread });

  const postText = ({ chat: to, thread, reply }: Place, letter: Letter, mark: Delivery['mark']) =>
    deliver({
      to,
      form: first(letter),
      repeats: false,
      mark,
      tells: true,
      attempt: (chat, form) =>
        api.call(form === 'rich' ? 'sendRichMessage' : 'sendMessage', {
          chat_id: Number(chat),
          ...inThread(thread),
          // In the supergroup that a group became, its messages have other numbers.
          ...(reply === null || chat !== to
            ? {}
            : { reply_parameters: { message_id: reply, allow_sending_without_reply: true } }),
          ...content(letter, form),
        }),
    });

  const postFile = ({ chat: to, thread }: Place, file: Attachment, mark: Delivery['mark']) =>
    deliver({
      to,
      form: 'plain',
      repeats: false,
      mark,
      tells: false,
      attempt: chat =>
        api.upload('sendDocument', { chat_id: Number(chat), ...inThread(thread) }, 'document', file),
    });

  return {
    post: async (place, letter, mark) => {
      const sent = await postText(place, letter, mark);
      if (sent !== 'sent') return sent;
      for (const file of letter.files) {
        const became = await postFile(place, file, mark);
        if (became === 'refused') await postText(place, plainLetter(WORDS.fileRefused(file.name)), mark);
        else if (became !== 'sent') return became;
      }
      return 'sent';
    },
    edit: (to, message, letter) =>
      deliver({
        to,
        form: first(letter),
        repeats: true,
        mark: () => undefined,
        tells: true,
        attempt: (chat, form) =>
          api.call('editMessageText', {
            chat_id: Number(chat),
            message_id: message,
            ...content(letter, form),
          }),
      }),
    quick: async (method, payload) => {
      try {
        await api.call(method, payload, 10_000);
        return 'sent';
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'wait') hold(ALL_CHATS, fault.seconds);
        if (fault.kind === 'unauthorized') refused();
        log.info({ platform: 'telegram', method, err: error }, 'an answer came too late or was refused');
        return fault.kind === 'uncertain' ? 'uncertain' : 'refused';
      }
    },
  };
};
