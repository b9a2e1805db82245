import type { GateKind } from '../model.ts';
import { ownText } from '../source.ts';
import { filesToChange, filesToLeave } from './fileLabels.ts';
import { dropEnd, withoutQualifier } from './text.ts';

/** What a heading or label announces. */
export type Topic =
  | { readonly role: 'gate'; readonly kind: GateKind }
  /** The scope of a phase; `files` is a list of files, in which prose is only a remark. */
  | { readonly role: 'scope'; readonly mode: 'in' | 'out'; readonly source: 'scope' | 'files' }
  | { readonly role: SimpleRole };

export type SimpleRole =
  | 'tasks'
  | 'checklist'
  | 'evidence'
  | 'deferred'
  | 'signoff'
  /** The tries to pass a gate, failed ones included. */
  | 'attempts'
  | 'decision'
  /** Talks about another phase (what comes next, related documents): nothing in it defines anything. */
  | 'reference'
  | 'status'
  | 'estimate'
  | 'depends'
  | 'phase-number'
  | 'phase-name'
  | 'result'
  | 'command'
  | 'expected'
  | 'note'
  | 'actor'
  | 'actor-role'
  | 'date'
  | 'correlation'
  /** A list of tags, branches or commits. */
  | 'git'
  /** A known section that is none of the above (goal, risks, architecture). */
  | 'other';

interface Entry {
  readonly topic: Topic;
  /** Alternatives of a regular expression, over `normalLabel` text. */
  readonly words: string;
  /** Labels only, headings only; else both. */
  readonly in?: 'heading' | 'label';
}

const gate = (kind: GateKind): Topic => ({ role: 'gate', kind });
const role = (name: SimpleRole): Topic => ({ role: name });

