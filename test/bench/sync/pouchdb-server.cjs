// The server of the peer, from where it is installed: `pouchdb-server.cjs FOLDER PACKAGE.JSON`.
const { mkdirSync } = require('node:fs');
const { createRequire } = require('node:module');

const installed = createRequire(process.argv[3]);
const express = installed('express');
const PouchDB = installed('pouchdb');

const folder = `${process.argv[2]}/`;
mkdirSync(folder, { recursive: true });
const Stored = PouchDB.defaults({ prefix: folder });
const app = express();
app.use(
  '/',
  installed('express-pouchdb')(Stored, { mode: 'minimumForPouchDB', logPath: `${folder}log.txt` }),
);
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`);
});
