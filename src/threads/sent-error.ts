/** An error as it goes from one thread to another: what was thrown may hold what cannot be copied. */
export type SentError =
  | { readonly name: string; readonly message: string; readonly stack: string | null }
  | { readonly words: string };

export const sentError = (error: unknown): SentError =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? null }
    : { words: String(error) };

/** The error again, with the stack of the thread in which it was thrown. */
export const errorSent = (sent: SentError): unknown => {
  if ('words' in sent) return sent.words;
  const error = new Error(sent.message);
  error.name = sent.name;
  error.stack = sent.stack ?? `${sent.name}: ${sent.message}`;
  return error;
};
