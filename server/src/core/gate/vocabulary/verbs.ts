import { conjugate, setOf, type VerbReading } from './inflect.ts';

/**
 * Verbs whose outcome somebody sees: on a screen, in a response, in a file, in a state. "The page shows three rows" can be decided.
 * Irregular pasts follow a colon.
 */
const OBSERVABLE = `
 abandon absorb accompany accrue accumulate acquire act administer aggregate amplify anonymize approximate associate assume autocomplete autofill avert backfill base batch become:became categorize cause cease chunk condense crawl
 decay destroy diagnose digest disengage disregard disturb donate drill drip dump encounter exchange fail-over flee:fled fly:flew,flown free furnish glow grade hand-off heat hibernate impair impede initiate inquire interfere invoice involve kick-off
 lack lease lend:lent license localize loosen mature mediate melt negate obligate offload oscillate outperform overlook penetrate permeate plug pour preclude predefine prime provoke purchase qualify ramp recommend rectify regulate reimburse rejoin relate
 relieve rely replicate rescue resemble resign resist retarget scrape scratch screen scrub segregate shape shout signal skew speak:spoke,spoken spell spend:spent spike spoof spread:spread squeeze stain strain suffer superimpose supply surge swallow
 tear-down threaten tile tint transcribe transpile transpose trap travel trend triple undergo:underwent,undergone unite version visualize warp wash waste wear:wore,worn whisper wind:wound worsen
 roundtrip round-trip avoid admit afford allot amount append arise:arose,arisen ascend attest bail bear:bore,borne bisect bubble bypass carve climb coalesce coexist collide commence compose conceal confer
 connote consult contradict contrast converge convey crash-loop cross-link curtail dangle deadlock debug defy demote denote depict deposit deprecate descend detour deviate dial dictate diminish dip disclose discover disrupt dominate drain dwell elapse elide elongate embody
 emulate enlarge enroll ensue entail enumerate equate escalate evade evaporate exert exhibit expedite exploit extrapolate falsify fan-out flicker fluctuate follow-up foresee forfeit fuse fuzz gray-out grey-out grow halve hardcode harvest heal honor hop idle
 impersonate incur indent induce infect inflate inhabit inhibit inhale inscribe insulate interleave interlock interpret intersperse intervene invert juggle jog lag lapse leap listen livestream loom lurk maximize multiplex mutate neglect neutralize nullify
 occlude offset omit opt-in opt-out outlast outlive outnumber outrank overcome overdraw overload overrun overshoot parallelize parameterize parry peak perish pertain phase-out pinpoint plateau plunge portray postpone precede preempt prerender prescribe presuppose prevail probe procure project proliferate prolong
 propose prosper purport quiesce quote reallocate reassign reauthenticate rebalance rebind rebroadcast recap recede reclaim recreate recur recycle redeploy redial redisplay redo reenter refer-to refetch refill reflow refocus reformat regain regress rehydrate reinforce reinitialize reinsert reinstall reinstate
 reiterate relabel relax relay relinquish relist relocate remap remedy remit reopen repay repel replenish repost reprompt repudiate rescan rescind reside resolve-to resubmit resurface retain retract retransmit retrigger reunite revalidate reverify revisit revive revolve rewire rotate-out rubber-band salvage
 saturate scatter schedule scramble seek:sought self-heal sever shed:shed shield shine:shone sink:sank,sunk skim snooze soak span sparkle specialize spill splash sprout squash stagger stall steal:stole,stolen stem stipulate stitch stow strand stray stutter subside succumb suffice supplant 
 sustain swell tally tamper taper teleport tether thaw tolerate topple torque traverse tumble unarchive unassign unban unbind unload unmask unmute unpause unpin unset unsuspend untangle upscale usher vacate veto vibrate violate volunteer waive weave:wove,woven wipe withdraw withstand:withstood wobble
 drive:drove,driven govern power fuel dictate unlock yield mutate sanitize subsume
 adapt-to adopt allocate appear arrange assemble attend belong blacklist blink blur borrow browse capitalize center charge circulate cite clarify classify clean-up colour color comprise confine conflict consist constrain customize decide decorate deactivate delay derive descend
 discard distinguish distribute divert drain drift elaborate elevate enclose engage enumerate equip exempt exhaust exist expel explode explain fasten fit:fit,fitted flash flatten fluctuate forget:forgot,forgotten frame gather grab guide hand happen hover imply impose inform inline inspect
 intersect introduce lead:led leap lengthen letter level lie:lay,lain line lock-out locate manifest max mention mimic mint mirror miss modulate narrow negotiate nudge number obscure obtain occupy overlap oversee own park partition peek pend penalize permit pipe pivot place plot
 precompute prefer prefill pre-fill preselect price prioritize prompt provision pulse quarantine quote randomize rank re-enable reappear rebase reclassify redeem reference regenerate reindex remember remind remount rent repaint replenish repopulate reprice reprocess resend:resent
 reshape respawn retire retype reverse reword rewind:rewound rotate salt seal segment shift shorten shrink shuffle simulate slice slow snapshot solve specify stale standardize steer strike:struck stretch subdivide suggest surround suspend tail target thread tie tilt toast touch trail
 traverse treat tween uncheck underline unfold uninstall unpublish unstage unwrap unzip vary vest vote warm weigh whitelist widen withhold:withheld wire wrap yield zip
 abort accept acknowledge activate add advance alert allow animate announce answer appear append apply archive arrive ask assign attach
 authenticate authorize auto-open auto-save autosave await back bind:bound block boot bounce break:broke,broken bring:brought broadcast build:built buffer bump
 cache calculate call cancel cap carry cast:cast catch:caught change check choose:chose,chosen clamp claim clear click clone close coerce collapse
 collect combine come:came,come commit compare compile complete compress compute concatenate connect consume contain convert copy correspond
 count crash create crop cycle debit debounce declare decline decode decompress decrease decrypt dedupe deduplicate default defer degrade delegate
 delete deliver deny depend deploy dequeue deregister derive describe deserialize detach detect determine differ disable disappear disconnect dismiss dispatch
 display divide double download downgrade drag draw:drew,drawn drop duplicate echo edit elect eliminate emit empty earn beep blink bounce charge comment cross dim embed enable encode encrypt end enqueue enrich enter
 equal erase error escalate escape evaluate evict exceed exclude execute exit expand expire expose export extend extract fade fail fall:fell,fallen fall-back fetch
 fill filter find:found finish fire fix flag flip float flow flush focus fold follow forbid:forbade,forbidden force fork form format forward freeze:froze,frozen gain gate
 give:gave,given generate get:got,gotten go:went,gone grant group grow:grew,grown halt hang:hung hash hide:hid,hidden highlight hit:hit hold:held hook hydrate ignore import include
 increase increment index infer inherit initialize inject insert inspect install instantiate interpolate intercept interrupt invalidate invoke isolate
 issue iterate join jump keep:kept land last launch leak leave:left let:let lift limit link list listen live load locate lock log log-in log-out log-on loop lose:lost
 lower make:made mark mask match match-up materialize measure merge migrate minimize mirror mix modify mount move multiply mute name navigate nest normalize note notify
 obey occur offer omit open opt order originate output overflow overlay override overwrite:overwrote,overwritten own pack pad page paginate paint pan parse pass paste patch pause persist
 pick pin ping place play point poll pop populate post precede predict prefix preload prepend present preserve press preview prevent print proceed process produce
 progress prohibit prompt propagate protect proxy prune publish pull purge push put:put query queue quit:quit raise rank reach react read:read rebuild:rebuilt receive recalculate
 reclaim recognize recompute reconcile reconnect record recover redact redirect redraw:redrew,redrawn reduce refer reference reflect refresh refund refuse register reject
 release reload remain remove rename render renew reopen reorder repeat replace replay reply report represent reproduce request require reroute reschedule reserve reset:reset
 resize resolve respond restart restore restrict result resume retain retrieve retry return reuse reveal revert revoke rewrite:rewrote,rewritten ring:rang,rung rise:rose,risen roll roll-back roll-up rotate round
 route run:ran,run sanitize satisfy save scan schedule score scroll search seed see:saw,seen select send:sent separate serialize serve set:set shard share ship:shipped show:showed,shown
 shrink:shrank,shrunk shut:shut shut-down sign sign-in sign-out sign-up simulate sit:sat skip slide:slid snap sort spawn specify spin:spun split:split stack stamp stand:stood start state stay
 step stick:stuck stop store stream strip submit subscribe substitute subtract succeed sum supersede suppress surface survive suspend swap swipe switch sync synchronize
 tag take:took,taken tap terminate throttle throw:threw,thrown tick time-out timeout toggle tokenize total trace track transcode transfer transform transition translate transmit trigger trim
 truncate turn type unblock undo:undid,undone unlink unlock unmount unpack unregister unsubscribe update upload upsert use validate vanish verify view visit wait
 pay:paid buy:bought sell:sold withdraw:withdrew,withdrawn deposit settle invite ban vote rate like win:won die respawn walk say:said tell:told think:thought mean:meant feed:fed lead:led light:lit
 wake:woke,woken walk warn watch wrap write:wrote,written yield zoom zero`;

