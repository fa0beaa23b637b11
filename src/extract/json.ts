import type { Body } from '../core/actor.ts';
import type { Article } from '../core/article.ts';
import type { Figure, Reading } from '../core/figure.ts';
import { fold } from '../core/fold.ts';
import type { Report, Toll } from '../core/incident.ts';
import type { Place } from '../core/place.ts';
import { printed } from '../core/span.ts';
import type { Trend } from '../core/trend.ts';
import type { Extraction } from './extract.ts';
import type { Knowledge } from './vocabulary.ts';

const MOST_ALIASES = 8;

/** Other names of a place. The last one is the spelling of the text where the gazetteer has another: it is always among them. */
const placeAliases = ({ aliases }: Place): readonly string[] =>
  aliases.length <= MOST_ALIASES ? aliases : [...aliases.slice(0, MOST_ALIASES - 1), ...aliases.slice(-1)];

/** Names other than its own: "police officials" says no more of a body called "police". */
const bodyAliases = ({ name, aliases }: Body): readonly string[] => {
  const own = fold(name);
  return aliases.filter(alias => !fold(alias).includes(own)).slice(0, MOST_ALIASES);
};

const placeJson = (place: Place, basis: Reading<unknown>['basis']) => ({
  id: place.id,
  name: place.name,
  kind: place.kind,
  admin2: place.admin2,
  admin1: place.admin1 ?? (place.kind === 'admin1' ? place.name : null),
  country: place.country,
  aliases: placeAliases(place),
  basis,
});

const bodyJson = (body: Body, basis: Reading<unknown>['basis']) => ({
  id: body.id,
  name: body.name,
  aliases: bodyAliases(body),
  kind: body.kind,
  basis,
});

const tollJson = (toll: Toll | null) =>
  toll === null ? null : { low: toll.low, best: toll.best, high: toll.high };

/**
 * The public form of what an article reports, one object an article. Spans count UTF-16 units of the text as given;
 * `quote` is always `text.slice(start, end)`; unknown is null.
 */
export const extractionJson = (article: Article, extraction: Extraction, knowledge: Knowledge) => {
  const placeOf = (id: string): Place | null => extraction.places.get(id) ?? knowledge.gazetteer.byId(id);
  const place = (reading: Figure['place']) => {
    const found = reading === null ? null : placeOf(reading.value);
    return found === null || reading === null ? null : placeJson(found, reading.basis);
  };
  const body = (reading: Figure['body']) => {
    const found = reading === null ? null : knowledge.bodies.byId(reading.value);
    return found === null || reading === null ? null : bodyJson(found, reading.basis);
  };
  const index = new Map(extraction.figures.map((figure, i) => [figure.id, i]));
  const figure = (one: Figure) => ({
    measure: one.measure,
    low: one.quantity.low,
    high: one.quantity.high,
    bound: one.quantity.bound,
    victims: one.victims,
    scope: one.scope,
    operations: one.operations,
    security: one.security,
    standing: one.standing,
    shared: one.shared,
    period: one.period === null ? null : { ...one.period.value, basis: one.period.basis },
    place: place(one.place),
    body: body(one.body),
    via: one.via,
    partOf: one.partOf === null ? null : (index.get(one.partOf) ?? null),
    quote: printed(article.text, one.span),
    start: one.span.start,
    end: one.span.end,
    rules: one.rules,
  });
  const incident = (one: Report) => ({
    type: one.type,
    date: one.period === null ? null : one.period.value,
    place: place(one.place),
    site: one.site,
    actors: one.actors.map(({ actor, role }) => {
      const known = knowledge.actors.byId(actor);
      return { id: actor, name: known?.name ?? actor, aliases: known?.aliases ?? [], role };
    }),
    fatalities: tollJson(one.fatalities),
    attackersKilled: tollJson(one.attackersKilled),
    injuries: tollJson(one.injuries),
    abductions: tollJson(one.abductions),
    background: one.background,
    figures: one.figures.flatMap(id => index.get(id) ?? []),
  });
  const at = (id: string | null): number | null => (id === null ? null : (index.get(id) ?? null));
  const trend = (one: Trend) => ({
    kind: one.kind,
    value: one.value,
    bound: one.bound,
    direction: one.direction,
    measure: one.measure,
    victims: one.victims,
    of: at(one.of),
    from: at(one.from),
    to: at(one.to),
    period: one.period === null ? null : { ...one.period.value, basis: one.period.basis },
    place: place(one.place),
    body: body(one.body),
    quote: printed(article.text, one.span),
    start: one.span.start,
    end: one.span.end,
    rules: one.rules,
  });
  return {
    id: article.id,
    figures: extraction.figures.map(figure),
    incidents: extraction.reports.map(incident),
    trends: extraction.trends.map(trend),
  };
};

/** What an article reports, in its public form. */
export type Facts = ReturnType<typeof extractionJson>;

export type ReadFacts = (article: Article) => Facts;
