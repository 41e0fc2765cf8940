// Completes package-lock.json: some registries serve only part of a package's optional platform
// builds, and npm then writes a lockfile that `npm ci` refuses elsewhere. Every optional platform
// package that a locked package names gets an entry; npm skips those made for another system.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPUS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** The system and processor that a platform package's name states, e.g. `@next/swc-darwin-arm64`. */
function platformOf(name) {
  const words = name.split(/[/\-.]/);
  return { os: SYSTEMS.filter((s) => words.includes(s)), cpu: CPUS.filter((c) => words.includes(c)) };
}

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, locked] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    if (lock.packages[nested] || lock.packages[top]) continue;
    const { os, cpu } = platformOf(name);
    lock.packages[top] = {
      version: version.replace(/^[\^~]/, ''),
      ...(locked.dev ? { dev: true } : {}),
      ...(cpu.length ? { cpu } : {}),
      optional: true,
      ...(os.length ? { os } : {}),
    };
    added += 1;
  }
}
if (added && process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${added} platform entries: run npm run lockfile`);
  process.exit(1);
}
if (added) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added ? `package-lock.json: ${added} platform entries added` : 'package-lock.json: complete');
