import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string | undefined>>;
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string | undefined>>;
  readonly responseBody: string;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodeIn = (parent: unknown, name: string): Node | undefined => {
  const child = isNode(parent) ? parent[name] : undefined;
  return isNode(child) ? child : undefined;
};
const listIn = (parent: unknown, name: string): readonly unknown[] => {
  const child = isNode(parent) ? parent[name] : undefined;
  return Array.isArray(child) ? child : [];
};

/** A service refuses members it does not know; in a test neither side may send one that is not documented. */
function tightened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tightened);
  if (!isNode(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, tightened(child)]));
  const closes = value.type === 'object' && !('additionalProperties' in value);
  return closes ? { ...copy, additionalProperties: false } : copy;
}

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly path: RegExp;
  readonly node: Node;
}

interface Example {
  readonly name: string;
  readonly schema: unknown;
  readonly value: unknown;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a document says, and whether what went over a wire is as it says. */
export interface ServiceContract {
  readonly contractFile: string;
  readonly operations: readonly Operation[];
  /** `operationId status` of every answer that is documented. */
  readonly documentedAnswers: readonly string[];
  readonly answerName: (exchange: Exchange) => string;
  /** What a request has that the document has not, or lacks. */
  readonly requestFaults: (exchange: Exchange) => readonly string[];
  readonly answerFaults: (exchange: Exchange) => readonly string[];
  /** Every example of the document, with the schema it should fit. */
  readonly examples: readonly Example[];
  readonly exampleFaults: (example: Example) => readonly string[];
}

/** Reads an OpenAPI document of ours. @param name of a file in `docs/` */
export function readContract(name: string): ServiceContract {
  const contractFile = resolve(import.meta.dirname, '../../docs', name);
  const document: unknown = tightened(parse(readFileSync(contractFile, 'utf8')));

  function pointed(reference: string): unknown {
    return reference
      .replace(/^#\//, '')
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((node, part) => (isNode(node) ? node[part] : undefined), document);
  }

  /** The node itself, or the one it refers to. */
  const real = (node: unknown): Node => {
    const target = isNode(node) && typeof node.$ref === 'string' ? pointed(node.$ref) : node;
    return isNode(target) ? target : {};
  };

  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(isNode(document) ? { ...document, $id: 'https://contract.test/' } : {});

  const faultsOf = (schema: unknown, value: unknown, where: string): readonly string[] => {
    const absolute = JSON.parse(
      JSON.stringify(schema).replaceAll('"#/components', '"https://contract.test/#/components'),
    );
    const validate = ajv.compile(absolute);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message}`);
  };

  const operations: readonly Operation[] = Object.entries(nodeIn(document, 'paths') ?? {}).flatMap(([template, item]) =>
    ['get', 'post'].flatMap((method) => {
      const node = nodeIn(item, method);
      if (node === undefined) return [];
      const path = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
      return [{ id: String(node.operationId), method: method.toUpperCase(), template, path, node }];
    }),
  );

  /** `operationId status` of every answer that is documented. */
  const documentedAnswers: readonly string[] = operations.flatMap(({ id, node }) =>
    Object.keys(nodeIn(node, 'responses') ?? {}).map((status) => `${id} ${status}`),
  );

  const operationOf = ({ method, path }: Pick<Exchange, 'method' | 'path'>): Operation | undefined => {
    const { pathname } = new URL(path, 'https://contract.test');
    return operations.find((operation) => operation.method === method && operation.path.test(pathname));
  };

  const answerName = (exchange: Exchange): string => `${operationOf(exchange)?.id ?? exchange.path} ${exchange.status}`;

  /** A parameter's text as its schema means it. */
  const meantBy = (schema: Node, text: string): unknown => (real(schema).type === 'integer' ? Number(text) : text);

  function parameterFaults({ node, template }: Operation, exchange: Exchange): readonly string[] {
    const { searchParams, pathname } = new URL(exchange.path, 'https://contract.test');
    const parameters = listIn(node, 'parameters').map(real);
    const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => String(name));
    const undocumented = [...searchParams.keys()].filter((name) => !known.includes(name));
    const given = (parameter: Node): string | null | undefined => {
      if (parameter.in === 'query') return searchParams.get(String(parameter.name));
      if (parameter.in === 'header') return exchange.requestHeaders[String(parameter.name).toLowerCase()];
      return pathname.split('/')[template.split('/').indexOf(`{${parameter.name}}`)];
    };
    return [
      ...undocumented.map((name) => `query ${name} is not documented`),
      ...parameters.flatMap((parameter) => {
        const text = given(parameter) ?? null;
        if (text === null) return parameter.required === true ? [`${parameter.name} is missing`] : [];
        const schema = real(parameter.schema);
        return faultsOf(schema, meantBy(schema, text), String(parameter.name));
      }),
    ];
  }

  function bodyFaults({ node }: Operation, { requestBody, requestHeaders }: Exchange): readonly string[] {
    const body = nodeIn(node, 'requestBody');
    if (body === undefined) return requestBody === '' ? [] : ['a body is not documented'];
    const [type = '', media] = Object.entries(nodeIn(body, 'content') ?? {})[0] ?? [];
    const typed = requestHeaders['content-type'] === type ? [] : [`content-type is not ${type}`];
    return [...typed, ...faultsOf(nodeIn(media, 'schema'), jsonOf(requestBody), 'request')];
  }

  const securityFaults = ({ node }: Operation, { requestHeaders }: Exchange): readonly string[] => {
    const open = Array.isArray(node.security) && node.security.length === 0;
    const bears = requestHeaders.authorization?.startsWith('Bearer ') ?? false;
    return open === bears ? ['a session belongs to every operation that is not open, and to no other'] : [];
  };

  /** What a request has that the document has not, or lacks. */
  function requestFaults(exchange: Exchange): readonly string[] {
    const operation = operationOf(exchange);
    if (operation === undefined) return [`${exchange.method} ${exchange.path} is not documented`];
    return [
      ...securityFaults(operation, exchange),
      ...parameterFaults(operation, exchange),
      ...bodyFaults(operation, exchange),
    ];
  }

  /** The media type of an answer and what stands in the document for it. */
  function answerFaults(exchange: Exchange): readonly string[] {
    const operation = operationOf(exchange);
    const name = answerName(exchange);
    const responses = operation && nodeIn(operation.node, 'responses');
    if (responses === undefined)
      return faultsOf({ $ref: '#/components/schemas/Problem' }, jsonOf(exchange.responseBody), name);
    const response = real(responses[String(exchange.status)]);
    const [type, media] = Object.entries(nodeIn(response, 'content') ?? {})[0] ?? [];
    if (type === undefined) return [`${name} is not documented`];
    const typed = exchange.responseHeaders['content-type'] === type ? [] : [`${name}: content-type is not ${type}`];
    const headers = Object.entries(nodeIn(response, 'headers') ?? {}).flatMap(([header, node]) => {
      const text = exchange.responseHeaders[header.toLowerCase()];
      if (text === undefined) return real(node).required === true ? [`${name}: ${header} is missing`] : [];
      const schema = real(real(node).schema);
      return faultsOf(schema, meantBy(schema, text), `${name} ${header}`);
    });
    return [...typed, ...headers, ...faultsOf(nodeIn(media, 'schema'), jsonOf(exchange.responseBody), name)];
  }

  /** Every example of the document, with the schema it should fit. */
  const examples: readonly Example[] = operations.flatMap(({ id, node }) => {
    const bodies: readonly (readonly [status: string, body: unknown])[] = [
      ['request', node.requestBody],
      ...Object.entries(nodeIn(node, 'responses') ?? {}).map(([status, response]) => [status, real(response)] as const),
    ];
    const inBodies = bodies.flatMap(([status, body]) =>
      Object.values(nodeIn(body, 'content') ?? {}).map((media) => ({
        name: `${id} ${status}`,
        schema: nodeIn(media, 'schema'),
        value: isNode(media) ? media.example : undefined,
      })),
    );
    const inParameters = listIn(node, 'parameters')
      .map(real)
      .map(({ name, schema, example: value }) => ({ name: `${id} ${name}`, schema, value }));
    return [...inBodies, ...inParameters];
  });

  const exampleFaults = ({ name, schema, value }: Example): readonly string[] => faultsOf(schema, value, name);

  return {
    contractFile,
    operations,
    documentedAnswers,
    answerName,
    requestFaults,
    answerFaults,
    examples,
    exampleFaults,
  };
}
