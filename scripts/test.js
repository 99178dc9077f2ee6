import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './prepare.js';
import { fail, runBin } from './run.js';

/** Each of these counts as one test. */
const CHECKS = [
  ['formatting', () => runBin('prettier', 'prettier', ['--check', '--log-level=warn', '.'])],
  ['lint', () => runBin('eslint', 'eslint', ['.'])],
  ['types', () => runBin('typescript', 'tsc', ['--noEmit'])],
];

const total = { passed: 0, failed: 0 };
try {
  await prepare();
  // Side by side: each of them uses one core, and says what it has to say in one piece at its end.
  await Promise.all(CHECKS.map(async ([name, check]) => count(name, await check())));
  addTests(await runTests());
} catch (error) {
  fail(error);
  total.failed += 1;
}
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);

function count(name, code) {
  total[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}`);
}

/** All four projects of vitest.config.ts; the JSON report has the figures, the exit code what no test's own (a file that does not load). */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-report-'));
  try {
    const report = join(folder, 'report.json');
    const code = await runBin('vitest', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    return { code, ...JSON.parse(readFileSync(report, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addTests({ code, numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  total.passed += numPassedTests;
  total.failed += code !== 0 && failed === 0 ? 1 : failed;
}