/** In order of precedence: the first entry that matches decides. */
const table: readonly Entry[] = [
  { topic: role('git'), words: 'tag format|git tag(?:s|ging)?|tagging(?: command)?|commits?|commit summary|branch(?:es)?|commit convention' },
  { topic: role('attempts'), words: '(?:phase )?gate attempts?(?: (?:log|history))?|attempts(?: at the gate)?|attempt (?:log|history)' },
  { topic: role('other'), words: 'gate failure(?: protocol)?|failure protocol|failed gates?|(?:when|if) (?:a|any|the) gates? fails?|gate (?:process|protocol|discipline|log|history|format|template|overview|policy|owners?|reviewers?)|testing strategy|risk gates?', in: 'heading' },
  { topic: { role: 'scope', mode: 'out', source: 'scope' }, words: '(?:explicitly )?out[- ]of[- ]scope|non-?goals?|not in scope|no[tn][- ]in[- ]this[- ]phase|excluded(?: paths| files)?|exclusions?|off[- ]limits|(?:do|may|must|will) not (?:touch|modify|change|edit)|no changes to|excluded from (?:the |this )?(?:gate|phase|scope|release)|(?:explicitly |intentionally )?not (?:part of|covered by|required for|included in) (?:the |this )(?:gate|phase|scope|release)|(?:forbidden|protected|restricted|prohibited|disallowed|read-?only|off-limits) (?:files?|paths?|dirs?|directories|areas?)|fuera de alcance|fora do escopo|hors périmètre|nicht im umfang|スコープ外|対象外|范围外|不在范围(?:内)?|범위 제외' },
  { topic: { role: 'scope', mode: 'out', source: 'files' }, words: filesToLeave },
  { topic: { role: 'scope', mode: 'in', source: 'files' }, words: filesToChange },
  { topic: { role: 'scope', mode: 'in', source: 'scope' }, words: 'in[- ]scope|scope(?: of (?:work|this (?:phase|stage)|changes?))?|(?:phase|current|task|change|work|stage|sprint|milestone|wave|slice|pr|file|edit|write|approved|allowed) scope|scope \\((?:in|files|paths)\\)|included|alcance|escopo|umfang|périmètre|スコープ|対象範囲|范围|範囲|범위|область' },
  { topic: role('deferred'), words: 'deferred(?: items?| work| tasks?| to .*| until .*| \\(.*\\))?|deferrals?|defer(?:red)? ?(?:&|and) ?capture|postponed|carried over|carry[- ]?over|moved to (?:phase|stage|later).*|parking lot|parked|延期|aplazado|verschoben' },
  { topic: role('decision'), words: '(?:final |gate |phase )?(?:decision|verdict)|final status|(?:f\\) )?decision|outcome decision|go or no[- ]go' },
  { topic: gate('go-no-go'), words: '(?:\\S+ ){0,2}(?:go ?/ ?no[- ]?go|go[- ]no[- ]go)(?: \\S+)?(?: (?:criteria|checklist|checks?|gate|review|points?))?|go criteria' },
  { topic: role('result'), words: '(?:acceptance |exit |phase |stage )?gate (?:result|outcome|status|verdict)|(?:test |actual |verification )?results?|outcome|actual|pass ?/ ?fail(?: status)?|結果|结果|결과|resultado|ergebnis' },
  { topic: gate('entry'), words: 'entry (?:criteria|criterion|gate|conditions?|requirements?)|when to start (?:a|the) (?:new|next) (?:phase|stage)|(?:a )?(?:new|next) phase (?:may )?starts? when|preconditions?|start criteri(?:a|on)|pre-?flight(?: checks?| checklist)?|prerequisites? \\(?gate\\)?|criterios de entrada|開始条件|准入条件|entrance criteria' },
  { topic: gate('exit'), words: 'exit (?:criteria|criterion|gates?|conditions?|definition|requirements?|readiness|checklist|bar|tests?|checks?|demo)|sign-?off (?:criteria|criterion|conditions?|requirements?|checklist|gate)|phase[- ]exit(?: .*)?|criterios de salida|critérios de saída|退出标准|退出条件|終了条件|出口条件|종료 (?:조건|기준)|austrittskriterien' },
  { topic: gate('acceptance'), words: 'acceptance(?: criteri(?:a|on)| gates?| checks?| tests?| conditions?| requirements?| checklist)?(?: verified| met)?|deliverables verified|criterios de aceptaci[oó]n|crit[eé]rios de aceita[cç][aã]o|critérios de aceite|crit[eè]res d.acceptation|akzeptanzkriterien|abnahmekriterien|验收(?:标准|条件|要求|清单)?|ac (?:清单|列表|checklist|list)|驗收(?:標準|條件|要求|清單)?|(?:(?:共通|全体|各フェーズ|フェーズ)の)?受け?入れ?(?:基準|条件)|인수 (?:조건|기준)|수락 기준|acceptatiecriteria|criteri di accettazione|kryteria akceptacji|kabul kriterleri|kriteria penerimaan|tiêu chí (?:chấp nhận|nghiệm thu)|критерії (?:приймання|прийняття)|akceptační kritéria|acceptanskriterier|критерии при[её]мки|معايير القبول' },
  { topic: gate('success'), words: 'pass(?:ing)? (?:criteria|criterion|conditions?|requirements?)|success (?:criteria|criterion|metrics?|conditions?|measures?|indicators?|looks like)|criterios de éxito|critérios de sucesso|erfolgskriterien|成功标准|成功基準|성공 (?:기준|지표)|критерии успеха|critères de succès' },
  { topic: gate('completion'), words: 'completion (?:criteria|criterion|conditions?|gates?|definition|requirements?|checklist)|criteria for completion|(?:(?:an?|each|every|this|that|no) )?(?:phase|stage|step|sprint|milestone|it|task|work|plan) (?:is )?(?:not )?(?:considered )?(?:completed?|done|finished|closed)(?: only)? (?:when|if|until|unless)(?: .*)?|(?:is )?(?:considered )?completed?(?: only)? (?:when|if)|finished when|fertig,? wenn|terminad[oa] cuando|conclu[ií]d[oa] quando|terminée? quand|готово,? (?:когда|если)|selesai (?:jika|bila)|完成条件|完成标准|完了(?:条件|基準)|완료 (?:조건|기준)|klaar wanneer|criteri di completamento|kryteria (?:ukończenia|zakończenia)|kriteria selesai|tiêu chí hoàn thành|tamamlanma kriterleri|критерії завершення|критерии завершения|criterios de finalización|critérios de conclusão|معايير الاكتمال' },
  { topic: gate('dod'), words: 'definition of done|definition[- ]of[- ]done|dod|done[- ]when|done (?:criteria|means|definition)|(?:is )?done if|definición de hecho|definição de pronto|完成の定義|完了の定義|完成定义' },
  { topic: role('checklist'), words: 'manual (?:test(?:s|ing)?|qa|checks?|verification|validation|checklist)(?: .*)?|(?:phase \\S+ )?gate: manual testing|(?:test|qa|uat|smoke(?: test)?|testing|regression) (?:checklist|plan|script|cases?|scenarios?|matrix)|(?:\\S+ ){1,3}(?:qa|uat|smoke(?: test)?|manual(?: test(?:ing)?)?|regression|test(?:ing)?) checklist|uat|user acceptance test(?:s|ing)?|smoke tests?|human verification|手動テスト|手动测试|수동 테스트|pruebas manuales|testes manuais|manuelle tests?' },
  { topic: gate('checkpoint'), words: 'checkpoints?(?: (?:\\S{1,4}|gates?|criteria|reviews?|conditions?))?|milestone check' },
  { topic: gate('readiness'), words: '(?:\\S+ ){0,4}readiness (?:checklist|criteria|check|gate|review)|ready (?:when|if)|definition of ready|rollback readiness check' },
  { topic: gate('verification'), words: '(?:(?!(?:e-?mail|signature|identity|token|account|phone|licen[cs]e|user|age|address) )\\S+ verification|(?:(?:final|manual|automated|phase|stage|local|build|tests?|gate|acceptance|release|deployment|quick|functional|runtime|technical|user|human|ci|e2e|end-to-end|pre-\\S+|post-\\S+|required|overall|system|production|migration|plan|implementation|verification) (?:(?:&|and) )?)?validation|verification(?: (?:&|and) validation)?)(?: (?:steps?|checklist|criteria|commands?|checks?|plan|gates?|requirements?|tasks?|performed|executed|list|items?))?|verify|how to verify|verified by|to verify|tests? to (?:add|run).*|verify (?:by|with|that)|validation_commands|(?:\\S+ ){0,2}verified|(?:pruebas|verificaciones|validaciones)(?: y (?:pruebas|verificaciones|validaciones))?(?: requeridas| obligatorias)|verificatie|verifica|weryfikacja|doğrulama|verifikasi|verificaci[oó]n|verifica[cç][aã]o|validaci[oó]n|valida[cç][aã]o|überprüfung|verifikation|vérification|検証|確認(?:項目|方法)?|验证|驗證|검증|проверка' },
  { topic: role('signoff'), words: 'sign-?off(?: (?:record|table|block|sheet|log))?|phase sign-?off|approvals?|approved by|signed(?: off)? by|reviewed by|approvers?|reviewers?|sign off' },
  { topic: role('evidence'), words: '(?:\\S+ ){0,3}evidence(?: (?:links?|log|collected|pack(?:age)?|index))?|evidence links?|proof|artifacts? evidence|証跡|证据|evidencias?|nachweise?' },
  { topic: role('status'), words: '(?:current |phase |stage |overall |implementation |doc |project |delivery )?(?:status|state)|items|estado|statut|状态|狀態|ステータス|状態|상태|статус|الحالة' },
  { topic: role('estimate'), words: '(?:estimated? |planned |target )?(?:duration|effort|estimate|estimated|time|timeline|timebox|time estimate|time frame|timeframe|weeks?|schedule|size)(?: \\(.*\\))?|duración|duração|dauer|durée|期間|工数|预计(?:时间|工期)|工期|기간|длительность|срок' },
  { topic: role('depends'), words: 'depends(?: on)?|dependenc(?:y|ies)|prerequisites?|pre-?requisites?|blocked by|requires|required phases|builds on|depende de|dependencias|dependências|abhängig(?:keiten| von)|dépend(?:ances| de)|依赖|依存(?:関係)?|前提(?:条件)?|의존성|선행 조건|зависимости' },
  { topic: role('phase-number'), words: 'phase (?:number|no\\.?|id|#)|phase|phase-?id', in: 'label' },
  { topic: role('phase-name'), words: 'phase (?:name|title)|name|title', in: 'label' },
  { topic: role('command'), words: 'commands?|run|cmd|execute|comando|befehl|コマンド|命令|명령', in: 'label' },
  { topic: role('expected'), words: 'expected(?: (?:test |command |console |log )?(?:content|messages?|results?|output|outcome|behaviou?r|response|observations?|state|effect|plan|stdout|stderr|logs?|values?|exit code))?|expect|should see|esperado|resultado esperado|erwartet|attendu|期待(?:値|結果|される(?:結果|動作))?|[预預]期(?:结果|結果|行为|行為)?|期望(?:结果|結果)?|예상(?: 결과)?|kết quả (?:mong đợi|kỳ vọng)|ожидаемый результат|ожидается|erwartetes ergebnis|résultat attendu|hasil yang diharapkan|oczekiwany rezultat|risultato atteso|resultado previsto|기대(?: 결과)?', in: 'label' },
  { topic: role('actor'), words: 'reviewer|approver|approved by|signed off by|signed by|signature|actor|sign-?off by|reviewed by|owner approval', in: 'label' },
  { topic: role('actor-role'), words: 'role', in: 'label' },
  { topic: role('date'), words: 'date|approved on|signed on|approval date|sign-?off date', in: 'label' },
  { topic: role('correlation'), words: 'correlation[ _-]?id|reference id', in: 'label' },
  { topic: role('note'), words: 'notes?|known limitations?|remarks?|comments?', in: 'label' },
  { topic: gate('gate'), words: '(?:(?:phase|stage|quality|acceptance|merge|release|review|ci|human|security|final|hard|approval|integration|deploy(?:ment)?|mandatory|\\d+|[a-z]) )*gates?(?: (?:requirements?|criteria|criterion|conditions?|checks?|checklist|items?|\\d+))?(?: \\(.*\\))?|[\\p{L}-]+ gates? (?:criteria|conditions|checklist)|gate to (?:enter|exit|leave|start|next).*|invariants?|(?:phase )?completion checklist|criteri(?:a|on)|criterios|critérios|kriterien' },
  { topic: gate('gate'), words: '(?!next |previous |last |current )(?:[\\p{L}\\d&/-]+ ){1,2}gate', in: 'label' },
  { topic: gate('exit'), words: 'exit|exits? when', in: 'label' },
  { topic: gate('entry'), words: 'entry|starts? when', in: 'label' },
  { topic: role('other'), words: '(?:test )?(?:set-?up|clean-?up|tear-?down)', in: 'label' },
  { topic: gate('gate'), words: '^(?:[\\p{L}\\d&/-]+ ){1,4}gates?(?: (?:criteria|checklist|conditions?|requirements?|checks?))?$|^(?:common |global )?gates? (?:common to|for (?:all|every|each)|comuns|comunes|gerais|generales|para|de (?:salida|saída|calidad|qualidade|aceite)) ?.*', in: 'heading' },
  { topic: role('reference'), words: 'next (?:phases?|steps?|stages?|actions?|moves?|up)(?: .*)?|what.?s next|coming next|preview|see also|related(?: .*)?|references?(?: .*)?|reference material|links|cross-references?|further reading|prior phases?|previous phases?|future (?:phases?|work|scope)|later phases?|source|sources|changelog|revision history|history|upcoming|следующие шаги|что дальше|下一步(?:计划)?|后续(?:步骤|计划)|次のステップ|今後の予定|다음 단계|próxim[oa]s (?:pasos|passos)|nächste schritte|prochaines étapes|następne kroki|volgende stappen|prossimi passi|sonraki adımlar|langkah selanjutnya|các bước tiếp theo' },
  { topic: role('tasks'), words: '(?:\\S+ ){0,2}(?:tasks?|todos?|to-?do(?: list)?|work items?|action items?|subtasks?|steps?|checklist|deliverables?|plans?|work breakdown|stories|user stories|features)(?: mapping| list| breakdown)?|implementation(?: (?:plan|steps?|tasks?|checklist))?|what (?:we|to) (?:do|build)|aufgaben|tareas|tarefas|tâches|任务|タスク(?:一覧)?|作業(?:項目|一覧|内容)?|작업|задачи' },
  { topic: role('other'), words: 'goals?|objectives?|purpose|overview|summary|context|background|risks?(?: .*)?|mitigations?|architecture|design|notes?|open questions?|questions?|decisions?|assumptions?|constraints?|rationale|motivation|rollback(?: .*)?|metrics|deviations?(?: .*)?|communication|glossary|principles|introduction|ziel|objetivos?|objectif|目标|目的|目標|概要|목표|цель' },
]; // biome-ignore format: one entry a line

