import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** ARCHITECTURE: what a file of each role may never import. tests/architecture checks the rest. */
const never = (files, groups, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: groups.map((group) => ({ group: [group].flat(), message })) }] },
});

const web = ['express', 'express-session', 'passport'];
const data = ['**/db/client.ts', '**/db/generated/**', 'pg', '@prisma/*'];

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'src/db/generated', 'public', '.data', 'shots'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 150 }],
      'no-console': 'error',
    },
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts', 'drills/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\./)', message: 'domain/ holds pure rules: it imports domain/ only.' }] },
      ],
    },
  },
  never(['src/**/*.forms.ts'], [web, data], 'A form knows zod and the rules, neither the web nor the database.'),
  never(['src/**/*.store.ts'], [web, '**/*.service.ts', '**/mail/**', '**/live/**'], 'A store reads and writes rows, nothing else.'),
  never(['src/**/*.service.ts'], [web, 'ejs'], 'A service knows no web and no view.'),
  never(['src/**/*.pages.ts'], [web, '**/*.service.ts', 'pg', '@prisma/*'], 'Pages are plain functions from rows to view-models.'),
  never(
    ['src/**/*.routes.ts'],
    ['**/db/generated/**', 'pg', '@prisma/*', 'nodemailer', 'socket.io'],
    'A route parses, reads through stores, changes through services, and answers.',
  ),
);
