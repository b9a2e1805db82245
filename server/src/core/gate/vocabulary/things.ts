import { setOf } from './inflect.ts';

/** What stands for "the tests". */
export const TEST_NOUNS = setOf(`
 test tests testing suite suites spec specs testsuite test-suite testcase testcases test-cases unit-tests unit-test e2e-tests smoke-tests smoke-test integration-tests regression-tests
 coverage test-coverage checks check verification verifications assertions qa uat regression`);

/** The narrow core of the former: these alone make a line about tests. */
export const TEST_CORE = setOf(
  'test tests testing suite suites testsuite test-suite testcase testcases test-cases unit-tests unit-test e2e-tests smoke-tests smoke-test integration-tests regression-tests coverage test-coverage checks qa uat',
);

/** Words that say which kind of tests, but not which tests. */
export const TEST_KINDS = setOf(`
 quality
 module modules foundation feature features
 a an acceptance additional all and any api app appropriate associated automated automatic backend basic behavior behavioral both broad build case cases ci changed clean code component complete comprehensive contract core corresponding critical current cross-browser
 dedicated dev developer documented e2e each end-to-end entire every existing extended extensive final focused frontend full function functional good green happy-path high in-scope important initial integration its key layer layers lint load local major manual
 mock necessary new no of old or other our passing performance previous project proper property relevant remaining related release repo required respective robust run sanity scoped security server client smoke snapshot some static
 suite suites solid sufficient syntax system that the their these this those targeted test tests testing type typecheck typechecks type-check ui unit updated user validation whole with written regression relevant pre-existing affected non-regression verification workspace implemented
 failing failed broken zero no security accessibility concurrency stress reliability compatibility
 user acceptance black-box white-box happy-path sad-path positive negative penetration exploratory thorough must can should will do still now currently unit/integration package packages platform automated pipeline pipelines stage standard`);

/** Words after "tests for …" that name nothing: "tests for the new code". */
export const UNNAMED_SUBJECTS = setOf(`
 for
 ac acs acceptance criteria business end-to-end integration use-cases endpoints apis ui backend frontend happy-path sad-path users
 correctness quality validity stability reliability everything continue proceed completeness
 as at ci in main master branch before after merge merging release locally accordingly invariant invariants green both across every where needed up date pipeline pr prs commit commits with without errors failures
 main-branch target staging production env environment environments machine platforms
 a all an and any api app application area areas backend base behavior behaviors behaviour bug bugs capability capabilities case cases change changed changes class classes code codebase common component components core critical each edge error errors every everything existing failure feature
 features fix fixes flow flows frontend function functional functionality functions happy implementation important in-scope key logic main major method methods modified module modules most new of or other our package packages parts path paths phase project public
 relevant requirements scenario scenarios scope service services significant stage story stories system task tasks that the their these this thing things touched updated use work workflow workflows business negative positive`);

/** Documents as things: "docs", "runbook", "rollback plan". */
export const DOC_NOUNS = setOf(`
 adr adrs architecture-docs api-docs architecture changelog checklist checklists comments contract contracts deck diagram diagrams doc docs docstring docstrings document documentation documents faq glossary guide guides guidelines handbook help instructions javadoc jsdoc
 manual manuals migration-guide notes onboarding example examples playbook playbooks plan policies policy postmortem prd presentation procedure procedures process processes proposal readme readmes reference release-notes report reports
 roadmap runbook runbooks schema-docs sop sops spec specification specifications specs strategy summary table tables template templates training tutorial tutorials user-guide walkthrough wiki decisions decision lessons limitations assumptions gaps findings rationale learnings approach conventions convention guidance`);

/** What one does to a document. */
export const DOC_PARTICIPLES = setOf(
  'complete completed created current documented done drafted finalised finalized published ready refreshed revised updated up-to-date written captured described recorded outlined summarized documentation',
);

/** Who is expected to approve, unnamed. */
export const REVIEW_NOUNS = setOf(
  'approval approvals review reviews sign-off signoff sign-offs signoffs acceptance buy-in consensus agreement feedback code-review peer-review retrospective demo walkthrough',
);
export const REVIEW_PARTICIPLES = setOf(
  'agree agrees approve approves reviewed approved agreed signed-off accepted peer-reviewed aligned informed endorsed ratified validated consulted demoed socialized satisfied happy',
);
export const UNNAMED_PEOPLE = setOf(
  'team teams stakeholder stakeholders everyone people reviewers management leadership business client clients customer customers users developers engineers members parties peers partners leads',
);
/** A role that is one known person or desk. */
export const NAMED_ROLES = setOf(
  'owner maintainer maintainers architect cto ceo ciso cfo cpo dpo po pm lead qa security-lead dba sre legal counsel compliance auditor sponsor manager director captain committee board codeowner codeowners author designer secretary chair vp',
);

