/** The last question of each person in each channel, which a "/why 3" or "and in 2023?" speaks of. */
export interface Previous {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, question: string | null) => void;
}

const MOST_CHATS = 10_000;

export const createPrevious = (): Previous => {
  const questions = new Map<string, string>();
  return {
    get: key => questions.get(key) ?? null,
    set: (key, question) => {
      questions.delete(key);
      if (question !== null) questions.set(key, question);
      const [oldest] = questions.keys();
      if (questions.size > MOST_CHATS && oldest !== undefined) questions.delete(oldest);
    },
  };
};