const asLabel = table
  .filter((entry) => entry.in !== 'heading')
  .map((entry) => ({ topic: entry.topic, pattern: new RegExp(`^(?:${entry.words})$`, 'u') }));
/** Topics whose words count anywhere in a heading ("Modules & acceptance criteria"); the others must be the whole of it. */
const searched = new Set<SimpleRole | GateKind>([
  'checklist',
  'deferred',
  'evidence',
  'exit',
  'acceptance',
  'success',
  'completion',
  'dod',
  'go-no-go',
  'entry',
]);
const asHeading = table
  .filter((entry) => entry.in === 'heading' || (entry.in !== 'label' && isSearched(entry.topic)))
  .map((entry) => ({ topic: entry.topic, pattern: new RegExp(`(?:^|[ :/&,(—–-])(?:${entry.words})(?=$|[ :/&,)(—–.-])`, 'u') }));

function isSearched(topic: Topic): boolean {
  return topic.role !== 'scope' && searched.has(topic.role === 'gate' ? topic.kind : topic.role);
}

/** Longer text is a sentence, not a label. */
const longestLabel = 80;
const longestHeading = 160;

/** What a label (`Exit criteria`, `Files`) announces, or undefined. Qualifiers in parentheses do not matter. */
export function topicOfLabel(text: string): Topic | undefined {
  if (text.length > longestLabel) return undefined;
  const label = normalLabel(text);
  const bare = withoutQualifier(label);
  return remember(labels, label, () => first(asLabel, label) ?? (bare === label ? undefined : first(asLabel, bare)));
}

