#!/usr/bin/env node
'use strict';
// The one file that an old Node may read: ES5 syntax only. In the repository it starts the
// tools (`--run TOOL`), in dist/ (as smena.cjs) the program itself. It never loads a native module.
var path = require('path');
var fs = require('fs');

var isBuilt = path.basename(__dirname) === 'dist';
var root = path.join(__dirname, isBuilt ? '..' : '../..');
/** Node.js 22.15: the driver of the store crashes on older ones. */
var MIN = [22, 15];

function isNewEnough(version) {
  var parts = version.replace(/^v/, '').split('.');
  var major = Number(parts[0]);
  return major > MIN[0] || (major === MIN[0] && Number(parts[1]) >= MIN[1]);
}

/** The Node.js that the repository brings along, or null: packed copies have none. */
function bundledNode() {
  var system = process.platform === 'win32' ? 'win' : process.platform;
  var file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  var full = path.join(root, 'node_modules', 'node-' + system + '-' + process.arch, file);
  return fs.existsSync(full) ? full : null;
}

function rerun(node, args) {
  var child;
  var isTerminal = require('tty').isatty(0);
  var forward = function (signal) {
    process.on(signal, function () {
      // A terminal sends Ctrl+C to both processes.
      if (signal !== 'SIGINT' || !isTerminal) child.kill(signal);
    });
  };
  // Before the child runs: a signal that came meanwhile is handed on and does not end this process.
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(forward);
  child = require('child_process').spawn(node, args, { stdio: 'inherit' });
  child.on('error', function (error) {
    process.stderr.write('smena cannot start ' + node + ': ' + error.message + '\n');
    process.exitCode = 1;
  });
  child.on('exit', function (code, signal) {
    process.exit(signal ? 128 + (require('os').constants.signals[signal] || 0) : code);
  });
}

function refuse() {
  var needs = 'smena needs Node.js ' + MIN.join('.') + ' or newer, this is ' + process.version;
  var next = 'Install a newer Node.js, or run "npm ci" in the project: it brings its own.';
  process.stderr.write(needs + '. ' + next + '\n');
  process.exitCode = 1;
}

function runTool(name, args) {
  var node = bundledNode() || (isNewEnough(process.versions.node) ? process.execPath : null);
  if (!node) return refuse();
  // Type stripping became the default in 22.18; older accepted versions need the flag.
  var flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  return rerun(node, flags.concat([path.join(root, 'src/build/run.ts'), name], args));
}

function runProgram(args) {
  if (!isNewEnough(process.versions.node)) {
    var node = bundledNode();
    return node ? rerun(node, [__filename].concat(args)) : refuse();
  }
  process.env.NODE_ENV = 'production';
  require('module').enableCompileCache(cacheFolder());
  return import('./main.mjs');
}

function cacheFolder() {
  var base = process.env.XDG_CACHE_HOME || path.join(require('os').homedir(), '.cache');
  return path.join(base, 'smena', 'compile');
}

if (require.main !== module) module.exports = { isNewEnough: isNewEnough };
else if (process.argv[2] === '--run' && !isBuilt) runTool(process.argv[3], process.argv.slice(4));
else runProgram(process.argv.slice(2));
