#!/usr/bin/env node
'use strict';
const { main, realHost } = require('../dist/stackline.cjs');
const host = realHost();
main(host).then(host.exit);
