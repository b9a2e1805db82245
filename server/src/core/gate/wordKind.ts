/** What a stretch of a line is: a plain word, an exact thing (code, number, name, quotation) or a mark between words. */
export type WordKind = 'word' | 'code' | 'number' | 'name' | 'quote' | 'mark';

const FILE =
  /^[\w.@~/\\-]*\.(?:[cm]?[jt]sx?|json[cl5]?|ya?ml|toml|md|mdx|txt|csv|tsv|html?|s?css|less|py|rb|go|rs|java|kt|kts|swift|c|h|cc|cpp|hpp|cs|php|sql|sh|bash|ps1|lock|env|ini|cfg|conf|xml|svg|png|jpe?g|gif|webp|pdf|ico|proto|graphql|gql|tf|tfvars|wasm|zip|tar|gz|exe|dll|so|db|sqlite3?|ipynb|vue|svelte|prisma|gradle|properties|plist|snap|patch|diff|log|example|sample|rules|mdc|feature|j2|tpl|service|dart|ex|exs|lua|r|jl|zig|nix|mp[34]|wav|flac|ogg|bin|dat|bat|cmd|vsix|apk|ipa|dmg|deb|rpm|onnx|parquet|avro|xlsx|docx|pptx)$/i;
const NUMBER =
  /^[<>≤≥~≈±+\-$€£]?\d[\d.,_:/–—-]*(?:%|‰|x|×|k|m|b|ms|s|µs|us|ns|min|mins|h|hr|hrs|d|kb|mb|gb|tb|kib|mib|gib|px|rem|em|vh|vw|pt|dpi|fps|hz|khz|mhz|ghz|db|rps|qps|tps|w|v|°c?|usd|eur|st|nd|rd|th|\+|-?[a-z]{1,12}(?:-[a-z]{1,12})?)?[/\w%+]*$/i;
/** Names of products and languages that only look like identifiers. */
const BRAND =
  /^(?:github|gitlab|javascript|typescript|postgresql|mysql|mongodb|graphql|nodejs|openai|chatgpt|macos|ios|ipados|tvos|watchos|iphone|devops|devsecops|finops|mlops|youtube|linkedin|paypal|powershell|dynamodb|clickhouse|websocket|websockets|oauth|oauth2|saas|iaas|paas|ebpf|tailwindcss|vscode|wordpress|bigquery|fastapi|nextjs|phonepe|hubspot|rabbitmq|cockroachdb|mariadb|influxdb|langchain|langgraph|fullstack|onboarding|webrtc|webgl|webgpu|restful|sqlite|numpy|pytorch|tensorflow|apis|uis|urls|ids|jwts|pdfs|prs|llms|cis|kpis|slas|slos|adrs|dbs|vms|sdks|clis|sops|ctas|pocs|mvps|crds|todos)$/i;

/** What a run of characters without spaces is, by its shape: a number, the name of a thing in code, or a plain word. */
export function kindOf(run: string): WordKind {
  const first = run.charCodeAt(0);
  if (first >= 97 && first <= 122 && PLAIN.test(run)) return 'word';
  if (/^(?:sub|under|over|near|zero)-\d/i.test(run)) return 'number';
  if (/^v\d+(?:\.[\dx]+)+/.test(run)) return 'name';
  if (/^[<>≤≥~≈±+\-$€£]?\d/.test(run)) return NUMBER.test(run) ? 'number' : 'name';
  if (/^(?:--?[a-z][\w-]*|[/~@#$][\w.{:[].*|\.{1,2}\/.*|\.[a-z][\w./-]+|https?:.*)$/i.test(run)) return 'name';
  if (/[_\\{}=$@#%]|::|[a-z]\(|\w:\w/.test(run) || FILE.test(run)) return 'name';
  if (/^[A-Z]+(?:[/-][A-Z]{2,})+$/.test(run) && /YYYY|MM|HH/.test(run)) return 'name';
  if (run.includes('/'))
    return run.split('/').every((part) => part === '' || /^[\p{L}'-]+\d*$/u.test(part)) &&
      !/^(?:src|app|lib|docs?|tests?|packages|server|client|scripts|infra|apps|config|public|tools|internal|cmd|pkg|components)\/./.test(
        run,
      ) &&
      !run.endsWith('/')
      ? 'word'
      : 'name';
  if (/^(?:[A-Z]{1,6}-?\d+[a-z]?|[B-HJ-Z])$/.test(run)) return 'name';
  if (/[a-z][A-Z]|^[A-Z][a-z]+[A-Z]/.test(run) && !BRAND.test(run) && !/-/.test(run)) return 'name';
  if (/[a-z0-9]\.[a-zA-Z]/.test(run) && !/^(?:e\.g|i\.e|a\.m|p\.m|vs|approx)/i.test(run)) return 'name';
  return 'word';
}

const PLAIN = /^[a-z'’‑-]+$/;