/** Verbs that only promise: two readers would look for different things. */
const VAGUE = `
 accommodate address adhere align allow-for appear-as assist balance behave benefit bridge cater comply conform consider continue contribute cope coordinate deal:dealt
 demonstrate do:did,done empower encapsulate encourage enforce enhance ensure establish explore facilitate feel:felt foster function
 handle harden help honor honour implement improve incorporate integrate interact leverage maintain manage meet:met operate optimize optimise orchestrate perform
 promote provide respect trust understand:understood know:knew,known believe enjoy appreciate prefer want grasp scale seem serve-as simplify solve strengthen streamline strive support uphold utilize utilise work`;

/** What people do to a piece of work: as a predicate ("Docs reviewed") it tells that somebody was busy, not what there is to see. */
const PROCESS = `
 externalize centralize modularize containerize parameterize abstract decouple isolate encapsulate formalize tidy prune contact appoint hire circulate restructure reorganize outsource apply replace assign staff budget fund rehearse
 accomplish achieve address agree analyse analyze approve assess assign-off audit baseline benchmark brief brainstorm capture catalog:cataloged,catalogued check clarify clean-up cleanup close-out communicate
 complete conduct configure confirm consolidate consider cover decide define deliver demo demonstrate describe design determine develop discuss document draft
 enhance ensure establish estimate evaluate examine execute explain explore finalise finalize finish fix fulfil fulfill gather handle harden identify implement improve incorporate
 inform instrument integrate inventory investigate itemize justify learn log maintain map measure meet:met mitigate model monitor negotiate note onboard optimise optimize organise organize outline
 perform plan polish provision allocate prepare prioritise prioritize profile prototype prove:proved,proven publish-up ratify rationalize reconcile record refactor refine rehearse research resolve
 review revise revisit sanity-check satisfy schedule scope secure set-up setup sign-off simplify smoke-test socialise socialize specify stabilise stabilize stand-up standardize
 streamline study summarise summarize support survey tackle test think-through track train triage troubleshoot tune understand:understood update upgrade validate verify wire wire-up work-out write:wrote,written`;

