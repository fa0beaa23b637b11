/** Milliseconds of processor of all threads that a task took, so that what else the machine does matters little. */
export const spent = async (task: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};
