/** Only one thread of a program writes at a time, and whoever holds connections goes first. */
export interface Turn {
  /** Waits until no other thread writes; not for ever, since a thread may end in the middle. */
  readonly take: () => void;
  readonly give: () => void;
}

/** How a connection shares its file with those of other threads of the same program. */
export interface Sharing {
  readonly turn: Turn;
  /**
   * When what was written is sure to be on the disk. `at-once`: when the write returns, as for whoever has the file alone,
   * but others write meanwhile. `when-asked`: when `flushed` resolves; for a thread that must not wait for disks.
   */
  readonly durable: 'at-once' | 'when-asked';
}
