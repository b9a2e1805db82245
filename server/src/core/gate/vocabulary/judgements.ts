import { setOf } from './inflect.ts';

/** Adjectives of taste: whether it holds depends on who looks. */
export const SUBJECTIVE_ADJECTIVES = setOf(`
 adaptable agile airtight approachable astute authentic battle-tested brilliant calm capable classy cogent commendable common-sense credible crystal-clear dependable disciplined distinctive eloquent enterprise-grade enterprise-ready
 exemplary exquisite extensive eye-catching fabulous fantastic favorable favourable foolproof fun glitch-free hassle-free high-fidelity honest immaculate impeccable inclusive industry-standard inviting judicious lag-free legible lively low-friction lucid
 non-disruptive nuanced on-brand optimum outstanding performant-enough pertinent plausible pristine production-safe production-worthy purposeful rational rewarding rigorous risk-free sharp slicker smarter smoother stress-free striking sturdy substantive succinct superior
 supportive tailored tolerable top-notch uncomplicated understandable undesirable unintended unnecessary unreasonable excessive vibrant vivid welcoming well-behaved well-commented well-crafted well-integrated well-maintained well-managed well-tuned well-understood
 worthy developer-friendly customer-friendly beginner-friendly operator-friendly admin-friendly novice-friendly touch-friendly family-friendly reader-friendly
 precise plain truthful minimalistic minimalist expected-level
 specific up-to-date descriptive self-documenting comfortable loosely-coupled
 reviewable testable measurable traceable auditable debuggable supportable demoable explainable inspectable navigable digestible
 acceptable accessible-enough accurate actionable adaptive adequate aesthetic aligned amazing appealing appropriate attractive awesome balanced beautiful believable best better bulletproof bug-free captivating
 careful clean cleaner clear clearer coherent cohesive comfortable compelling complete-enough comprehensive concise confident confusing considered consistent convenient convincing cool correct crisp
 decent detailed delightful desirable diligent discoverable dominant easy easier effective effortless elegant enforceable engaging enjoyable ergonomic error-free excellent expected exceptional
 exhaustive explicit expressive extensible fair familiar feature-complete first-class fit-for-purpose flawless flexible fluid forgiving frictionless friendly functional future-proof good great graceful grounded
 handy happy healthy harmonious healthy-looking helpful high-level high-quality holistic human-friendly human-readable ideal idiomatic immersive impressive incomplete informative innovative insightful
 intelligent intelligible interesting intuitive logical lovely maintainable manageable mature meaningful memorable mobile-friendly modern modular natural neat nice non-intrusive obvious operational organic organized orderly
 painless perfect pixel-perfect playful pleasant pleasing polished positive powerful practical predictable premium presentable pretty production-grade production-like production-quality production-ready prod-ready professional proper
 readable ready realistic real-world reasonable recognizable refined relevant release-ready reliable relevant repeatable resilient responsible reusable rich right robust rock-solid safe sane satisfactory satisfying scannable
 seamless secure self-contained self-evident self-explanatory sensible shippable simple simpler sleek slick smart smooth snappy solid sophisticated sound stale-free straightforward strong stunning
 stylish suitable superb surprising sustainable tasteful thorough thoughtful tidy timeless trusted trustworthy unambiguous uncluttered understandable understood unobtrusive usable useful user-friendly valuable verifiable viable
 visually-appealing well-balanced well-defined well-designed well-documented well-formatted well-formed-enough well-organized well-structured well-tested well-written workable worthwhile wonderful world-class`);

