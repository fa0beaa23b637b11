import type { Answer, NoticeTone } from '../../core/answer.ts';
import { filesOf, type SentFile } from './files.ts';
import {
  CONTENT_CHARACTERS,
  EMBED_CHARACTERS,
  FOOT_CHARACTERS,
  PAGE_CHARACTERS,
  SPARE_CHARACTERS,
} from './limits.ts';
import { answerLines, footLines, type Line, sourceLines } from './lines.ts';
import { type Page, pagesOf } from './pages.ts';

export interface Button {
  readonly type: 2;
  readonly style: 1 | 2;
  readonly label: string;
  readonly custom_id: string;
  readonly disabled: boolean;
}

export interface Select {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
}

export interface Row {
  readonly type: 1;
  readonly components: readonly (Button | Select)[];
}

type Part =
  | { readonly type: 10; readonly content: string }
  | { readonly type: 13; readonly file: { readonly url: string } }
  | { readonly type: 14; readonly divider: true; readonly spacing: 1 };

interface Container {
  readonly type: 17;
  readonly accent_color: number;
  readonly components: readonly (Part | Row)[];
}

/** The body of a message, without flags that say who may see it. */
export interface Body {
  readonly flags: number;
  readonly content?: string;
  readonly embeds?: readonly { readonly description: string; readonly color: number }[];
  readonly components: readonly (Container | Row)[];
  readonly allowed_mentions: { readonly parse: readonly [] };
  /** Those of the message after it was sent, in the order of `files`; what it had before goes. */
  readonly attachments: readonly { readonly id: string; readonly filename: string }[];
  /** Sent beside the body, and no part of it. */
  readonly files: readonly SentFile[];
}

/** As components; where a chat does not take those, as an embed; where it takes none, as text. */
export const FORMS = ['components', 'embed', 'content'] as const;
export type Form = (typeof FORMS)[number];

/** The flag of a message whose text is in its components. */
const IS_COMPONENTS = 1 << 15;

const COLOURS: Readonly<Record<NoticeTone | 'plain' | 'refused', number>> = {
  disagree: 0xc0392b,
  warning: 0xd35400,
  'not-comparable': 0xd4a017,
  revision: 0x8e6bbf,
  check: 0x2e8b57,
  agree: 0x2e8b57,
  info: 0x4a6fa5,
  plain: 0x4a6fa5,
  refused: 0x7f8c8d,
};

/** What matters most gives the colour. */
const TONES = ['disagree', 'warning', 'not-comparable', 'revision', 'check', 'agree'] as const;

const colourOf = ({ blocks, refused }: Answer): number => {
  const tones = new Set(blocks.flatMap(block => (block.kind === 'notice' ? [block.tone] : [])));
  return COLOURS[refused ? 'refused' : (TONES.find(tone => tones.has(tone)) ?? 'plain')];
};

export interface View {
  /** In the form in which it is sent; never none. */
  readonly pages: readonly Page[];
  readonly answer: Answer;
  readonly form: Form;
  /** Sent with each page. */
  readonly files: readonly SentFile[];
}

/** Two characters a section are for the blank lines of forms that draw no lines. */
const CHARACTERS: Readonly<Record<Form, number>> = {
  components: PAGE_CHARACTERS - FOOT_CHARACTERS - SPARE_CHARACTERS,
  embed: EMBED_CHARACTERS - FOOT_CHARACTERS - SPARE_CHARACTERS - 100,
  content: CONTENT_CHARACTERS - FOOT_CHARACTERS - SPARE_CHARACTERS,
};

const viewOf = (
  lines: readonly Line[],
  answer: Answer,
  form: Form,
  files: readonly SentFile[] = [],
): View => ({
  pages: pagesOf(lines, CHARACTERS[form]),
  answer,
  form,
  files,
});

export const answerView = (answer: Answer, form: Form): View =>
  viewOf(answerLines(answer), answer, form, filesOf(answer));

export const sourcesView = (answer: Answer, form: Form): View => viewOf(sourceLines(answer), answer, form);

const NOTHING = '\u2014';

const footOf = (page: Page, { answer, pages }: View, at: number): string =>
  [
    ...footLines(page.cited, answer, FOOT_CHARACTERS),
    ...(pages.length > 1 ? [`-# page ${at} of ${pages.length}`] : []),
  ].join('\n');

/**
 * One page as the body of a message.
 * @param at number of the page, from 1; beyond the last one it is the last
 */
export const pageBody = (view: View, at: number, rows: readonly Row[]): Body => {
  const { pages, answer, form, files } = view;
  const number = Math.min(Math.max(at, 1), pages.length);
  const page = pages[number - 1] ?? { sections: [], cited: new Set<number>() };
  const foot = footOf(page, view, number);
  const texts = [...page.sections, ...(foot === '' ? [] : [foot])];
  const shown = texts.length === 0 ? [NOTHING] : texts;
  const attachments = files.map(({ name: filename }, id) => ({ id: String(id), filename }));
  const common = { allowed_mentions: { parse: [] }, attachments, files } as const;
  const color = colourOf(answer);
  if (form === 'content')
    return { ...common, flags: 0, content: shown.join('\n\n'), embeds: [], components: rows };
  if (form === 'embed')
    return { ...common, flags: 0, embeds: [{ description: shown.join('\n\n'), color }], components: rows };
  const parts = shown.flatMap((content, i): Part[] => [
    ...(i === 0 ? [] : [{ type: 14, divider: true, spacing: 1 } as const]),
    { type: 10, content },
  ]);
  const sent = files.map(({ name }): Part => ({ type: 13, file: { url: `attachment://${name}` } }));
  const container: Container = { type: 17, accent_color: color, components: [...parts, ...sent, ...rows] };
  return { ...common, flags: IS_COMPONENTS, components: [container] };
};