/** Tools whose run has one known outcome. */
export const TOOLS = setOf(`
 actionlint alembic ansible axe bandit bats bazel black biome brakeman bruno buf bun bundler cargo catch2 checkov checkstyle chromatic clang-format clang-tidy clippy cmake codecov codeql commitlint coverage.py cosign ctest cypress dart dependabot depcheck detekt docker docker-compose dotnet
 eslint flake8 flutter flyway gitleaks go golangci-lint gradle grype hadolint helm hypothesis isort jacoco jasmine jest junit k6 kcov knip kube-linter kubeconform kubeval ktlint lefthook lighthouse liquibase locust madge markdownlint maven mocha msw mutmut mypy newman nox npm nyc nunit oxlint
 phpstan phpunit pip-audit playwright pint pnpm postman pre-commit prettier prisma prowler pylint pyright pytest rspec rubocop ruff sbt scalafmt schemathesis selenium semgrep shellcheck snyk sonarqube spectral sqlfluff sqlx storybook stryker stylelint supertest swiftlint syft tap terraform tflint tfsec
 tox trivy trufflehog tsc tsd turbo typescript tsgo ty uv valgrind vale vite vitest vue-tsc webpack wdio xctest xcodebuild xunit yamllint yarn zap zizmor wcag lhci axe-core pa11y backstop percy artillery gatling jmeter wrk hey vegeta oha openapi redocly pydantic deno mix credo dialyzer rustfmt gofmt`);

/** Things whose presence is seen by looking: "a tag is created", "the column is added". */
export const ARTIFACTS = setOf(`
 tickets issues prs extension extensions site website binary installer
 bar bars indicator indicators skeleton shortcut shortcuts meter spinner avatar picker slider stepper wizard accordion carousel hero timeline player paginator overlay backdrop thumbnail thumbnails textarea radio combobox prompt prompts
 dataclass class classes function functions module enumeration property properties attribute attributes parameter parameters argument arguments option setting
 alert alerts api-key badge badges banner bot branch branches breadcrumb bucket button buttons card cards cell checkbox checkboxes chip collection column columns command commands commit constraint container cookie cronjob cron crontab dashboard-page database databases dialog dialogs directory directories domain domains drawer dropdown
 dropdowns dns endpoint endpoints enum env event-type export field fields file files fixture fixtures flag flags folder folders footer form foreign-key header headers helper hook hooks icon icons image images index indexes indices input inputs issue key keys label labels landing-page layout-route link links
 list listener log-line marker menu menus message method middleware migration migrations modal modals namespace navbar page pages panel panels permission plugin popover pr prop queue queues repo repository role roles route routes row rows schema screen screens script scripts secret secrets section sections sidebar
 sheet sheets workbook spreadsheet worksheet chart charts graph map slash-command spinner stub subcommand subdomain submodule switch tab table tables tabs tag tags template-file ticket tile tiles toast toggle toggles token tool tools toolbar tooltip tooltips topic trigger type types url variable variables view volume webhook webhooks widget widgets workflow-file package packages`);

/** Where something may be put so that others find it. */
export const PLACES = setOf(`
 worktree readme changelog contributing license wiki confluence notion jira linear github gitlab bitbucket pypi npm crates.io maven-central dockerhub docker-hub ghcr registry appstore testflight environment staging production prod main master dev trunk
 database db s3 slack sharepoint grafana datadog sentry pagerduty vault supabase vercel netlify cloudflare heroku aws gcp azure kubernetes k8s openapi swagger storybook`);

/** Words that make a bare statement measurable without a number. */
export const ZERO = setOf('no zero none nothing nobody');

/** Faults that a tool or console counts: "no console errors", "zero vulnerabilities". */
export const COUNTED_FAULTS = setOf(`
 overflow overflows scrollbar scrollbars clipping truncation accesses alert alerts calls cycles crash crashes cve cves deadlock deadlocks dependencies dependency diff diffs difference differences duplicate duplicates error errors exception exceptions failure failures finding findings flake flakes flicker hits import imports js-errors leak leaks literal literals loss match matches mock mocks
 mutations occurrence occurrences panic panics placeholder placeholders reference references request requests result results rows secret secrets skip skips todo todos tracebacks unwrap violation violations vulnerabilities vulnerability vulns warning warnings writes credential credentials high high/critical critical lint pii token tokens downtime usages usage orphan orphans stub stubs`);

/** Verbs that measure a thing against something else. */
export const CONFORMING = setOf(
  'exceed reach surpass maintain preserve follow match meet satisfy obey respect align adhere comply conform fulfil fulfill',
);

/** What things are measured against without its being named: "conventions", "the design". */
export const STANDARDS = setOf(`
 criteria compatibility parity consistency quality
 architecture behavior behaviour brand branding convention conventions design designs documentation expectation expectations goal goals guideline guidelines implementation intent mockup mockups need needs pattern patterns philosophy plan policies policy practice practices principle

 target targets threshold thresholds baseline integrity security performance stability accuracy reliability availability accessibility usability experience semantics compliance
 principles reality requirement requirements rules spec specification specifications specs standard standards style styles styleguide vision`);