/** Orders a task begins with: "Refactor the store". What is true afterwards is not said. */
const TASK = `
 know:knew,known familiarize acknowledge aim strive agree attempt try 
 achieve adapt add adjust adopt advance align analyse analyze annotate apply archive assess audit automate begin:began,begun benchmark brainstorm bring:brought build:built capture centralize clarify clean clean-up cleanup
 collect complete configure conduct connect consider consolidate construct containerize convert coordinate create decide decompose decouple define deliver deploy deprecate derive describe design determine
 develop document draft enable encapsulate enforce enhance ensure establish evaluate evolve execute expand explore expose extend extract finalise finalize fine-tune finish fix
 formalize generalise generalize generate handle harden host identify implement improve incorporate increase initialize instrument integrate introduce investigate
 lay:laid learn leverage maintain make:made manage map migrate minimise minimize model modernize modularize monitor move normalize onboard optimise optimize orchestrate organise organize outline
 package perform pilot plan polish port prepare prioritise prioritize produce promote prototype provide publish rebuild:rebuilt reconcile record reduce refactor refine remove rename
 reorganize replace research resolve restructure review revise revisit rewrite:rewrote,rewritten roll-out scaffold scale schedule secure separate set-up setup simplify specify split:split stabilise stabilize
 standardise standardize start strengthen streamline study support survey think:thought tidy track train transition translate triage tune understand:understood unify update upgrade
 use validate wire wire-up work write:wrote,written`;

/** Orders that ask somebody to look: what follows is the statement to judge. */
const CHECK =
  'assert assure check confirm demonstrate ensure expect guarantee inspect observe prove:proved,proven test validate verify';

