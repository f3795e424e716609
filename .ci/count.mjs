// Prints "passed failed skipped" of one vitest run: its JSON report and its exit code.
import { readFileSync } from 'node:fs';

const [path, exitCode] = process.argv.slice(2);
console.log(count().join(' '));

function count() {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // The run died before it could say anything.
    return [0, 1, 0];
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  const skipped = report.numPendingTests + report.numTodoTests;
  // Something beside the tests went wrong, such as an error nobody caught.
  const other = exitCode !== '0' && failed === 0 ? 1 : 0;
  return [report.numPassedTests, failed + other, skipped];
}
