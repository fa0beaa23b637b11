import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** A file that could not even be collected counts as one failure, so that it cannot pass unseen. */
const uncollected = (module: TestModule): number => (module.errors().length > 0 ? 1 : 0);

/**
 * Ends every run with the line `N passed, N failed`: tests, and as failures also files that did not load and errors
 * outside of tests. A run without tests fails.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      failed += uncollected(module);
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    if (passed === 0 && failed === 0) {
      failed = 1;
      process.exitCode = 1;
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