/** Orders of a walk through a running system. */
const ACTION = `
 apply boot browse build:built call cancel change check choose:chose,chosen clear click clone close compare compile connect copy create curl delete deploy disable disconnect download drag drop
 edit enable enter execute export fill filter go:went,gone grep hover import inspect insert install invoke kill launch list load log-in log-out login look measure move
 navigate open paste pause ping play post press query read:read rebuild:rebuilt reboot refresh register reload remove rename repeat replay request reset:reset resize restart resume re-run rerun retry run:ran,run save scan scroll
 search see:saw,seen select send:sent set:set show:showed,shown shut-down sign sign-in sign-out sign-up simulate start step stop submit swipe switch sync tap toggle trigger try turn type uninstall unplug
 update upload use view visit wait watch zoom ask display prompt allow deny reject`;

export const observableVerbs = conjugate(OBSERVABLE);
export const vagueVerbs = conjugate(VAGUE);
export const processVerbs = conjugate(PROCESS);
export const taskVerbs = conjugate(TASK);
export const checkVerbs = conjugate(CHECK);
export const actionVerbs = conjugate(ACTION);

/** Every verb that the reading knows; where a form belongs to several verbs, the first table wins. */
export const verbs: ReadonlyMap<string, VerbReading> = new Map([
  ...actionVerbs,
  ...taskVerbs,
  ...processVerbs,
  ...vagueVerbs,
  ...checkVerbs,
  ...observableVerbs,
]);

const PREFIX =
  /^(?:re|peer|unit|code|smoke|load|stress|double|dry|spell|fact|cross|pre|auto|un|de|pre|co|mis|over|under|out|cross|double|hot|cold|force|bulk|lazy|soft|hard|fast|back|live|batch|self)-/;

/** The reading of a known verb, also with a hyphened prefix: "re-sends", "auto-opens". */
export function readVerb(word: string): VerbReading | undefined {
  const known = verbs.get(word);
  if (known) return known;
  if (!word.includes('-')) return word.startsWith('re') && word.length > 5 ? againVerb(word.slice(2)) : undefined;
  const bare = word.replace(PREFIX, '');
  return bare === word ? undefined : verbs.get(bare);
}

/** "regrows", "rejoined": what is done again. */
function againVerb(rest: string): VerbReading | undefined {
  return NOUN_TOO.has(rest) ? undefined : verbs.get(rest);
}

/** Forms of "be". */
export const BE = setOf("is are was were be been being am isn't aren't wasn't weren't");

/** Words that put a verb after them: what may, must or does happen. */
export const AUXILIARY = setOf(
  "can cannot can't could couldn't will won't would wouldn't shall must mustn't should shouldn't may might has have had hasn't haven't does do did doesn't don't didn't",
);

/** Verbs that say everything without an object: "the server starts", "the job expires". */
export const COMPLETE_ALONE = setOf(`
 abort appear arrive autosave auto-save boot close collapse compile complete connect crash deploy disappear disconnect exit expand expire fail fall-back finish fire halt hang
 install launch load lock log-in log-out open pause persist quit reappear reconnect refresh reload restart resume retry roll-back rollback rotate run save scroll sign-in sign-out shut-down shut
 start stay stop stream submit succeed survive sync terminate time-out timeout unlock vanish work-offline animate toggle`);

