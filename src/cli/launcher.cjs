'use strict';
// The one file that an old Node may read: ES5 syntax only. In the repository it starts the
// tools (`--run TOOL`), in dist/ (as smena.cjs) the program itself. It never loads a native module.
var path = require('path');
var fs = require('fs');

var root = path.join(__dirname, __dirname.slice(-4) === 'dist' ? '..' : '../..');
var MIN = [22, 15];

function isNewEnough(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  return major > MIN[0] || (major === MIN[0] && Number(parts[1]) >= MIN[1]);
}

function bundledNode() {
  var name =
    'node-' + (process.platform === 'win32' ? 'win' : process.platform) + '-' + process.arch;
  var file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  var full = path.join(root, 'node_modules', name, file);
  return fs.existsSync(full) ? full : null;
}

function rerun(node, args) {
  var child = require('child_process').spawn(node, args, { stdio: 'inherit' });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      child.kill(signal);
    });
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : code;
    if (signal) process.exit(1);
  });
}

function refuse() {
  process.stderr.write(
    'smena needs Node.js ' +
      MIN.join('.') +
      ' or newer, this is ' +
      process.version +
      '. Install a newer Node.js, or run "npm ci" in the project: it brings its own.\n',
  );
  process.exitCode = 1;
}

function runTool(name, args) {
  // Type stripping became the default in 22.18; older accepted versions need the flag.
  var tool = path.join(root, 'src/build/run.ts');
  var flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  var node = bundledNode() || (isNewEnough(process.versions.node) ? process.execPath : null);
  if (!node) return refuse();
  return rerun(node, flags.concat([tool, name], args));
}

function runProgram() {
  if (!isNewEnough(process.versions.node)) {
    var node = bundledNode();
    if (!node) return refuse();
    return rerun(node, [__filename].concat(process.argv.slice(2)));
  }
  process.env.NODE_ENV = 'production';
  require('module').enableCompileCache(cacheFolder());
  return import('./main.mjs');
}

function cacheFolder() {
  var base = process.env.XDG_CACHE_HOME || path.join(require('os').homedir(), '.cache');
  return path.join(base, 'smena', 'compile');
}

if (process.argv[2] === '--run' && __dirname.slice(-4) !== 'dist') {
  runTool(process.argv[3], process.argv.slice(4));
} else {
  runProgram();
}
