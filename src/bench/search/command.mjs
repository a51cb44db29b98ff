// Runs other programs.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. Gives {output, wall, cpu}, times in ms, CPU being that of the program and what it started.
 * Rejects with what the program said when it ends with another status than 0.
 */
export function run(program, args, options = {}) {
  const line = [program, ...args].map((word) => `'${String(word).replaceAll("'", "'\\''")}'`).join(' ');
  const timed = `TIMEFORMAT='@time %R %U %S'; time ${line}`;
  return new Promise((done, fail) => {
    const child = spawn('bash', ['-c', timed], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let errors = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (errors += data));
    child.on('error', fail);
    child.on('close', (status) => {
      const times = errors.match(/@time ([\d.]+) ([\d.]+) ([\d.]+)\s*$/);
      if (status !== 0 || !times) {
        fail(new Error(`${line} ended with ${status}\n${output.slice(-2000)}\n${errors.slice(-4000)}`));
      } else {
        const [real, user, system] = times.slice(1).map((seconds) => Number(seconds) * 1000);
        done({ output, wall: real, cpu: user + system });
      }
    });
  });
}
