import { setOf } from './inflect.ts';

/** Always a report on work, whatever follows. */
export const WORK = setOf(`
 achieve address agree analyse analyze assess clarify complete conclude consider define describe design determine develop discuss document establish estimate evaluate execute explain explore prove demonstrate discover justify finalise finalize finish fulfil fulfill handle harden identify implement
 improve incorporate integrate investigate understand learn map meet mitigate model optimise optimize organise organize outline plan polish prepare prioritise prioritize profile refactor refine research review revise satisfy scope simplify specify stabilise stabilize
 standardize streamline study support tackle test think-through train triage tune validate verify wire wire-up work-out sign-off approve align confirm call-out cover resolve record conduct perform call accomplish decide gather finish do achieve ensure guarantee assure`);

/** A report on work only where nothing follows: "configured", but not "configured to reject". */
export const MAYBE_WORK = setOf(
  'enforce correct adjust patch repair connect link-up notify inform brief accept lock freeze adopt ratify submit hand-over release produce compile craft establish engage recruit catalog curate label normalize standardize evaluate package port refine ship version enforce make order draft deliver replace externalize centralize modularize containerize extract contact appoint circulate distribute isolate decouple apply restructure reorganize outsource configure measure update check fix capture create add build set-up setup deploy migrate monitor secure instrument maintain operate onboard communicate share collect gather log upgrade audit baseline benchmark write automate enable install select provision allocate track clean-up cleanup consolidate back-up justify assign provide generate fund extract convert survey rebuild replicate launch go-live include',
);

/** Words of state that report work: "setup complete". */
export const STATES_OF_WORK = setOf(
  'runnable current successful compatible accessible complete done finished operational in-place functional available ready live clean satisfied resolved finalized in',
);

/** Subjects that a running system has; "failed jobs are recorded" is an event, not a report. */
export const AT_RUNTIME = setOf(
  'request requests event events error errors failure failures attempt attempts message messages job jobs user users session sessions token tokens row rows record records entry entries input inputs payload payloads call calls order orders payment payments signature signatures webhook webhooks jwt permission permissions credential credentials ownership checksum checksums click clicks response responses transition transitions value values change changes field fields password passwords time times timestamp timestamps duration durations',
);

/** What is done with people: "pilot users onboarded" is work, although users are met at run time too. */
export const WITH_PEOPLE = setOf('onboard train contact communicate convert survey assign migrate');

/** What a running system does, said in the present: "duplicates are removed". */
export const BY_THE_SYSTEM = setOf('remove log track update capture measure check generate create collect share add write');

/** What is seen by looking, where it was done to a thing of the screen or the repository. */
export const STRICT = setOf('create add set-up setup build enable install deploy remove write');

/** What a running system does as well: "handled in order of arrival". */
export const ALSO_AT_RUNTIME = setOf('deliver execute handle perform resolve validate verify map organize record prioritize');

/** Given to somebody: that they have it is not seen. */
export const HANDED_OVER = setOf('deliver hand-over communicate present circulate distribute');

/** What these verbs did to a thing of the screen or the repository is seen by looking: "logout button implemented". */
export const PUTS_THERE = setOf('implement define');

/** "verified on device": where, but not what was seen there. */
export const MACHINES = setOf(
  'device devices hardware machine machines desktop mobile phone phones tablet tablets browser browsers platform platforms environment environments',
);