/** Forms that are as often a noun as a verb: only the neighbours tell. */
export const NOUN_TOO = setOf(`
 sign-up sign-in sign-out log-in log-out set-up clean-up roll-back time-out shut-down opt
 open close quiz empty clean staff aggregate free base batch batches cause causes chunk chunks crawl crawls decay digest digests drill drills dump dumps exchange exchanges grade grades heat invoice invoices lack lease leases license licenses plug plugs prime purchase purchases ramp ramps rescue
 scratch screen screens shape shapes signal signals spell spells spike spikes spread stain strain supply supplies surge surges tile tiles tint tints trap traps travel trend trends triple triples version versions wash waste wear wind winds act acts
 login logout signin signup setup cleanup startup shutdown checkout lookup backup rollout
 access accesses account accounts address addresses alert alerts answer answers approach archive archives audit audits back benefit benefits block blocks book books boot branch branches break breaks broadcast broadcasts buffer buffers build builds bump
 cache caches call calls cap cast cause causes challenge change changes chart charts check checks claim claims clear click clicks clone clones close code codes collapse command commands commit commits compile complete compress contact contacts
 contract contracts control controls copy copies cost count counts cover covers crash crashes cross cycle cycles damage deal deals debug decline declines default defaults degrade delay delays delete deletes demand demo demos deploy deploys design designs
 detail details dispatch display displays divide document documents double download downloads draft drafts drag draw drop drops duplicate duplicates echo edit edits email emails embed end ends error errors escape estimate estimates event events excerpt exit exits export exports extract extracts
 fail fall fetch fetches field fields file files fill fills filter filters finish fire fires fix fixes flag flags flip float flow flows flush focus fold force forces fork forks form forms format formats forward freeze function functions
 gain gains gate gates grant grants graph graphs group groups guard guards guide guides handle handles hash hashes help hit hits hold hook hooks host hosts import imports include includes increase increases index indexes influence input inputs insert inserts install installs interface interfaces invoice issue issues
 join joins jump jumps key keys label labels land last launch launches lead leads leak leaks leave level levels lift limit limits link links list lists live load loads lock locks log logs loop loops lower map maps mark marks mask masks match matches
 measure measures merge merges message messages metric mirror mirrors mix model models monitor monitors mount mounts move moves name names need needs note notes notice object objects offer offers order orders output outputs overflow override overrides overlay
 pack packs pad page pages paint panel park parse part parts pass patch patches pause pauses permit pick pin ping pings pipe pipes pitch place places plan plans play plays plot plots point points policy poll polls pop port ports position post posts practice present press preview previews print prints process processes produce profile profiles program programs
 progress project projects prompt prompts prototype proxy pull purge push pushes query queries question queue queues range ranges rank ranks rate rates reach read reads reason rebuild rebuilds record records redirect redirects reference references refresh refreshes refund refunds register registers reject rejects release releases
 reload replay reply replies report reports repeat request requests research reserve reset resets resize restart restarts restore restores result results retry retries return returns reuse reverse revert reverts review reviews rewrite ring rise risk risks roll rollback rollbacks root round rounds route routes rule rules run runs
 sample save saves scale scales scan scans schedule schedules schema scope score scores screen screens scroll search searches section seed seeds select send sends sense sentence separate serve service services set sets setup setups shape shapes share shares shell shift ship show shows sign signs simulate sit skip slide slides sort sorts source sources space span spans spawn speed split splits stack stacks stage stages stamp stand start starts state states
 step steps stick stop stops store stores stream streams stress strip structure structures study style styles submit subject subjects sum support supports surface surfaces survey surveys swap switch switches sync syncs table tables tag tags take takes tap target targets task tasks template test tests text throttle tick ticket tickets time times timeout timeouts title toggle toggles token tokens
 total totals touch trace traces track tracks trade transfer transfers transform transforms transition transitions treat trigger triggers trim trip trust try turn turns type types undo update updates upgrade upgrades upload uploads use uses user users value values view views visit visits voice vote wait walk watch watches
 wire work works wrap write writes yield yields zero zoom zooms separate approximate document process perfect project signature subject sequence experience function functions input output structure name names plan plans purchase practice monitor monitors model models train trains interest interests interact capture captures handle handles tackle tune tunes brief outline outlines baseline baselines benchmark benchmarks inventory scope scopes secure log logs map maps estimate profile package packages port host hosts pilot prototype
 ban bans bid bids blink blur blurs bounce bounces buy buys center centers charge charges color colors colour colours comment comments conflict conflicts drift drifts drive drives feed feeds flash flashes frame frames fuel grab guide halt halts hover hovers letter letters lie lies light lights line lines
 manifest manifests mention mentions mint miss misses nest nests number numbers overlap overlaps park parks partition partitions pivot pivots power powers price prices proxies pulse pulses quarantine quote quotes raise raises respawn respawns reveal reveals salt salts seal seals segment segments
 shards shift shifts ship ships shuffle shuffles slice slices snap snaps snapshot snapshots spin spins stands stays stretch stub stubs sum sums swap swaps swipe swipes tail tails thread threads throws tie ties tilt tilts toast toasts trail trails vest votes waits walks wins wires zip zips
 attempt attempts balance balances budget budgets conduct contribute discount discounts experience experiences factor factors highlight highlights lease leases notice pledge pledges queue rewind scaffold shadow shadows sketch sketches stall stalls strike strikes summary survey surveys tracker treat twist wager worth`);