/** Adverbs of taste: they promise that a thing is done well. */
export const SUBJECTIVE_ADVERBS = setOf(`
 judiciously sensitively tactfully diligently elegantly descriptively informatively helpfully acceptably cohesively concisely consciously credibly decently diligently efficiently-enough ergonomically expressively fairly firmly gently handsomely legibly lucidly maturely precisely readably rigorously satisfyingly sharply simply-enough sleekly solidly sustainably tastefully timely uniformly verifiably vividly
 accurately adequately appropriately beautifully carefully cleanly clearly coherently comfortably completely-enough comprehensively confidently consistently conveniently correctly
 easily effectively effortlessly elegantly excellently faithfully flawlessly fluently fully-enough gracefully happily harmoniously idiomatically intelligently intuitively logically meaningfully
 naturally neatly nicely normally optimally perfectly pleasantly predictably productively professionally properly realistically reasonably reliably responsibly robustly safely satisfactorily seamlessly
 securely sensibly smartly smoothly soundly stably straightforwardly suitably sufficiently thoroughly thoughtfully tidily transparently trouble-free unambiguously usably usefully well wisely`);

/** Phrases that say "as it should be" without saying how it should be. */
export const AS_IT_SHOULD = [
  'as expected',
  'as intended',
  'as designed',
  'as desired',
  'as planned',
  'as before',
  'as usual',
  'as it should',
  'as they should',
  'as advertised',
  'as anticipated',
  'as normal',
  'end to end',
  'end-to-end',
  'out of the box',
  'like before',
  'the way it should',
  'without issue',
  'without issues',
  'without problems',
  'without problem',
  'without any issues',
  'without any problems',
  'without trouble',
  'without friction',
  'without confusion',
  'without guesswork',
  'without surprises',
  'without hiccups',
  'without glitches',
  'without breaking',
  'without conflict',
  'without conflicts',
  'without interruption',
  'without service interruption',
  'without complaints',
  'without incident',
  'without any errors or issues',
  'without breakage',
  'without disruption',
  'without degradation',
  'without regression',
  'without regressions',
  'without ad-hoc decisions',
  'without ambiguity',
  'without side effects',
  'without hassle',
  'without difficulty',
  'with ease',
  'with confidence',
  'in a sensible way',
  'in a reasonable way',
  'to a high standard',
  'in good shape',
  'in a good state',
  'in good order',
  'look and feel',
  'best practices',
  'meets expectations',
  'meet expectations',
  'makes sense',
  'make sense',
  'industry standard',
  'industry standards',
  'best practice',
  'under control',
  'happy path',
  'in all cases',
] as const;

/** What can be measured and here is only praised: asks for metric, number, unit. */
export const UNQUANTIFIED = setOf(`
 highly
 comparable equivalent-performance
 fast faster fastest quick quicker quickly rapid rapidly swift swiftly slow slowly speedy performant high-performance low-latency high-throughput scalable scalably efficient efficiently efficiency-minded optimal optimized optimised
 lightweight lean minimal minimally minimised minimized negligible marginal insignificant significant significantly materially drastically dramatically markedly appreciably greatly unduly substantial substantially considerable considerably noticeable noticeably measurable measurably
 improved improves improve enhanced reduced increased low lower high higher small smaller large larger big bigger huge enough sufficient sufficiently ample limited adequate-performance stable stably steady bounded-enough
 responsive timely promptly high-availability highly-available fault-tolerant performance-optimized cost-effective cost-efficient frequent frequently regularly rarely infrequent infrequently near-real-time
 many multiple diverse several numerous few some various most majority multiple-enough popular common typical widely`);

/** Nouns of measure: beside them, an adjective of size or "met" asks for a number. */
export const MEASURES = setOf(`
 rate rates crash-rate error-rates conversion engagement turnaround
 accuracy availability bandwidth battery benchmark benchmarks bundle capacity churn completeness compression concurrency consumption convergence cost costs cpu coverage durability efficiency error-rate fidelity footprint fps framerate growth io jank
 kpi kpis latencies latency load memory metrics noise overhead payload performance precision quality ram recall reliability response response-time retention robustness satisfaction scalability size sla slas sli slis slo slos speed stability storage
 throughput time times traffic uptime usage utilization volume volumes`);

