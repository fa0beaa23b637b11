import type { Article, Sentence } from '../../core/article.ts';
import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/incident.ts';
import { printed } from '../../core/span.ts';

/**
 * A report with what is needed to set it beside others. Article, figures and passage may be read from the store when they
 * are asked for: most reports are only counted.
 */
export interface ReportView {
  readonly report: Report;
  /** Day or instant of its article's publication; null when the article does not say. */
  readonly published: string | null;
  readonly article: Article;
  /** In the order of the text. */
  readonly figures: readonly Figure[];
  /** The sentences that carry the report and its figures. */
  readonly passage: string;
}

/** What an article says, whole. */
export interface Told {
  readonly article: Article;
  readonly figures: readonly Figure[];
  readonly sentences: readonly Sentence[];
}

const figuresOf = (
  { figures, fatalities, attackersKilled, injuries, abductions }: Report,
  told: Told,
): Figure[] => {
  const ids = new Set([
    ...figures,
    ...[fatalities, attackersKilled, injuries, abductions].flatMap(toll => toll?.figures ?? []),
  ]);
  return told.figures.filter(figure => ids.has(figure.id));
};

const passageOf = (report: Report, told: Told): string => {
  const indexes = new Set([report.sentence, ...figuresOf(report, told).map(figure => figure.sentence)]);
  return told.sentences
    .filter(({ index }) => indexes.has(index))
    .sort((a, b) => a.index - b.index)
    .map(({ span }) => printed(told.article.text, span))
    .join(' ');
};

class ToldView implements ReportView {
  readonly report: Report;
  readonly published: string | null;
  readonly #told: () => Told;

  constructor(report: Report, published: string | null, told: () => Told) {
    this.report = report;
    this.published = published;
    this.#told = told;
  }

  get article(): Article {
    return this.#told().article;
  }
  get figures(): readonly Figure[] {
    return figuresOf(this.report, this.#told());
  }
  get passage(): string {
    return passageOf(this.report, this.#told());
  }
}

/** @param told its article, which is read each time something of it is asked for */
export const viewOf = (report: Report, published: string | null, told: () => Told): ReportView =>
  new ToldView(report, published, told);
