/** The words of labels that announce a list of files, as alternatives of a regular expression over `normalLabel` text. */

const verb =
  '(?:modif(?:y|ied)|created?|changed?|edit(?:ed)?|touch(?:ed)?|updated?|add(?:ed)?|deleted?|removed?|rewrit(?:e|ten)|review(?:ed)?)';
const verbs = `${verb}(?:[/, &+]{1,3}(?:or |and )?${verb}){0,3}`;
const kind =
  '(?:key|affected|relevant|target|owned|expected|touched|new|main|primary|allowed|permitted|writable|editable|impacted|core|likely|planned|changed|modified|created|source|implementation|suggested|proposed|candidate)';
const file = '(?:files?|paths?)(?: ?(?:[/&]|and) ?(?:modules?|areas?|paths?|dirs?|directories|folders|components|entry points))?';
const meant =
  '(?:(?:expected|likely|planned|allowed|permitted) )?(?:to|that (?:will|may|can|should)|which (?:will|may)|(?:that |which )?you (?:may|can|should|will)(?: only)?) (?:be )?';

const english = [
  // "Allowed test/report files": what kind of files may stand between.
  `(?:allowed|permitted|expected|modified|changed|affected) [\\w/-]{2,30} files`,
  `(?:${kind} ){0,2}${file}(?: ${meant}${verbs}| (?:expected|likely)(?: to change)?| ${verbs}| (?:affected|owned|in scope|involved|impacted))?`,
  'owns?|owned[_ ](?:files|paths)|files[_ ](?:modified|expected|changed|created)|ownership|touches',
  '(?:may|can|will|to) (?:modify|edit|change|touch|create|update)|create[sd]?(?: files)?|modif(?:y|ies)(?: files)?',
  '(?:affected|touched|impacted|owned) (?:modules|areas|components|packages|directories|folders|crates|services)',
  '(?:expected |planned )?(?:file|code) changes|(?:write|change) (?:set|scope|surface)',
];

const others = [
  'lista blanca|(?:lista blanca [—–-] )?archivos(?: y m[oó]dulos)?(?: que (?:se )?puede(?:n)? (?:modificar|tocar|cambiar|crear))|archivos(?: (?:a (?:modificar|crear)|afectados|modificados|nuevos|creados))?',
  'arquivos(?: (?:a (?:modificar|criar)|afetados|modificados|novos|criados))?',
  '(?:betroffene |geänderte |neue )?dateien|fichiers(?: (?:à (?:modifier|créer)|modifiés|concernés|créés))?',
  '(?:(?:対象|変更|関連|新規|修正|作成|編集|追加|影響)(?:する)?[/・、]?){0,3}ファイル(?:一覧)?',
  '(?:(?:涉及|影响|影響|修改|相关|相關|变更|變更|新增|目标|目標|新建|改动|改動)[/、和与與]?){0,3}(?:的)?(?:文件|檔案|档案)(?:清单|清單|列表)?',
  '(?:文件|代码|模块|涉及|相关|变更|修改)?路径(?:清单|列表)?',
  '(?:(?:수정|관련|대상|변경|생성|추가|영향)[/ ·]?){0,3} ?파일(?: 목록)?|(?:затрагиваемые |изменяемые |новые )?файлы',
];

/** Lists of files that may be changed. */
export const filesToChange = [...english, ...others].join('|');

/** Lists of files that stay as they are. */
export const filesToLeave = [
  `(?:${file}|areas?|modules?) (?:(?:that|which) |you )?(?:must|may|should|do|shall|can|will) ?not (?:be )?${verbs}`,
  `(?:${file}|areas?) not to (?:be )?${verbs}`,
  'lista negra|(?:lista negra [—–-] )?archivos(?: y m[oó]dulos)? que no (?:se )?(?:puede|debe)n? (?:modificar|tocar|cambiar)',
  'avoid|hands[- ]off|leave (?:alone|untouched)|untouched(?: files| paths)?',
].join('|');