/** What a heading announces: the whole of it, else words in it. */
export function topicOfHeading(text: string): Topic | undefined {
  if (text.length > longestHeading) return undefined;
  const label = normalLabel(text);
  return remember(headings, label, () => {
    const bare = withoutQualifier(label);
    const whole = first(asLabel, label) ?? first(asLabel, bare);
    return whole && !valueRoles.has(whole.role) ? whole : (first(asHeading, bare) ?? gateInQualifier(label, bare));
  });
}

/** "Before you merge (completion gate)": the parentheses say what the section is. */
function gateInQualifier(label: string, bare: string): Topic | undefined {
  if (label === bare) return undefined;
  const topic = first(asLabel, label.slice(bare.length).replace(/^ ?\(/, '').slice(0, -1));
  return topic?.role === 'gate' ? topic : undefined;
}

/** Labels that take a value; as a heading they say nothing ("Size", "Commands"). */
const valueRoles = new Set<Topic['role']>([
  'estimate',
  'command',
  'expected',
  'note',
  'actor',
  'actor-role',
  'date',
  'correlation',
  'phase-number',
  'phase-name',
  'result',
]);

const labels = new Map<string, Topic | undefined>();
const headings = new Map<string, Topic | undefined>();
const mostRemembered = 1000;

function remember(known: Map<string, Topic | undefined>, key: string, find: () => Topic | undefined): Topic | undefined {
  if (known.has(key)) return known.get(key);
  const topic = find();
  if (known.size >= mostRemembered) known.clear();
  known.set(ownText(key), topic);
  return topic;
}

function first(patterns: readonly { topic: Topic; pattern: RegExp }[], text: string): Topic | undefined {
  return patterns.find(({ pattern }) => pattern.test(text))?.topic;
}

/** Lower case, plain hyphens and blanks, no emphasis, glyphs or section numbers; `phase 1 exit criteria` loses its phase. */
export function normalLabel(text: string): string {
  const known = normalLabels.get(text);
  if (known !== undefined) return known;
  const normal = normalize(text);
  if (text.length > longestHeading) return normal;
  if (normalLabels.size >= mostRemembered) normalLabels.clear();
  normalLabels.set(ownText(text), ownText(normal));
  return normal;
}

/** The same few labels stand in all documents of a plan, ten of them in a phase. */
const normalLabels = new Map<string, string>();

function normalize(text: string): string {
  const words = plainSpaces(text)
    .replace(/\*|`|~~|__/g, '')
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, '')
    .trim()
    .toLowerCase()
    .replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,9}[.)]?|[a-z][.)]|[ivx]{1,4}[.)]|§ ?\d{1,9})[ :]{1,9}(?=\S)/, '')
    .replace(/^(?:phase|stage|step|sprint|milestone|track)[ -]\d{1,9}(?:\.\d{1,9}){0,9}[a-z]?(?:['’]s)? ?[-—–:]? (?=\S)/, '');
  return dropEnd(words, /[ :：]/)
    .replace(/^(?:the|our|all) /, '')
    .replace(
      / (?:for|of) (?:the |this |each |every )?(?:phase|stage|step|sprint|milestone|track)(?: \d{1,9}(?:\.\d{1,9}){0,9}[a-z]?)?$/,
      '',
    )
    .replace(/(?<=\b(?:gate|criteria)) p\d{1,3}$/, '')
    .replace(
      /(?<=\b(?:verification|verificatie|validation|criteria|criterios|critérios|kriterien|gate|checklist|tests?|scope)) (?:phase|fase|stage|sprint|milestone) \d{1,3}[a-z]?$/,
      '',
    );
}

const unusual = /[\u00a0\u2000-\u200a\u202f\u3000\t\u2010\u2011\u2012\ufe63\uff0d：（）]/;

/** One kind of blank and hyphen, half-width punctuation: what people type comes in many code points. */
export function plainSpaces(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .replace(/[\u2010\u2011\u2012\ufe63\uff0d]/g, '-')
    .replace(/：/g, ':')
    .replace(/（/g, '(')
    .replace(/）/g, ')');
}
