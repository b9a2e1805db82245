import { describe, expect, it } from 'vitest';
import { noFacts } from '../../../server/src/core/read/document.ts';
import { read } from './facts.ts';

/** Files of other tools that use our words: they say nothing, and nothing is said about them. */
const foreign: Readonly<Record<string, string>> = {
  'a Tekton task':
    'apiVersion: tekton.dev/v1\nkind: Task\nmetadata:\n  name: clean\nspec:\n  steps:\n    - name: rm\n      image: alpine\n---\napiVersion: tekton.dev/v1\nkind: Task\n',
  'a Tekton task that is broken': 'apiVersion: tekton.dev/v1\nkind: Task\nspec:\n  steps:\n    - name: a: b\n      script: "x\n',
  'App Engine': 'runtime: python312\nservice: tasks\nhandlers:\n- url: /static\n  static_dir: static\n',
  CrewAI:
    'research_task:\n  description: Find sources\n  expected_output: A list\n  agent: researcher\nwriting_task:\n  description: Write\n  expected_output: A text\n  agent: writer\n',
  'an Ansible playbook':
    '- hosts: all\n  become: true\n  tasks:\n    - name: Install\n      apt:\n        name: nginx\n  handlers:\n    - name: restart\n      service: name=nginx state=restarted\n',
  'Ansible tasks':
    '- name: Install nginx\n  ansible.builtin.apt:\n    name: nginx\n- name: Copy\n  copy:\n    src: a\n    dest: b\n  notify: restart\n',
  'scheduled jobs':
    'tasks:\n  - id: backup\n    name: Nightly backup\n    enabled: true\n    schedule: "02:00"\n    script: backup.py\n  - id: ping\n    name: Ping\n    enabled: true\n    interval_minutes: 5\n    script: ping.py\n',
  'cron jobs with a state': 'jobs:\n  - name: report\n    cron: "0 4 * * *"\n    status: active\n',
  Compose: 'services:\n  web:\n    image: nginx\n    depends_on: [db]\n  db:\n    image: postgres\n',
  'a GitHub workflow': 'name: CI\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
  'GitLab CI': 'stages: [build, test]\nimage: node\nbuild:\n  stage: build\n  script: [npm run build]\n',
  'Azure Pipelines': 'trigger: [main]\nstages:\n  - stage: Build\n    jobs:\n      - job: a\n',
  Taskfile:
    "version: '3'\ntasks:\n  build:\n    desc: Build it\n    cmds: [go build]\n  test:\n    deps: [build]\n    cmds: [go test ./...]\n",
  CodeBuild: 'version: 0.2\nphases:\n  install:\n    commands: [npm ci]\n  build:\n    commands: [npm run build]\n',
  'a load test': 'config:\n  phases:\n    - duration: 60\n      arrivalRate: 5\n',
  'an evaluation harness':
    'tasks:\n  - name: qa\n    dataset: squad\n    metric: f1\n  - name: sum\n    dataset: cnn\n    metric: rouge\n',
  'plain configuration': 'server:\n  port: 80\nphase: dev\nstatus: active\n',
  'a list of words': 'tasks:\n  - build\n  - test\n',
  'an OpenAPI document': 'openapi: 3.1.0\npaths:\n  /tasks:\n    get:\n      summary: List tasks\ntags:\n  - name: tasks\n',
  nothing: '# only a comment\n',
};

describe('files that only look like ours', () => {
  it.each(Object.entries(foreign))('%s', (_, text) => {
    const { at, lineOf, ...facts } = read(text);
    expect(facts).toEqual(noFacts('tasks/tasks.yaml'));
  });
});

describe('files of ours that are broken', () => {
  it('reports the place and reads the rest', () => {
    const text =
      'tasks:\n  - id: T1-001\n    title: Parse: quickly\n    status: done\n  - id: T1-002\n    title: "Not closed\n    status: open\n  - id: T1-003\n    title: Fine\n    status: open\n';
    const found = read(text);
    expect(found.tasks.map(({ id, title, status }) => [id, title, status])).toEqual([
      ['T1-001', 'Parse: quickly', 'done'],
      ['T1-002', 'Not closed', 'planned'],
      ['T1-003', 'Fine', 'planned'],
    ]);
    expect(found.problems.map(({ code, at }) => [code, found.lineOf(at)])).toEqual([
      ['broken-yaml', 3],
      ['broken-yaml', 6],
    ]);
  });

  it('says so where nothing of it can be read', () => {
    const found = read('{ "tasks": [ { "id": "A", "status": "done" ');
    expect(found.problems.map(({ code }) => code)).toContain('broken-yaml');
  });

  it('says where it stopped reading', () => {
    const found = read(`- id: A\n  title: One\n  status: open\n  x: ${'['.repeat(300)}\n- id: B\n  title: Two\n  status: done\n`);
    expect(found.problems.map(({ code }) => code)).toContain('not-read');
    expect(found.tasks.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  it('reads 10,000 tasks well within a second and a half', { retry: 2 }, () => {
    const task = (n: number) =>
      `- id: T${n % 9}-${n}\n  phase: ${n % 9}\n  title: Do number ${n}\n  status: done\n  depends_on: [T1-${n}]\n  notes: |\n    a line\n    another\n`;
    const text = Array.from({ length: 10_000 }, (_, n) => task(n)).join('');
    const started = process.cpuUsage();
    const found = read(text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500);
    expect(found.tasks).toHaveLength(10_000);
    expect(found.phases).toHaveLength(9);
  });
});