/** Judging words in these company are names or states, not praise: `clean install`, `clear button`, `until ready`. */
export const HARMLESS_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  balanced: setOf('debit debits credit credits tree trees brackets braces parentheses binary classes dataset ledger entries'),
  clean: setOf(
    'up architecture arch build builds checkout checkouts clone clones container copy cut db database directory directories docker environment environments exit git host install installs installation machine machines main profile repo repository room run seed separation shutdown slate state start startup target tree vm volume workspace working worktree worktrees code-review',
  ),
  clear: setOf(
    'all browser button buttons cache caches cart chat cookies data errors filter filters form history icon input link localstorage log logs message-button option queue search selection storage text the text',
  ),
  common: setOf('code component components crate lib library module package types utils'),
  complete: setOf('button event state status action'),
  correct: setOf('answer answers option'),
  expected: setOf('error errors failure failures exit output outputs result results status value values'),
  familiar: setOf(''),
  fast: setOf('fail fails failure forward refresh path lane track'),
  flexible: setOf('box'),
  functional: setOf('component components programming requirement requirements test tests testing spec'),
  good: setOf('first-issue'),
  healthy: setOf(
    'check checks status state container containers service services pod pods node nodes endpoint host hosts instance instances replica replicas target targets',
  ),
  high: setOf(
    'alert alerts contrast availability-zone criticality cve findings finding item items issue issues priority risk severity vulnerabilities vulnerability water water-mark or and',
  ),
  higher: setOf('order version'),
  large: setOf('file files image images screen screens viewport upload uploads text print payload'),
  lean: setOf('proof kernel'),
  limited: setOf('to by scope access user users'),
  low: setOf('alert battery confidence contrast level priority risk severity stock memory-warning balance'),
  lower: setOf('case bound layer layers version priority'),
  minimal: setOf('api config configuration example image reproduction template app repro'),
  modular: setOf('monolith'),
  optimized: setOf('build image images'),
  plain: setOf('text html javascript js css http json object objects string strings file files'),
  quick: setOf('action actions add fix fixes info links look open pick reply search start view filter filters switcher'),
  ready: setOf('endpoint event for-review probe queue signal state status'),
  real: setOf('data'),
  reasonable: setOf(''),
  reliable: setOf('delivery queue'),
  responsive: setOf('breakpoint breakpoints grid image images'),
  rich: setOf('text editor text-editor snippet snippets media preview results'),
  right: setOf('align aligned arrow click column corner edge hand-side panel pane sidebar side drawer to of button'),
  safe: setOf('area areas harbor harbour mode'),
  secure: setOf('attribute boot context cookie cookies enclave flag hash headers store storage token'),
  simple: setOf('browser'),
  small: setOf('caps screen screens viewport viewports text'),
  smart: setOf('contract contracts card cards home quote quotes pointer pointers'),
  some: setOf(''),
  sound: setOf('effect effects file files level plays'),
  stable: setOf(
    'across between branch channel diffusion hash id identifier identifiers ids key keys order ordering release releases slug slugs sort tag toolchain url urls version versions api',
  ),
  strong: setOf('consistency password passwords params parameters reference tag typing'),
  useful: setOf(''),
};

/** Adverbs that qualify nothing here: they may stand between subject and verb. */
export const PLAIN_ADVERBS = setOf(`
 actually inline above below side-by-side overnight hourly daily weekly monthly additionally again all already also always alone anymore asynchronously atomically automatically back both byte-for-byte concurrently continuously currently currently directly down each either entirely even everywhere exactly explicitly finally first forward fresh freshly fully
 further here idempotently immediately implicitly in independently initially instantly instead internally just locally lazily manually merely modally never newly no-longer not now off on once online offline only optionally out over own periodically
 persistently physically programmatically publicly quietly randomly recursively remotely sequentially server-side client-side silently simply simultaneously soon statically still strictly successfully
 synchronously temporarily then there together too twice up uniquely upfront verbatim yet then completely totally`);
