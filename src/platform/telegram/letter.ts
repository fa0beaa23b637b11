import { escapeHtml } from '../../render/telegram/html.ts';
import type { Message } from '../../render/telegram/pages.ts';
import type { Attachment } from './upload.ts';

/** Where something is sent. */
export interface Place {
  readonly chat: string;
  readonly thread: number | null;
  /** The message that is answered. */
  readonly reply: number | null;
}

/** What is sent, with the rich form where the chat wants it. */
export interface Letter extends Message {
  readonly rich: string | null;
  /** `reply_markup`, or null. */
  readonly keyboard: object | null;
  /** Sent behind it, each as a message of its own. */
  readonly files: readonly Attachment[];
}

/** Words of our own. */
export const plainLetter = (words: string, keyboard: object | null = null): Letter => ({
  html: escapeHtml(words),
  plain: words,
  rich: null,
  keyboard,
  files: [],
});
