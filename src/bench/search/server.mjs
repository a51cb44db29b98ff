// Serves a site under a sub-path, compressed as hosts do it, and counts what goes over the wire.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml',
  '.woff2': 'font/woff2', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
};

/**
 * Starts a server on a free port of the loopback. `mounts` maps a path ("/lib/playbook/") to a folder. The answer
 * has `origin`, `take()`, which gives the requests since the last call as
 * [{path, bytes}] (bytes of the compressed bodies), and `close()`.
 */
export async function serve(mounts) {
  let log = [];
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const found = locate(mounts, path);
    if (!found) {
      log.push({ path, bytes: 0, missing: true });
      response.writeHead(404).end();
      return;
    }
    if (!packed.has(found)) packed.set(found, pack(found));
    const { body, encoding } = packed.get(found);
    log.push({ path, bytes: body.length });
    response.writeHead(200, {
      'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'public, max-age=600',
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    take() {
      const taken = log;
      log = [];
      return taken;
    },
    close: () => new Promise((done) => server.close(done)),
  };
}

function locate(mounts, path) {
  for (const [prefix, folder] of Object.entries(mounts)) {
    if (path.startsWith(prefix)) {
      const file = normalize(join(folder, path.slice(prefix.length) || 'index.html'));
      if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) return file;
    }
  }
  return null;
}

function pack(file) {
  const plain = readFileSync(file);
  const small = gzipSync(plain);
  return small.length < plain.length ? { body: small, encoding: 'gzip' } : { body: plain, encoding: null };
}
