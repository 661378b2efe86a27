/**
 * Strings that a careless page would run: markup, broken-out attributes, addresses, styles, templates. Each, run, would call `ran()`.
 * More than three hundred, made of what can carry a script and of the ways in which it is hidden.
 */
export function listInjectionStrings(): string[] {
	const strings = CARRIERS.flatMap((carrier) => CALLS.map((call) => carrier.replaceAll('CALL', call)));
	return [...new Set([...strings, ...ODDITIES])];
}

const CALLS = [
	'ran()',
	'window["ran"]()',
	'self.ran&&ran()',
	'eval("ran()")',
	'Function("ran()")()',
	'setTimeout("ran()")',
	'&#114;&#97;&#110;&#40;&#41;',
	'&#x72;an&lpar;&rpar;',
	'\\u0072an()',
	'top.ran?.()'
];

const CARRIERS = [
	'<script>CALL</script>',
	'</script><script>CALL</script>',
	'<ScRiPt>CALL</sCrIpT>',
	'<script/x>CALL</script >',
	'<img src=x onerror=CALL>',
	"<img src='x' onerror='CALL'>",
	'"><img src=x onerror="CALL">',
	"'><img src=x onerror='CALL'>",
	'<img src=x onerror=CALL//',
	'<svg onload=CALL>',
	'<svg><script>CALL</script></svg>',
	'<svg><animate onbegin=CALL attributeName=x dur=1s>',
	'<svg><a xlink:href="javascript:CALL"><text y="20">x</text></a></svg>',
	'<math><mtext><script>CALL</script></mtext></math>',
	'<body onload=CALL>',
	'<iframe src="javascript:CALL"></iframe>',
	'<iframe srcdoc="<script>parent.CALL</script>"></iframe>',
	'<object data="javascript:CALL"></object>',
	'<embed src="javascript:CALL">',
	'<a href="javascript:CALL">x</a>',
	'<form action="javascript:CALL"><button>x</button></form>',
	'<input autofocus onfocus=CALL>',
	'<details open ontoggle=CALL>',
	'<video><source onerror=CALL></video>',
	'<audio src=x onerror=CALL>',
	'<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=CALL></b>',
	'" autofocus onfocus="CALL" x="',
	"' onmouseover='CALL' x='",
	'javascript:CALL',
	'java\tscript:CALL',
	'data:text/html,<script>CALL</script>',
	'--><script>CALL</script><!--',
	']]><script>CALL</script>',
	'</title><script>CALL</script>',
	'</textarea><script>CALL</script>',
	'</style><script>CALL</script>',
	'{@html "<img src=x onerror=CALL>"}',
	'${CALL}{{CALL}}<%= CALL %>'
];

const ODDITIES = [
	'__proto__',
	'constructor.prototype',
	'\u202E<script>ran()</script>',
	'\u0000<script>ran()</script>',
	'＜script＞ran()＜/script＞',
	'<scr\u0000ipt>ran()</script>',
	'%3Cscript%3Eran()%3C/script%3E',
	'<b>'.repeat(400),
	'\uFEFF"></p><script>ran()</script>'
];
