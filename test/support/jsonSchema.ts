/** As much of JSON Schema (draft 7) as the schemas of the product use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Where a value breaks a schema, as `tasks/0/status is an array`; empty where it is fine. */
export function violations(value: unknown, schema: Schema, root: Schema = schema, at = ''): readonly string[] {
  const target = schema.$ref === undefined ? schema : (root.definitions?.[schema.$ref.slice('#/definitions/'.length)] ?? {});
  const { type, anyOf, items, properties, additionalProperties } = target;
  const kind = kindOf(value);
  if (type !== undefined && ![type].flat().includes(kind)) return [`${at} is of type ${kind}`];
  if (target.enum && !target.enum.includes(value)) return [`${at} is none of its words`];
  if (anyOf?.every((one) => violations(value, one, root, at).length > 0)) return [`${at} fits none`];
  if (Array.isArray(value)) return items ? value.flatMap((one, index) => violations(one, items, root, `${at}/${index}`)) : [];
  if (kind !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, one]) => {
    const own = properties?.[key] ?? additionalProperties;
    if (own === false) return [`${at}/${key} is unknown`];
    return typeof own === 'object' ? violations(one, own, root, `${at}/${key}`) : [];
  });
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
