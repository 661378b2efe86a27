// One size, in a process of its own: milliseconds to read, check and join the files of a collection, and to make its catalogue.
import { Catalogue } from '../../src/lib/model/catalogue';
import { readCollection } from '../../src/lib/server/load-collection';
import { generateFiles } from './generate';

const size = Number(process.argv[2]);
// What is only compiled when it is first run should not be counted against the collection.
for (let warm = 0; warm < 3; warm++) readCollection(generateFiles(60));
const files = generateFiles(size);
const start = performance.now();
const { collection, problems } = readCollection(files);
const read = performance.now() - start;
if (!collection) throw new Error(JSON.stringify(problems.slice(0, 3)));
const before = performance.now();
new Catalogue(collection.data);
process.stdout.write(JSON.stringify({ read, catalogue: performance.now() - before }));
