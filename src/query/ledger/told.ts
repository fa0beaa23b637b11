import type { ToldKind } from '../../store/ports/snapshot.ts';
import type { IncidentView } from '../incidents/incident.ts';
import { statementsOf } from '../statements.ts';

/** The different kinds of statements that the reports of an incident make, in an order that depends on nothing else. */
export const toldKinds = (view: IncidentView, isMonitor: (body: string) => boolean): readonly ToldKind[] => {
  const kinds = statementsOf(view, isMonitor).map(
    ({ figure: { measure, victims, victimsDetail, via, body }, role, current }): ToldKind => ({
      figure: {
        measure,
        victims,
        victimsDetail,
        via,
        body: body === null ? null : { value: body.value, basis: body.basis },
      },
      role,
      current,
    }),
  );
  const byWords = new Map(kinds.map(kind => [JSON.stringify(kind), kind]));
  return [...byWords].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
};
