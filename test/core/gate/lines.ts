/** Gate lines of our own, by rule. The words that a finding must underline stand between « and ». */
export interface RuleLines {
  readonly fires: readonly string[];
  readonly silent: readonly string[];
}

export const linesByRule: Readonly<Record<string, RuleLines>> = {
  'gate/placeholder': {
    fires: [
      'Response time below «[X]» ms',
      '«TBD»',
      'Owner: «to be defined»',
      'Sync finishes in «XX» seconds',
      '«Criterion 2»',
      'Report shows «<metric>»',
      '«...»',
    ],
    silent: [
      '`GET /users/<id>` returns 404',
      '[P1] Import writes one row per customer',
      'Broken images show a placeholder until loaded',
      '[manual] Printer prints the label',
      'CONTRIBUTING.md exists',
    ],
  },
  'gate/escape-clause': {
    fires: [
      'Input is sanitised «where needed»',
      'Cache is used «if possible»',
      'Thumbnails «may be cached»',
      'Secrets are rotated «as appropriate»',
    ],
    silent: [
      'Verbose log appears if the flag `--verbose` is set',
      'Members may delete their own comments',
      'Scan finds 0 HIGH issues (waiver if needed)',
      'Fields are ordered as required by the schema',
    ],
  },
  'gate/unnamed-tests': {
    fires: [
      '«All tests pass»',
      '«Unit tests are written» and green',
      '«Full suite passes» + `make lint`',
      'New endpoints «have tests»',
      '«Test coverage is adequate»',
      '«QA complete»',
      'Code must «pass smoke tests»',
      '«Regression tests»',
    ],
    silent: [
      '`npm test` exits 0',
      'All 41 unit tests pass',
      'Unit tests for the CSV importer pass',
      'Billing regression suite passes',
      'Playwright tests pass',
      'Branch coverage is at least 85 %',
      'Unit tests cover parsing, rounding and overflow',
      'Test plan lists 12 scenarios',
      'Health checks pass',
    ],
  },
  'gate/no-regression': {
    fires: [
      '«Existing screens unaffected»',
      '«No regressions» in the old importer',
      '«Earlier stages still work»',
      'Old clients keep running «without regressions»',
    ],
    silent: [
      'No console errors',
      '0 critical vulnerabilities',
      '`snapshot.test.ts` stays green',
      'Existing bookmarks survive the upgrade',
    ],
  },
  'gate/load-without-number': {
    fires: ['Queue stays stable «under load»', 'Runs for a week «at scale»', 'Import is usable with «large datasets»'],
    silent: ['80 users for 15 min, 0 errors', 'p95 < 300 ms under load', '`k6 run soak.js` passes under load'],
  },
  'gate/vague-predicate': {
    fires: [
      'Checkout «works»',
      'Export «works as expected»',
      'Chart renders «correctly» for small portfolios',
      'Failures are handled «gracefully»',
      'Sign-up «functions properly»',
      'Importer «green»',
      'Security audit «passed»',
    ],
    silent: [
      '`app --version` works',
      'Sign-in works (redirects to `/home`)',
      'Upload fails gracefully: logs the error and returns 503',
      'CI green on main',
      'Undo works: the card is back in its column',
      'The function returns 3',
      'Signal cleanly stops both workers',
    ],
  },
  'gate/subjective-quality': {
    fires: [
      'Code is «clean»',
      'Error texts are «user-friendly»',
      'The layout is «intuitive and modern»',
      'Shows a «helpful» message when the upload fails',
      '«Proper» retry logic',
      'Plan is «ready»',
      '`README.md` is «clear»',
    ],
    silent: [
      '`git status` is clean',
      'Build starts from a clean checkout',
      'Clear button empties the field',
      'Gallery shows a spinner until images are ready',
      'Simple mode hides the advanced panel',
      'Branch tagged for easy rollback',
      'Contrast is good (at least 4.5:1)',
      'Security scan: no HIGH findings',
    ],
  },
  'gate/unquantified': {
    fires: [
      'Search is «fast»',
      'Memory overhead is «negligible»',
      '«SLOs met»',
      '«Improved» navigation',
      'Pages load «quickly» on phones',
      'Service has «low latency»',
    ],
    silent: [
      'p99 latency below 80 ms',
      'Search is fast: p95 < 200 ms',
      'Small screens show a hamburger menu',
      'Low stock alert appears',
      'Fast-forward merges only',
      'Large files are streamed, not buffered',
      'No HIGH/CRITICAL findings',
    ],
  },
  'gate/unplaced-docs': {
    fires: ['«Documentation updated»', 'Rollback steps «documented»', '«Runbook complete»', 'All settings are «described»'],
    silent: [
      'README has a Setup section',
      'Limits documented in `docs/limits.md`',
      'Runbook lists restart, rollback and restore',
      '`docs/api.md` updated',
      'Changelog entry added',
    ],
  },
  'gate/unnamed-reviewer': {
    fires: [
      'Design «approved»',
      'Code «review completed»',
      'Plan «agreed by all stakeholders»',
      '«Stakeholders are aligned»',
      'The «team agrees» on the interface',
    ],
    silent: [
      'Two maintainers approve the proposal',
      'Approved by the security lead',
      'Approval recorded in `sign-off.md`',
      'Terms reviewed by legal',
    ],
  },
  'gate/open-ended': {
    fires: [
      'Importer covers «all edge cases»',
      'Supports CSV, JSON, «etc.»',
      'Drill validates «all emergency scenarios»',
      'Good texts for «every kind of» failure',
    ],
    silent: [
      'Importer covers edge cases (empty file, one row, 10 000 rows)',
      'All 12 endpoints require a token',
      'Every table has a primary key',
      'All listed scenarios pass',
    ],
  },
  'gate/bare-done': {
    fires: [
      'Risks «identified»',
      'Caching «implemented»',
      'Monitoring is «in place»',
      'Export feature «complete»',
      'Compatibility of `Config` callers «verified»',
      'Infrastructure «provisioned»',
    ],
    silent: [
      'Invalid transitions are rejected',
      'Release tag created',
      'Column `owner_id` added',
      'Signature is verified before processing',
      'Package published to npm',
      'Failed jobs are recorded with their error',
      'No code written',
      'Critical findings resolved',
      'Logout button implemented',
      'Duplicates are removed',
    ],
  },
  'gate/task-not-outcome': {
    fires: [
      '«Improve» upload errors',
      '«Refactor» the store',
      '«Ensure» code quality',
      '«Determine» whether `sync.ts` is still used',
      '«Support» more file formats',
    ],
    silent: [
      'Open the page and click Save',
      'Verify that the list shows 3 rows',
      'Generate `schema.json`',
      'Create a login page',
      'Add column owner_id',
      'Run the import twice: the second run changes nothing',
    ],
  },
  'gate/mere-promise': {
    fires: [
      'Settings «support» both environments',
      'The service «handles» malformed input',
      'Code «follows» project conventions',
      'Operators «trust» the dashboard',
    ],
    silent: [
      'The exporter supports CSV, JSON and XLSX',
      'The service handles 50 uploads at once',
      'The proxy handles `SIGTERM` by draining connections',
      'Cursor follows the mouse',
    ],
  },
  'gate/noun-phrase': {
    fires: ['«Crash recovery»', '«Reusable export layer»', '«Retry logic for imports»', '«Release diagram»'],
    silent: [
      'Enter submits the form',
      'No console errors',
      'Amounts in minor units',
      '`mypy src`: clean',
      'Delete confirmation dialog',
      'Clicking Retry re-sends the request',
      'Smoke suite C green',
      'Windows configurable',
      'Rate limit per API key',
    ],
  },
};
