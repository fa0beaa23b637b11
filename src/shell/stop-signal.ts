const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A signal that aborts when the process is asked to stop, so that what it began can be finished. Asked a second time it
 * stops at once, as it would have without this.
 */
export const stopSignal = (): { readonly signal: AbortSignal; readonly forget: () => void } => {
  const stop = new AbortController();
  const forget = (): void => {
    for (const name of SIGNALS) process.off(name, onAsked);
  };
  const onAsked = (): void => {
    forget();
    stop.abort();
  };
  for (const name of SIGNALS) process.on(name, onAsked);
  return { signal: stop.signal, forget };
};
